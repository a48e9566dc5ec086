import { deliver, runClock } from '../../builders/bookings.js';
import { buildJourneyCity, START, TODAY, type JourneyCity } from './city.js';
import type { Driver } from './driver.js';
import { sceneOf, type OpenDriver } from './phones.js';

/** How a member of staff reads the code on a resident's screen. */
export type CheckIn = (staff: Driver, resident: Driver, city: JourneyCity) => Promise<void>;

/** 14:00 as minutes since midnight. */
const TWO = 14 * 60;
/** Heading of the login page, on H5 and on weapp. */
const LOGIN_PAGE = /选一个人登录|登录街坊/;

interface Row {
  id: number;
  status: string;
  venueId: number;
}

/** The whole way of a booking, and what may come between; the same for every build. */
export function describeJourneys(open: OpenDriver, checkIn: CheckIn): void {
  const scene = sceneOf(buildJourneyCity, open);
  const phone = (key?: string): Promise<Driver> => scene.phone(key);
  let city: JourneyCity;
  beforeEach(() => {
    city = scene.city;
  });
  const rows = (key: keyof JourneyCity['people']): Promise<Row[]> =>
    city.app.database.query<Row>(
      'SELECT id, status, venue_id AS venueId FROM booking WHERE person_id = ? ORDER BY id',
      [city.people[key]],
    );
  const pick = async (driver: Driver, from: number, last: number): Promise<void> => {
    await driver.tap(`unit-${from}`);
    if (last !== from) await driver.tap(`unit-${last}`);
  };
  const openVenue = async (driver: Driver, name: string): Promise<void> => {
    await driver.tab('预约');
    await driver.see('延安社区党群服务中心');
    await driver.tap('centre-tile');
    await driver.see('怎么来');
    await driver.tapText(name);
    await driver.see('选时间');
    await driver.seeId(`unit-${TWO}`);
  };
  const book = async (driver: Driver, name: string, from: number, last: number): Promise<void> => {
    await openVenue(driver, name);
    await pick(driver, from, last);
    await driver.fill('用来做什么', '合唱排练');
    await driver.inspect();
    await driver.tap('book');
  };

  it('books a room at once, finds it everywhere, shows its code, and gives it back', async () => {
    const lin = await phone('verified');
    await lin.tab('首页');
    await lin.see('延安社区');
    await lin.see(/今天有空 \d 间/);
    await lin.inspect();
    await book(lin, '棋牌室', TWO, TWO + 60);
    await lin.seeId('booked');
    await lin.see('约好了');
    expect(await rows('verified')).toMatchObject([{ status: 'confirmed', venueId: city.room }]);
    await lin.inspect();

    await lin.tap('show-code');
    await lin.seeId('manual-code');
    expect((await lin.textOf('manual-code')).replace(/\s/g, '')).toMatch(/^\d{6}$/);
    await lin.inspect();

    await lin.visit('');
    await lin.see('我的下一件事');
    await lin.seeId('booking-tile');
    expect(await lin.textOf('booking-tile')).toContain('今天 14:00–15:30');
    await lin.tab('我的');
    await lin.tap('my-bookings');
    await lin.seeId('booking-tile');
    expect(await lin.textOf('booking-tile')).toContain('已约好');
    await lin.inspect();

    await lin.tap('booking-tile');
    await lin.tap('cancel');
    await lin.see('取消这个预约？');
    await lin.inspect();
    await lin.tap('confirm-cancel');
    await lin.see('已取消');
    expect(await rows('verified')).toMatchObject([{ status: 'cancelled' }]);
    const units = await city.app.database.query('SELECT unit FROM booking_unit WHERE venue_id = ?', [
      city.room,
    ]);
    expect(units).toEqual([]);

    await lin.visit('');
    await openVenue(lin, '棋牌室');
    expect(await lin.spoken(`unit-${TWO}`)).toBe('14:00–14:30 可约');
    await lin.inspect();
  });

  it('waits for approval, is approved at the workbench, and is checked in at the door', async () => {
    const lin = await phone('verified');
    await book(lin, '多功能厅', TWO, TWO + 60);
    await lin.see('已提交，等工作人员审核');
    expect(await rows('verified')).toMatchObject([{ status: 'pending', venueId: city.hall }]);
    await lin.inspect();

    const wu = await phone('venue-manager');
    await wu.tab('我的');
    await wu.tap('workbench');
    await wu.see('待办 1');
    await wu.inspect();
    await wu.tap('todo-approvals');
    await wu.see('林阿姨');
    await wu.inspect();
    await wu.tapLabel('通过林阿姨的多功能厅预约');
    await wu.see('没有等审核的预约');
    expect(await rows('verified')).toMatchObject([{ status: 'confirmed' }]);

    await deliver(city.app);
    await city.later(1, lin, wu);
    await lin.visit('');
    await lin.tab('我的');
    await lin.see(/\d 条未读/);
    await lin.tap('inbox');
    await lin.see('预约好了');
    await lin.inspect();
    await lin.tapText('预约好了');
    await lin.see('已约好');

    await city.setTime('2026-11-23T05:50:00Z', lin, wu);
    await lin.visit('');
    await lin.tap('home-check-in-code');
    await lin.seeId('manual-code');
    await lin.inspect();
    await wu.visit('');
    await wu.tab('我的');
    await wu.tap('workbench');
    await wu.tap('entry-checkin');
    await wu.see('或输入 6 位签到码');
    await wu.inspect();
    await checkIn(wu, lin, city);
    await wu.seeId('check-in-good');
    expect(await wu.textOf('check-in-good')).toContain('林阿姨');
    await wu.inspect();
    expect(await rows('verified')).toMatchObject([{ status: 'checked_in' }]);

    await city.later(1, lin, wu);
    await lin.refresh();
    await lin.see('已签到');
    await lin.inspect();
  });

  it('is told when a run is taken, waits for it, and gets it when the other gives it back', async () => {
    const [lin, chen] = [await phone('verified'), await phone('resident')];
    await openVenue(chen, '棋牌室');
    await book(lin, '棋牌室', TWO, TWO + 60);
    await lin.see('约好了');
    // The other one still looks at a screen on which the run is free.
    await pick(chen, TWO, TWO + 60);
    await chen.fill('用来做什么', '下棋');
    await chen.tap('book');
    await chen.seeId('refusal');
    await chen.see(/改约 今天/);
    await chen.inspect();
    expect(await rows('resident')).toEqual([]);
    await chen.tapText('排候补');
    await chen.see('已排上候补');
    await chen.see(/你排在第 1 位/);
    await chen.inspect();

    await lin.tap('cancel');
    await lin.tap('confirm-cancel');
    await lin.see('已取消');
    await runClock(city.app);
    await deliver(city.app);
    await city.later(1, lin, chen);
    expect(await rows('resident')).toMatchObject([{ status: 'confirmed', venueId: city.room }]);
    await chen.visit('');
    await chen.tab('我的');
    await chen.tap('inbox');
    await chen.see('候补到了');
    await chen.inspect();
    await chen.tapText('候补到了');
    await chen.see('已约好');
  });

  it('books once when the button is pressed twice', async () => {
    const lin = await phone('verified');
    await openVenue(lin, '棋牌室');
    await pick(lin, TWO, TWO);
    await lin.fill('用来做什么', '下棋');
    await lin.tapTwice('book');
    await lin.see('约好了');
    expect(await rows('verified')).toHaveLength(1);
    expect(lin.requests().filter((request) => request === 'POST /bookings')).toHaveLength(1);
  });

  it('keeps the last screen without a network, says so, and recovers', async () => {
    const lin = await phone('verified');
    await lin.tab('首页');
    await lin.see(/今天有空 \d 间/);
    await lin.see('多功能厅');
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // the device keeps answers after a pause
    await lin.offline();
    await city.later(30, lin);
    await lin.tab('我的');
    await lin.tab('首页');
    await lin.seeId('stale');
    await lin.see(/没有网络，下面是今天 09:05的内容/);
    await lin.see('多功能厅');
    await lin.inspect();
    await lin.tapText('刷新');
    await lin.seeId('stale');
    await lin.online();
    await lin.gone(/没有网络/);
    await lin.see('多功能厅');
  });

  it('lets a visitor look, and asks for a login to book', async () => {
    const visitor = await phone();
    await visitor.see('你住在哪个社区？');
    await visitor.inspect();
    await openVenue(visitor, '棋牌室');
    expect(await visitor.spoken(`unit-${TWO}`)).toBe('14:00–14:30 可约');
    await visitor.inspect();
    await visitor.tapText('登录后预约');
    await visitor.see(LOGIN_PAGE);
    await visitor.inspect();
    await visitor.login('verified');
    await visitor.see('选时间');
    await pick(visitor, TWO, TWO);
    await visitor.fill('用来做什么', '下棋');
    await visitor.tap('book');
    await visitor.see('约好了');
  });

  it('comes back to a booking from its link after logging in', async () => {
    const lin = await phone('verified');
    await book(lin, '棋牌室', TWO, TWO);
    await lin.see('约好了');
    const [{ id }] = (await city.app.as(city.people.verified).get('/me/bookings?scope=upcoming')).body
      .items as [{ id: string }];
    const other = await phone();
    await other.visit(`pages-venues/booking/index?id=${id}`);
    await other.see('登录');
    await other.inspect();
    await other.tap('refusal-login');
    await other.see(LOGIN_PAGE);
    await other.login('verified');
    await other.see('合唱排练 · 4 人');
    await other.see('已约好');
  });

  it('shows residents no workbench, and staff of the next street nothing of this one', async () => {
    const lin = await phone('verified');
    await book(lin, '多功能厅', TWO, TWO);
    await lin.see('已提交，等工作人员审核');
    await lin.visit('');
    await lin.see('我的下一件事');
    expect(await lin.text()).not.toContain('工作台');
    await lin.tab('我的');
    await lin.see('我的预约');
    expect(await lin.count('workbench')).toBe(0);
    await lin.visit('pages-staff/approvals/index?code=350602002002');
    await lin.see('这一页需要相应的岗位');
    await lin.inspect();

    const guo = await phone('neighbour-manager');
    await guo.tab('我的');
    await guo.tap('workbench');
    await guo.see('待办都办完了');
    expect(await guo.text()).not.toContain('延安');
    await guo.inspect();
    await guo.visit('pages-staff/approvals/index?code=350602002002');
    await guo.see('没有等审核的预约');
    expect(await guo.text()).not.toContain('林阿姨');
    await guo.visit(`pages-staff/board/index?id=${city.ids.centre}`);
    await guo.see('元光社区党群服务中心');
    expect(await guo.text()).not.toContain('林阿姨');
  });

  it('keeps elder view and dark when it is closed and opened again', async () => {
    const lin = await phone('verified');
    await lin.tab('首页');
    await lin.tap('elder-switch');
    await lin.visit('pages-me/settings/index');
    await lin.tapLabel('深色');
    await lin.inspect();
    expect(await lin.look()).toMatch(/dark.*elder|elder.*dark/);
    await lin.reopen();
    await lin.see('延安社区');
    expect(await lin.look()).toMatch(/dark.*elder|elder.*dark/);
    await lin.inspect();
  });

  it('starts on the day the city says, whatever zone the phone is in', async () => {
    const lin = await phone('verified');
    await openVenue(lin, '棋牌室');
    expect(await lin.spoken(`day-${TODAY}`)).toContain('今天');
    expect(await lin.count(`unit-${9 * 60}`)).toBe(0);
    expect(await lin.spoken(`unit-${9 * 60 + 30}`)).toContain('09:30–10:00');
    expect(city.app.clock.now().toISOString()).toBe(new Date(START).toISOString());
  });
}
