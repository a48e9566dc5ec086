import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { deliver } from '../../builders/bookings.js';
import { faultsOfHours, runHoursClock } from '../../builders/hours.js';
import { lengthMetres } from '@jiefang/shared/geo';
import type { Driver } from './driver.js';
import { sceneOf, type OpenDriver } from './phones.js';
import { buildVolunteeringCity, COORDINATOR, STRANGER, type VolunteeringCity } from './volunteering-city.js';

/** Ten minutes before the patrol's shift: check-in is open. */
const ARRIVAL = '2026-11-23T10:50:00Z';
/** The phone sends what it has at least this often, in minutes. */
const SEND_MINUTES = 0.25;
/** The app may lose what it recorded in the last seconds before it was killed. */
const LOST_WITH_THE_APP = 10;

interface PatrolRow {
  status: string;
  points: number;
}

/** The whole way of an hour of service, from the task to the stranger who checks the certificate. */
export function describePatrol(open: OpenDriver): void {
  const scene = sceneOf<VolunteeringCity>(buildVolunteeringCity, open);
  const query = <Row extends object>(sql: string): Promise<Row[]> => scene.city.app.database.query<Row>(sql);
  const claims = () =>
    query<{ id: number; status: string; method: string | null; minutes: number | null }>(
      'SELECT id, status, check_in_method AS method, verified_minutes AS minutes FROM claim',
    );
  const patrols = () =>
    query<PatrolRow>(
      `SELECT status, (SELECT CAST(SUM(BIT_COUNT(seq_mask)) AS SIGNED) FROM patrol_chunk WHERE patrol_id = patrol.id)
         AS points FROM patrol`,
    );
  const hours = () => query<{ status: string; minutes: number }>('SELECT status, minutes FROM hours_item');

  /** Takes the patrol's place and checks in at the gate. */
  const arrive = async (lin: Driver): Promise<void> => {
    const { city } = scene;
    await lin.tab('志愿');
    await lin.see('能来的任务');
    await lin.seeId('own-claims');
    await lin.inspect();
    await lin.tapText('夜间巡防');
    await lin.see('谁能来');
    await lin.see(/按顺序经过 3 个打卡点/);
    await lin.inspect();
    await lin.tap('claim-shift');
    await lin.see('读过风险告知，打开上面的开关再认领。');
    expect(await claims()).toEqual([]);
    await lin.tap('accept-risk');
    await lin.tap('claim-shift');
    await lin.seeId('claimed');
    expect(await claims()).toMatchObject([{ status: 'claimed' }]);
    await lin.inspect();

    await city.setTime(ARRIVAL, lin);
    await lin.moveTo(gateOf(city));
    await lin.visit('');
    await lin.tap('home-service-check-in');
    await lin.seeId('arrival');
    await lin.inspect();
    await lin.tap('check-in-here');
    await lin.see(/正在服务/);
    expect(await claims()).toMatchObject([{ status: 'in_progress', method: 'location' }]);
    await lin.inspect();
  };
  /** Agrees to the record of the way and begins it. */
  const setOut = async (lin: Driver): Promise<void> => {
    await lin.tap('open-patrol');
    await lin.see('巡防时记录轨迹');
    await lin.inspect();
    await lin.tap('agree');
    await lin.seeId('start-patrol');
    await lin.inspect();
    await lin.tap('start-patrol');
    await lin.see('正在记录');
  };

  it('keeps a patrol through a dead zone and a killed app, and its hours stand on a certificate', async () => {
    const { city } = scene;
    const { walk } = city;
    const [inside, outside] = [Math.floor(walk.length / 3), Math.floor((walk.length * 2) / 3)];
    const lin = await scene.phone('verified');
    await arrive(lin);
    await setOut(lin);
    await city.stroll(walk.slice(0, inside), lin);
    await city.later(SEND_MINUTES, lin);
    await lin.see('记下的都传好了');
    expect(await lin.textOf('patrol-distance')).toMatch(/^1\d\d 米/);
    await lin.inspect();

    const cai = await scene.phone(COORDINATOR);
    await cai.tab('我的');
    await cai.tap('workbench');
    await cai.seeId('todo-live');
    await cai.inspect();
    await cai.tap('todo-live');
    await cai.seeId('live-map');
    await cai.see('林**');
    await cai.inspect();
    const guo = await scene.phone(STRANGER);
    await guo.visit('pages-coordinator/live/index');
    await guo.see(/没有人在巡防/);
    expect(await guo.text()).not.toContain('林');
    await guo.close();

    await lin.offline();
    await city.stroll(walk.slice(inside, outside), lin, cai);
    await lin.see(/还有 \d+ 个点没传/);
    await lin.inspect();
    await lin.kill();
    await city.later(1, cai);
    expect(await patrols()).toMatchObject([{ status: 'recording' }]);
    await lin.setTime(city.app.clock.now());
    await lin.online();

    await lin.visit('');
    await lin.tap('ongoing-patrol');
    await lin.see('正在记录');
    await lin.moveTo((walk[outside] as (typeof walk)[number]).place);
    await city.later(SEND_MINUTES, lin);
    await lin.see('记下的都传好了');
    expect((await patrols())[0]?.points).toBeGreaterThanOrEqual(outside - LOST_WITH_THE_APP);
    await city.stroll(walk.slice(outside), lin, cai);
    await lin.seeId('all-reached');
    await lin.inspect();
    await lin.tap('finish-patrol');
    await lin.see(/结束后不能再接着记/);
    await lin.tap('confirm-finish');
    await lin.seeId('patrol-summary');
    await lin.see('文庙');
    await lin.inspect();
    const [patrol] = await patrols();
    expect(patrol?.status).toBe('finished');
    expect(patrol?.points).toBeGreaterThanOrEqual(walk.length - LOST_WITH_THE_APP);
    expect(patrol?.points).toBeLessThanOrEqual(walk.length + LOST_WITH_THE_APP);
    expect(await claims()).toMatchObject([{ status: 'submitted' }]);

    await city.later(1, lin, cai);
    await cai.visit('');
    await cai.tab('我的');
    await cai.tap('workbench');
    await cai.tap('todo-submissions');
    await cai.tapLabel(/^林.*夜间巡防/);
    await cai.seeId('evidence');
    await cai.seeId('patrol-map');
    await cai.inspect();
    await cai.tap('verify');
    await cai.see(/核实了林/);
    await cai.inspect();
    const [claim] = await claims();
    expect(claim?.status).toBe('verified');
    expect(await hours()).toEqual([{ status: 'provisional', minutes: claim?.minutes }]);
    const distance = await distanceOf(scene.city);
    const walked = lengthMetres(walk.map(({ place }) => place));
    expect(Math.abs(distance - walked)).toBeLessThan(walked * 0.15);

    await deliver(city.app);
    await city.later(1, lin, cai);
    await lin.visit('pages-me/inbox/index');
    await lin.see('服务已核实');
    await lin.inspect();
    await publicise(lin);
    await certify(lin, cai);
  });

  /** A stranger reads the hours on the board; nobody objects; they are recorded. */
  const publicise = async (lin: Driver): Promise<void> => {
    const { city } = scene;
    await city.setTime('2026-11-24T01:05:00Z', lin);
    await runHoursClock(city.app);
    expect(await hours()).toMatchObject([{ status: 'publicised' }]);
    const visitor = await scene.phone();
    await visitor.visit('pages-volunteer/publication/index');
    await visitor.see('看哪个社区的公示？');
    await visitor.inspect();
    await lin.visit('pages-volunteer/publication/index');
    await lin.seeId('published');
    expect(await lin.textOf('published')).toMatch(/志愿者[\s\S]*夜间巡防[\s\S]*我的/);
    expect(await lin.text()).not.toContain('林秀兰');
    await lin.inspect();
    await city.setTime('2026-12-02T01:05:00Z', lin, visitor);
    await runHoursClock(city.app);
    expect(await hours()).toMatchObject([{ status: 'recorded' }]);
    expect(await faultsOfHours(city.app.database)).toEqual([]);
    await visitor.close();
  };
  /** Asks for a certificate, gets it, and strangers check it, also once it is revoked. */
  const certify = async (lin: Driver, cai: Driver): Promise<void> => {
    const { city } = scene;
    await cai.setTime(city.app.clock.now());
    await lin.visit('pages-volunteer/hours/index');
    await lin.see('已记录');
    await lin.inspect();
    await lin.tap('to-certificates');
    await lin.tap('ask-certificate');
    await lin.fill('用来做什么', '升学');
    await lin.inspect();
    await lin.tap('send-certificate');
    await lin.seeId('certificate-tile');
    await lin.inspect();

    await cai.visit('pages-coordinator/certificates/index');
    await cai.tap('issue');
    await cai.fill('负责人', '陈志远');
    await cai.fill('联系电话', '0596-2020001');
    await cai.inspect();
    await cai.tap('issue-confirm');
    await cai.gone('联系电话');
    await deliver(city.app);
    await city.later(1, lin, cai);
    await lin.visit('pages-volunteer/certificates/index');
    await lin.tap('certificate-tile');
    await lin.seeId('certificate-code');
    await lin.inspect();

    const stranger = await scene.phone();
    await stranger.visit(await lin.shared());
    await stranger.seeId('verdict');
    await stranger.see('这份证明是真的，有效');
    expect(await stranger.text()).not.toMatch(/林|秀兰|3506021990/);
    await stranger.inspect();
    await stranger.fill('校验码', 'AAAA2222');
    await stranger.tap('check-certificate');
    await stranger.seeId('refusal');
    await stranger.inspect();

    await cai.visit('pages-coordinator/certificates/index');
    await cai.tapText('已开具');
    await cai.tap('revoke');
    await cai.fill('原因', '姓名写错了，重新开具。');
    await cai.tap('confirm-reason');
    await cai.gone('撤销，告诉本人');
    await stranger.visit(await lin.shared());
    await stranger.see('这份证明已经撤销');
    await stranger.inspect();
  };
}

function gateOf({ walk }: VolunteeringCity): { latitude: number; longitude: number } {
  const [first] = walk;
  if (first === undefined) throw new Error('The walk has no start');
  return first.place;
}

/** Metres the server counts for the patrol. */
async function distanceOf({ app, people }: VolunteeringCity): Promise<number> {
  const [row] = await app.database.query<{ id: number }>('SELECT id FROM patrol');
  if (row === undefined) throw new Error('There is no patrol');
  const answer = await app.as(people.verified).get(`/patrols/${encodeId('patrol', row.id)}`);
  if (answer.status !== 200) throw new Error(`No patrol to read: ${answer.status} ${answer.text}`);
  return (answer.body as { summary: { distanceMetres: number } }).summary.distanceMetres;
}
