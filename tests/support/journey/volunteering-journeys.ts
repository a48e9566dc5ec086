import { deliver } from '../../builders/bookings.js';
import { buildShift, runClaimClock } from '../../builders/volunteering.js';
import type { Driver } from './driver.js';
import { sceneOf, type OpenDriver } from './phones.js';
import {
  buildVolunteeringCity,
  COORDINATOR,
  STRANGER,
  taskPage,
  type VolunteeringCity,
} from './volunteering-city.js';

/** How a volunteer reads the code on the coordinator's screen. */
export type ReadCode = (volunteer: Driver, coordinator: Driver) => Promise<void>;

/** Ten minutes before the visit of tomorrow. */
const BEFORE_VISIT = '2026-11-24T00:50:00Z';

/** What volunteers and coordinators do besides patrols; the same for every build. */
export function describeVolunteering(open: OpenDriver, readCode: ReadCode): void {
  const scene = sceneOf<VolunteeringCity>(buildVolunteeringCity, open);
  const claims = (key: keyof VolunteeringCity['people']) =>
    scene.city.app.database.query<{ status: string; minutes: number | null; method: string | null }>(
      `SELECT status, verified_minutes AS minutes, check_in_method AS method FROM claim WHERE person_id = ? ORDER BY id`,
      [scene.city.people[key]],
    );
  const volunteers = (key: keyof VolunteeringCity['people']) =>
    scene.city.app.database.query<{ status: string }>('SELECT status FROM volunteer WHERE person_id = ?', [
      scene.city.people[key],
    ]);
  const join = async (person: Driver, birthDay: string): Promise<void> => {
    await person.tab('志愿');
    await person.see('一起做点事');
    await person.inspect();
    await person.tap('join');
    await person.see('志愿者承诺');
    await person.tap('send-join');
    await person.see(/还有 \d 处要补/);
    await person.inspect();
    await person.tap('accept-pledge');
    await person.fill('姓名', '陈志强');
    await person.pickDay('出生日期', birthDay);
    await person.tap('send-join');
    await person.seeId('joined');
    await person.inspect();
  };
  const takeVisit = async (person: Driver): Promise<void> => {
    await person.visit(taskPage(scene.city.visit));
    await person.seeId('claim-shift');
  };

  it('joins, misses the last place, waits, gets it, serves, answers a question, and has the hours', async () => {
    const { city } = scene;
    await buildShift(city.app.database, {
      taskId: city.visit.task,
      startsAt: '2026-11-25T01:00:00Z',
      endsAt: '2026-11-25T03:00:00Z',
    });
    const chen = await scene.phone('resident');
    await join(chen, '1990-05-01');
    expect(await volunteers('resident')).toEqual([{ status: 'active' }]);

    const lin = await scene.phone('verified');
    await takeVisit(lin);
    await takeVisit(chen);
    await lin.tap('claim-shift');
    // The other one still looks at a screen on which there is a place.
    await chen.tap('claim-shift');
    await chen.seeId('refusal');
    await chen.see('这些还有名额');
    await chen.inspect();
    expect(await claims('resident')).toEqual([]);
    await lin.seeId('claimed');
    await chen.tapText('排候补');
    await chen.see('已排上候补');
    await chen.see(/你排在第 1 位/);
    await chen.inspect();

    await lin.tap('release');
    await lin.see('让出这个名额？');
    await lin.inspect();
    await lin.tap('confirm-release');
    await lin.see('已让出');
    await runClaimClock(city.app);
    await deliver(city.app);
    expect(await claims('verified')).toMatchObject([{ status: 'released' }]);
    expect(await claims('resident')).toMatchObject([{ status: 'claimed' }]);
    await city.later(1, chen, lin);
    await chen.visit('pages-me/inbox/index');
    await chen.tapText('候补到了');
    await chen.see('已认领');

    await city.setTime(BEFORE_VISIT, chen);
    const cai = await scene.phone(COORDINATOR);
    await cai.tab('我的');
    await cai.tap('workbench');
    await cai.tap('entry-tasks');
    await cai.tapLabel(/^探访独居老人/);
    await cai.seeId('shift-people');
    await cai.inspect();
    await cai.tap('shift-people');
    await cai.see('陈**');
    await cai.inspect();
    await cai.tap('show-code');
    await cai.seeId('manual-code');
    await cai.inspect();
    await chen.visit('pages-volunteer/claims/index');
    await chen.tap('claim-tile');
    await chen.seeId('arrival');
    await readCode(chen, cai);
    await chen.see(/正在服务/);
    expect(await claims('resident')).toMatchObject([{ status: 'in_progress', method: 'qr' }]);

    await city.setTime('2026-11-24T02:55:00Z', chen, cai);
    await chen.refresh();
    await chen.tap('finish');
    await chen.fill('说说做了什么（可以不写）', '陪老人说话，量了血压。');
    await chen.inspect();
    await chen.tap('confirm-finish');
    await chen.see('等待核实');
    await cai.visit('pages-coordinator/submissions/index');
    await cai.tapLabel(/^陈.*探访独居老人/);
    await cai.see('「陪老人说话，量了血压。」');
    await cai.tap('query');
    await cai.fill('想问什么', '是去了哪一户？');
    await cai.inspect();
    await cai.tap('confirm-reason');
    await cai.see(/问了陈/);
    expect(await claims('resident')).toMatchObject([{ status: 'queried' }]);

    await deliver(city.app);
    await city.later(1, chen, cai);
    await chen.visit('pages-me/inbox/index');
    await chen.tapText('服务记录要补充');
    await chen.see('是去了哪一户？');
    await chen.fill('你的回答', '文昌苑2栋的林老师家。');
    await chen.inspect();
    await chen.tap('send-answer');
    await chen.see('等待核实');
    await cai.visit('pages-coordinator/submissions/index');
    await cai.tapLabel(/^陈.*探访独居老人/);
    await cai.see('文昌苑2栋的林老师家。');
    await cai.fill('实际服务了多少分钟', '90');
    await cai.fill('和记录不一样的原因', '中途回了一趟家。');
    await cai.inspect();
    await cai.tap('verify');
    await cai.see(/核实了陈/);
    expect(await claims('resident')).toMatchObject([{ status: 'verified', minutes: 90 }]);
    await city.later(1, chen, cai);
    await chen.visit('pages-volunteer/hours/index');
    await chen.see('探访独居老人');
    await chen.tap('hours-row');
    await chen.see('来龙去脉');
    await chen.inspect();
  });

  it('lets a minor serve once a guardian has agreed by the link', async () => {
    const { city } = scene;
    const chen = await scene.phone('resident');
    await join(chen, '2010-03-01');
    await chen.see('登记好了，再等监护人点一下同意');
    expect(await volunteers('resident')).toEqual([{ status: 'awaiting_guardian' }]);
    await chen.tap('guardian-link');
    const link = await chen.shared();
    expect(link).toContain('pages-volunteer/guardian/index?token=');
    await chen.inspect();

    const lin = await scene.phone();
    await lin.visit(link);
    await lin.see(/想做社区志愿者，请你同意/);
    expect(await lin.text()).not.toContain('陈志强');
    await lin.inspect();
    await lin.tapText('登录后同意');
    await lin.see(/选一个人登录|登录街坊/);
    await lin.login('verified');
    await lin.seeId('guardian-agree');
    await lin.fill('你的姓名', '林秀兰');
    await lin.tapLabel('母亲');
    await lin.inspect();
    await lin.tap('guardian-agree');
    await lin.seeId('consented');
    await lin.inspect();
    expect(await volunteers('resident')).toEqual([{ status: 'active' }]);
    await city.later(1, chen);
    await chen.visit('pages-volunteer/profile/index');
    await chen.see(/^志愿者编号/);
    await chen.inspect();
  });

  it('publishes a task, and calls it off again; the next street sees nothing of it', async () => {
    const { city } = scene;
    const cai = await scene.phone(COORDINATOR);
    await cai.visit('pages-coordinator/tasks/index');
    await cai.seeId('task-card');
    await cai.tapLabel(/^探访独居老人/);
    await cai.tap('copy-task');
    await cai.inspect();
    await cai.tap('copy-confirm');
    await cai.seeId('publish');
    await cai.inspect();
    await cai.tap('publish');
    await cai.see('发布了，志愿者现在可以认领。');
    const published = () =>
      city.app.database.query<{ status: string }>(
        "SELECT status FROM task WHERE title = '探访独居老人' ORDER BY id",
      );
    expect(await published()).toEqual([{ status: 'published' }, { status: 'published' }]);

    const guo = await scene.phone(STRANGER);
    await guo.visit('pages-coordinator/tasks/index?code=350602002002');
    await guo.see('这里还没有任务');
    expect(await guo.text()).not.toContain('探访独居老人');
    await guo.inspect();

    await cai.tap('cancel-task');
    await cai.fill('原因', '老人住院了。');
    await cai.inspect();
    await cai.tap('confirm-reason');
    await cai.see('任务取消了，认领和候补的人会收到消息。');
    expect(await published()).toEqual([{ status: 'published' }, { status: 'cancelled' }]);
  });

  it('takes a consent back, and the way already recorded with it', async () => {
    const lin = await scene.phone('verified');
    await lin.visit('pages-volunteer/consents/index');
    await lin.tap('give-track');
    await lin.seeId('withdraw-track');
    await lin.inspect();
    await lin.tap('withdraw-track');
    await lin.see('撤回同意？');
    await lin.tap('erase-tracks');
    await lin.inspect();
    await lin.tap('confirm-withdraw');
    await lin.seeId('give-track');
    await lin.inspect();
    const consents = await scene.city.app.database.query<{ withdrawn: number }>(
      'SELECT withdrawn_at IS NOT NULL AS withdrawn FROM consent WHERE person_id = ?',
      [scene.city.people.verified],
    );
    expect(consents).toEqual([{ withdrawn: 1 }]);
  });
}
