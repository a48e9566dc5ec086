import { buildStaff } from '../../../builders/bookings.js';
import { credit, faultsOfHours, hoursId, runHoursClock } from '../../../builders/hours.js';
import { messagesTo } from '../../../builders/identity.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** Friday 2026-11-20, 18:00 in Shanghai. */
const FRIDAY_EVENING = '2026-11-20T10:00:00Z';

describe('the way of hours from verified to recorded', () => {
  const [app] = stage(1);
  let staff: number;
  let volunteer: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });
  beforeEach(async () => {
    app.clock.set(FRIDAY_EVENING);
    volunteer = await buildVolunteer(app.database, { name: '林秀兰' });
  });
  afterEach(async () => expect(await faultsOfHours(app.database)).toEqual([]));

  const item = async (id: number) =>
    (
      await app
        .as(volunteer)
        .get(`/me/hours/${hoursId(id)}`)
        .expect(200)
    ).body;
  const list = async (person?: number, community = COMMUNITY) =>
    (await app.as(person).get(`/hours/publication?community=${community}&limit=50`).expect(200)).body
      .items as {
      id: string;
      who: string;
      actions: string[];
      mine: boolean;
    }[];

  it('begins at nine on the next working day and lasts three working days after it', async () => {
    const id = await credit(app, volunteer, staff, { minutes: 125, title: '夜间巡防' });
    expect(await item(id)).toMatchObject({
      status: 'provisional',
      minutes: 125,
      publicisedOn: null,
      kind: 'service',
    });
    app.clock.set('2026-11-23T00:59:00Z');
    await runHoursClock(app);
    expect(await item(id)).toMatchObject({ status: 'provisional' });
    app.clock.set('2026-11-23T01:00:00Z');
    await runHoursClock(app);
    expect(await item(id)).toMatchObject({
      status: 'publicised',
      publicisedOn: '2026-11-23',
      publicationEndsOn: '2026-11-26',
    });
    app.clock.set('2026-11-26T15:59:00Z');
    await runHoursClock(app);
    expect(await item(id)).toMatchObject({ status: 'publicised' });
    app.clock.set('2026-11-26T16:00:00Z');
    await runHoursClock(app);
    await runHoursClock(app);
    const recorded = await item(id);
    expect(recorded).toMatchObject({
      status: 'recorded',
      recordedAt: '2026-11-26T16:00:00.000Z',
      content: '夜间巡防',
    });
    expect(recorded.timeline.map((act: { act: string }) => act.act)).toEqual([
      'service',
      'publicised',
      'recorded',
    ]);
    expect(recorded.timeline[0]).toMatchObject({ minutes: 125, by: expect.any(String), reason: null });
    expect((await messagesTo(app.database, volunteer)).map((message) => message.kind)).toEqual([
      'hours_publicised',
      'hours_recorded',
    ]);
    const { body } = await app.as(volunteer).get('/me/hours').expect(200);
    expect(body.balance).toEqual({ recorded: 125, publicised: 0, provisional: 0 });
    expect(body.stars).toEqual({ stars: 0, nextMinutes: 5875, table: [100, 300, 600, 1000, 1500] });
  });

  it('waits over National Day, whose days off are no working days', async () => {
    app.clock.set('2026-09-30T10:00:00Z');
    const id = await credit(app, volunteer, staff, { day: '2026-09-29' });
    app.clock.set('2026-10-07T04:00:00Z');
    await runHoursClock(app);
    expect(await item(id)).toMatchObject({ status: 'provisional' });
    app.clock.set('2026-10-08T01:00:00Z');
    await runHoursClock(app);
    // Saturday the 10th makes up for a day off.
    expect(await item(id)).toMatchObject({ publicisedOn: '2026-10-08', publicationEndsOn: '2026-10-12' });
  });

  it('shows the family name only with consent, to visitors as well, and never who is behind a number', async () => {
    const open = await buildVolunteer(app.database, {
      name: '欧阳春',
      personId: await buildPerson(app.database),
    });
    await app.database.execute(
      "INSERT INTO consent (person_id, purpose, version, granted_at) VALUES (?, 'publish_name', 1, ?)",
      [open, new Date(FRIDAY_EVENING)],
    );
    const [shut, shown] = [await credit(app, volunteer, staff), await credit(app, open, staff)];
    app.clock.set('2026-11-23T01:00:00Z');
    await runHoursClock(app);
    const of = async (id: number, person?: number) =>
      (await list(person)).find((one) => one.id === hoursId(id));
    expect(await of(shown)).toMatchObject({ who: '欧**', mine: false, actions: [] });
    expect((await of(shut))?.who).toMatch(/^志愿者 ··\d{4}$/);
    expect(await of(shut, volunteer)).toMatchObject({ mine: true, actions: ['object'] });
    await app.database.execute('UPDATE consent SET withdrawn_at = NOW(3) WHERE person_id = ?', [open]);
    expect((await of(shown))?.who).toMatch(/^志愿者 ··\d{4}$/);
    expect(JSON.stringify(await list())).not.toContain('欧阳');
    expect((await list(undefined, OTHER_STREET_COMMUNITY)).map((one) => one.id)).not.toContain(hoursId(shut));
  });

  it('shows a street’s own tasks in its communities', async () => {
    const id = await credit(app, volunteer, staff, { divisionCode: COMMUNITY.slice(0, 9) });
    app.clock.set('2026-11-23T01:00:00Z');
    await runHoursClock(app);
    expect((await list()).map((one) => one.id)).toContain(hoursId(id));
    expect((await list(undefined, OTHER_STREET_COMMUNITY)).map((one) => one.id)).not.toContain(hoursId(id));
  });

  describe('with an objection', () => {
    let id: number;
    let objector: number;
    beforeEach(async () => {
      id = await credit(app, volunteer, staff, { minutes: 90 });
      objector = await buildPerson(app.database);
      app.clock.set('2026-11-23T01:00:00Z');
      await runHoursClock(app);
    });
    const object = (person: number, text = '那天下午我没有看到他') =>
      app.as(person).post(`/hours/${hoursId(id)}/objections`, { text });
    const answer = (person: number, objection: string, body: object) =>
      app.as(person).post(`/staff/objections/${objection}/answer`, body);

    it('is not recorded until it is answered, and goes on when it is dismissed', async () => {
      const { body: made } = await object(objector).expect(201);
      expect(made).toEqual({ id: expect.any(String), status: 'open' });
      expect((await list(objector)).find((one) => one.id === hoursId(id))?.actions).toEqual([]);
      app.clock.set('2026-11-27T02:00:00Z');
      await runHoursClock(app);
      expect(await item(id)).toMatchObject({ status: 'publicised', openObjections: 1 });
      const other = await buildStaff(app.database, 'volunteer_coordinator');
      const queue = (await app.as(other).get(`/staff/divisions/${COMMUNITY}/objections`).expect(200)).body;
      expect(queue.items.at(-1)).toMatchObject({
        id: made.id,
        text: '那天下午我没有看到他',
        actions: ['answer'],
      });
      const own = (await app.as(staff).get(`/staff/divisions/${COMMUNITY}/objections`).expect(200)).body;
      expect(own.items.at(-1).actions).toEqual([]);
      await answer(other, made.id, { decision: 'dismissed', answer: '签到和照片都在' }).expect(200);
      await expectUntouched(
        app.database,
        () => answer(other, made.id, { decision: 'upheld', answer: '又想了想' }),
        'OBJECTION_STATE',
      );
      await runHoursClock(app);
      const recorded = await item(id);
      expect(recorded).toMatchObject({ status: 'recorded', openObjections: 0 });
      expect(recorded.timeline.map((act: { act: string }) => act.act)).toEqual([
        'service',
        'publicised',
        'objection',
        'objection_answered',
        'recorded',
      ]);
      // Nobody learns from the history who objected.
      expect(recorded.timeline[2]).toMatchObject({ by: null, reason: null });
      expect(await messagesTo(app.database, objector)).toMatchObject([
        { kind: 'objection_answered', payload: { upheld: false, reason: '签到和照片都在' } },
      ]);
    });

    it('is taken back when it is upheld, and everybody who objected was right', async () => {
      const { body: made } = await object(objector).expect(201);
      const second = await buildPerson(app.database);
      await object(second, '我也没有看到').expect(201);
      const other = await buildStaff(app.database, 'volunteer_coordinator');
      await answer(other, made.id, { decision: 'upheld', answer: '监控里没有人' }).expect(200);
      const reversed = await item(id);
      expect(reversed).toMatchObject({
        status: 'reversed',
        openObjections: 0,
        reason: '异议成立：监控里没有人',
      });
      expect(reversed.timeline.at(-1)).toMatchObject({
        act: 'reversal',
        minutes: -90,
        by: expect.any(String),
      });
      const { body } = await app.as(volunteer).get('/me/hours').expect(200);
      expect(body.balance).toEqual({ recorded: 0, publicised: 0, provisional: 0 });
      expect(await messagesTo(app.database, second)).toMatchObject([
        { kind: 'objection_answered', payload: { upheld: true } },
      ]);
      expect((await messagesTo(app.database, volunteer)).at(-1)).toMatchObject({ kind: 'hours_reversed' });
    });

    it('takes one of a person at a time, only with a bound phone and only while it is public', async () => {
      await object(objector).expect(201);
      await expectUntouched(app.database, () => object(objector, '再说一遍也行吧'), 'OBJECTION_EXISTS');
      const nobody = await buildPerson(app.database, { phone: null });
      await expectUntouched(app.database, () => object(nobody), 'PHONE_REQUIRED');
      await expectUntouched(app.database, () => object(objector, '短'), 'INVALID_INPUT');
      expectRefusal(
        await app.as().post(`/hours/${hoursId(id)}/objections`, { text: '没有登录' }),
        'UNAUTHENTICATED',
      );
      expectRefusal(
        await app.as(objector).post(`/hours/${hoursId(9_999_999)}/objections`, { text: '没有这一条' }),
        'NOT_FOUND',
      );
      app.clock.set('2026-11-26T16:00:00Z');
      const late = await buildPerson(app.database);
      await expectUntouched(app.database, () => object(late), 'HOURS_STATE');
    });

    it('is not answered by whom it concerns, nor without the permission', async () => {
      const { body: made } = await object(objector).expect(201);
      const other = await buildStaff(app.database, 'volunteer_coordinator');
      const body = { decision: 'dismissed', answer: '没有问题' };
      await expectUntouched(app.database, () => answer(staff, made.id, body), 'OBJECTION_OWN');
      await expectUntouched(app.database, () => answer(volunteer, made.id, body), 'FORBIDDEN');
      const elsewhere = await buildStaff(app.database, 'volunteer_coordinator', OTHER_STREET_COMMUNITY);
      await expectUntouched(app.database, () => answer(elsewhere, made.id, body), 'FORBIDDEN');
      for (const bad of [
        {},
        { decision: 'maybe', answer: '没有问题' },
        { decision: 'upheld' },
        { ...body, extra: 1 },
      ]) {
        await expectUntouched(app.database, () => answer(other, made.id, bad), 'INVALID_INPUT');
      }
      for (const who of [objector, volunteer]) {
        await grantRole(app.database, who, 'volunteer_coordinator', COMMUNITY);
        await expectUntouched(app.database, () => answer(who, made.id, body), 'OBJECTION_OWN');
      }
      // Nor by the way round: reversing the hours would uphold the objection.
      await expectUntouched(
        app.database,
        () => app.as(objector).post(`/staff/hours/${hoursId(id)}/reverse`, { reason: '这条不该算' }),
        'OBJECTION_OWN',
      );
    });
  });
});
