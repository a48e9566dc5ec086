import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { auditedActs, buildStaff, deliver, toldKinds } from '../../../builders/bookings.js';
import { buildDivision, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import {
  buildClaim,
  buildPost,
  buildTraining,
  buildUnit,
  buildVolunteer,
  claim,
  placesOf,
} from '../../../builders/volunteering.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('staff of the division', () => {
  const [app] = stage(1);

  /** With the inbox quiet: what is delivered meanwhile is no change of the refused request's. */
  const untouched = async (...[send, code]: [Parameters<typeof expectUntouched>[1], ErrorCode]) => {
    await deliver(app);
    return expectUntouched(app.database, send, code);
  };
  let staff: number;
  let street: number;
  let district: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '东铺头社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
    street = await buildStaff(app.database, 'volunteer_coordinator', '350602002');
    district = await buildStaff(app.database, 'volunteer_coordinator', '350602');
  });

  /** A handed-in service of some minutes that began at nine on the day. */
  async function submitted(
    minutes: number,
    options: { person?: number; startsAt?: string; shiftMinutes?: number } = {},
  ): Promise<{ id: string; person: number; shift: number }> {
    const person = options.person ?? (await buildVolunteer(app.database));
    const startsAt = new Date(options.startsAt ?? '2026-11-20T01:00:00Z');
    const { shift } = await buildPost(
      app.database,
      { title: '路口值守' },
      { startsAt, endsAt: new Date(startsAt.getTime() + (options.shiftMinutes ?? 120) * 60_000) },
    );
    const row = await buildClaim(app.database, {
      shiftId: shift,
      personId: person,
      status: 'submitted',
      finishedAt: new Date(startsAt.getTime() + minutes * 60_000),
    });
    return { id: encodeId('claim', row), person, shift };
  }

  const verify = (by: number, id: string, minutes: number, reason?: string) =>
    app.as(by).post(`/staff/claims/${id}/verify`, { minutes, ...(reason === undefined ? {} : { reason }) });

  it('sees everybody of a shift, masked', async () => {
    const unit = await buildUnit(app.database, '芗城供电局');
    const person = await buildVolunteer(app.database, { name: '欧阳娜娜', unitId: unit });
    await buildTraining(app.database, person, 'first_aid', '2027-01-01');
    const { shift, task } = await buildPost(app.database, { title: '路口值守' });
    const id = await claim(app, person, shift);
    const { body } = await app
      .as(staff)
      .get(`/staff/shifts/${encodeId('shift', shift)}/claims`)
      .expect(200);
    expect(body).toEqual({
      shift: {
        id: encodeId('shift', shift),
        startsAt: '2026-11-24T01:00:00.000Z',
        endsAt: '2026-11-24T03:00:00.000Z',
        status: 'open',
        capacity: 5,
        claimed: 1,
        arrived: 0,
        waiting: 0,
      },
      task: { id: encodeId('task', task), title: '路口值守' },
      items: [
        expect.objectContaining({
          id,
          status: 'claimed',
          volunteer: {
            number: expect.stringMatching(/^\d{12}$/),
            name: '欧***',
            phoneMasked: expect.stringMatching(/^199\*{4}\d{4}$/),
            unit: { id: encodeId('unit', unit), name: '芗城供电局' },
            trainings: [{ code: 'first_aid', name: '急救培训', expiresOn: '2027-01-01' }],
          },
          proposedMinutes: null,
          actions: [],
        }),
      ],
      nextCursor: null,
    });
  });

  it('sees a long list page by page, who gave the place back at the end', async () => {
    const { shift } = await buildPost(app.database, {}, { capacity: 5 });
    const statuses = ['released', 'claimed', 'in_progress', 'no_show', 'verified'] as const;
    const ids: string[] = [];
    for (const status of statuses) {
      const personId = await buildVolunteer(app.database);
      ids.push(encodeId('claim', await buildClaim(app.database, { shiftId: shift, personId, status })));
    }
    const path = `/staff/shifts/${encodeId('shift', shift)}/claims?limit=2`;
    const pages: { items: { id: string }[]; nextCursor: string | null; shift: { arrived: number } }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await app
        .as(staff)
        .get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`)
        .expect(200);
      const page = answer.body as (typeof pages)[number];
      pages.push(page);
      cursor = page.nextCursor;
    }
    expect(pages.map((page) => page.items.map(({ id }) => ids.indexOf(id)))).toEqual([[1, 2], [4, 0], [3]]);
    expect(pages.map((page) => page.shift.arrived)).toEqual([2, 2, 2]);
    await untouched(() => app.as(staff).get(`${path}&cursor=x`), 'INVALID_INPUT');
    await untouched(() => app.as(staff).get(path.replace('=2', '=51')), 'INVALID_INPUT');
  });

  it('checks in and ends for who has no phone', async () => {
    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:15:00Z' });
    const id = await claim(app, person, shift);
    const { body } = await app
      .as(staff)
      .post(`/staff/claims/${id}/check-in`, { note: '没带手机' })
      .expect(200);
    expect(body).toMatchObject({ status: 'in_progress', checkInMethod: 'staff', actions: ['staff_finish'] });
    app.clock.set('2026-11-23T03:20:00Z');
    for (const at of ['2026-11-23T01:05:00Z', '2026-11-23T03:20:01Z', '2026-11-23']) {
      await untouched(
        () => app.as(staff).post(`/staff/claims/${id}/finish`, { at, note: '一起收的队' }),
        'INVALID_INPUT',
      );
    }
    const done = await app
      .as(staff)
      .post(`/staff/claims/${id}/finish`, { at: '2026-11-23T03:10:00Z', note: '一起收的队' })
      .expect(200);
    expect(done.body).toMatchObject({
      status: 'submitted',
      finishedAt: '2026-11-23T03:10:00.000Z',
      proposedMinutes: 115,
      actions: ['verify', 'query', 'reject'],
    });
    expect(
      (await auditedActs(app.database, 'claim', decodeId('claim', id))).map((act) => act.action),
    ).toEqual(['claim.check_in', 'claim.finish']);
  });

  it('verifies the minutes really served, and they go into the ledger at once', async () => {
    const { id, person } = await submitted(100);
    const { body } = await verify(staff, id, 100).expect(200);
    expect(body).toMatchObject({ status: 'verified', verifiedMinutes: 100, actions: [] });
    const rows = await app.database.query(
      'SELECT act, minutes, day, tier, actor_id AS actorId FROM hours_ledger WHERE person_id = ?',
      [person],
    );
    expect(rows).toEqual([
      { act: 'service', minutes: 100, day: '2026-11-20', tier: 'community', actorId: staff },
    ]);
    expect(await toldKinds(app.database, person)).toEqual(['claim_verified']);
    const view = await app.as(person).get(`/claims/${id}`).expect(200);
    expect(view.body).toMatchObject({
      verifiedMinutes: 100,
      hours: { status: 'provisional', minutes: 100 },
      timeline: [{ status: 'claimed' }, { status: 'verified' }],
    });
    await untouched(() => verify(staff, id, 100), 'CLAIM_STATE');
  });

  it('answers a repeat of the same decision, and only one of two at once', async () => {
    const { id, person } = await submitted(60);
    const other = await buildStaff(app.database, 'volunteer_coordinator');
    const answers = await Promise.all([
      app.as(staff).post(`/staff/claims/${id}/verify`, { minutes: 60 }, 'verify-key-1'),
      app.as(staff).post(`/staff/claims/${id}/verify`, { minutes: 60 }, 'verify-key-1'),
      verify(other, id, 60),
    ]);
    const good = answers.filter((answer) => answer.status === 200);
    expect(answers.filter((answer) => ![200, 409].includes(answer.status))).toEqual([]);
    expect([1, 2]).toContain(good.length);
    const [row] = await app.database.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM hours_ledger WHERE person_id = ?',
      [person],
    );
    expect(row?.n).toBe(1);
  });

  it('gives no more minutes than there were, and says why when it gives others', async () => {
    const { id } = await submitted(100);
    const most = await untouched(() => verify(staff, id, 101, '多给一点'), 'HOURS_MINUTES');
    expect(most.body).toMatchObject({
      message: '这次服务最多 100 分钟。',
      rule: { no: 9, title: '服务时长' },
    });
    for (const minutes of [0, -5, 1.5, '60', null, 1e9]) {
      const body = { minutes, reason: '按实际' };
      const send = () => app.as(staff).post(`/staff/claims/${id}/verify`, body);
      await untouched(send, 'INVALID_INPUT');
    }
    await untouched(() => verify(staff, id, 90), 'INVALID_INPUT');
    expect((await verify(staff, id, 90, '中途离开十分钟')).body).toMatchObject({ verifiedMinutes: 90 });
  });

  it('leaves long days to the street, and longer ones to the district', async () => {
    const person = await buildVolunteer(app.database);
    const first = await submitted(480, { person, startsAt: '2026-11-19T00:00:00Z', shiftMinutes: 480 });
    await verify(staff, first.id, 480).expect(200);
    const second = await submitted(200, { person, startsAt: '2026-11-19T09:00:00Z', shiftMinutes: 200 });
    const seen = await app.as(staff).get(`/staff/claims/${second.id}`).expect(200);
    expect(seen.body).toMatchObject({
      dayMinutes: 480,
      maxMinutes: 200,
      proposedMinutes: 200,
      tier: 'street',
      mayVerify: false,
      evidence: null,
    });
    const answer = await untouched(() => verify(staff, second.id, 200), 'HOURS_TIER');
    expect(answer.body.message).toBe('这一天加起来超过 8 小时，要由街道核定。');
    await verify(street, second.id, 200).expect(200);
    const third = await submitted(60, { person, startsAt: '2026-11-19T13:00:00Z', shiftMinutes: 60 });
    await untouched(() => verify(street, third.id, 60), 'HOURS_TIER');
    await verify(district, third.id, 60).expect(200);
    // The next day begins anew.
    const fourth = await submitted(60, { person, startsAt: '2026-11-19T16:00:00Z', shiftMinutes: 60 });
    await verify(staff, fourth.id, 60).expect(200);
  });

  it('asks, rejects with a reason, and marks who has not come', async () => {
    const one = await submitted(60);
    await app.as(staff).post(`/staff/claims/${one.id}/query`, { question: '去了哪几个楼？' }).expect(200);
    expect(await toldKinds(app.database, one.person)).toEqual(['claim_queried']);
    const rejected = await app
      .as(staff)
      .post(`/staff/claims/${one.id}/reject`, { reason: '当天没有到现场' })
      .expect(200);
    expect(rejected.body).toMatchObject({ status: 'rejected', statusReason: '当天没有到现场', actions: [] });
    expect(await toldKinds(app.database, one.person)).toEqual(['claim_queried', 'claim_rejected']);
    expect(await placesOf(app.database, one.shift)).toEqual({ claimed: 0, waiting: 0 });

    const person = await buildVolunteer(app.database);
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:10:00Z' });
    const id = await claim(app, person, shift);
    const mark = () => app.as(staff).post(`/staff/claims/${id}/mark-no-show`);
    app.clock.set('2026-11-23T01:39:59Z');
    const early = await untouched(mark, 'CLAIM_STATE');
    expect(early.body.message).toBe('班次开始半小时后才能记“没有到”。');
    app.clock.set('2026-11-23T01:40:00Z');
    expect((await mark().expect(200)).body.status).toBe('no_show');
    await untouched(mark, 'CLAIM_STATE');
    expect(
      (await auditedActs(app.database, 'claim', decodeId('claim', id))).map((act) => act.action),
    ).toEqual(['claim.mark_no_show']);
  });

  it('decides nothing about itself', async () => {
    const own = await buildVolunteer(app.database, { personId: staff });
    const { id } = await submitted(60, { person: own });
    const acts: [string, object][] = [
      ['check-in', {}],
      ['finish', { at: '2026-11-20T03:00:00Z', note: '自己结束' }],
      ['verify', { minutes: 60 }],
      ['query', { question: '问自己' }],
      ['reject', { reason: '退回自己' }],
      ['mark-no-show', {}],
    ];
    for (const [act, body] of acts) {
      const send = () => app.as(staff).post(`/staff/claims/${id}/${act}`, body);
      await untouched(send, 'CLAIM_OWN');
    }
    expect((await app.as(staff).get(`/staff/claims/${id}`)).body).toMatchObject({
      actions: [],
      mayVerify: false,
    });
  });

  it('is held to its own division and its own permission', async () => {
    const { id, shift } = await submitted(60);
    const neighbour = await buildStaff(app.database, 'volunteer_coordinator', OTHER_STREET_COMMUNITY);
    const editor = await buildStaff(app.database, 'editor');
    const resident = await buildVolunteer(app.database);
    const shiftPath = `/staff/shifts/${encodeId('shift', shift)}`;
    for (const who of [neighbour, editor, resident]) {
      for (const path of [
        `${shiftPath}/claims`,
        `${shiftPath}/check-in-code`,
        `/staff/claims/${id}`,
        `/staff/divisions/${COMMUNITY}/submissions`,
      ]) {
        await untouched(() => app.as(who).get(path), 'FORBIDDEN');
      }
      await untouched(() => verify(who, id, 60), 'FORBIDDEN');
    }
    const nobody = () => app.as(staff).get(`/staff/shifts/${encodeId('shift', 9e6)}/claims`);
    await untouched(nobody, 'NOT_FOUND');
    const checkpoint = () => app.as(staff).get(`${shiftPath}/check-in-code?checkpoint=1`);
    await untouched(checkpoint, 'PATROL_CHECKPOINT');
    const odd = () => app.as(staff).get(`${shiftPath}/check-in-code?checkpoint=-1`);
    await untouched(odd, 'INVALID_INPUT');
  });

  it('reads what was handed in, the oldest first, in its subtree only', async () => {
    const place = '350602005001';
    await buildDivision(app.database, place, '前锋社区');
    const keeper = await buildStaff(app.database, 'volunteer_coordinator', '350602005');
    await grantRole(app.database, keeper, 'editor', COMMUNITY);
    const ids: string[] = [];
    for (const day of [12, 10, 11]) {
      const startsAt = `2026-11-${day}T01:00:00Z`;
      const { shift } = await buildPost(app.database, { divisionCode: place }, { startsAt });
      const person = await buildVolunteer(app.database);
      const row = await buildClaim(app.database, { shiftId: shift, personId: person, status: 'submitted' });
      ids.push(encodeId('claim', row));
    }
    await submitted(60);
    const first = await app.as(keeper).get(`/staff/divisions/${place}/submissions?limit=2`).expect(200);
    expect(first.body.items).toMatchObject([
      {
        id: ids[1],
        task: { placeName: '延安北路口' },
        division: { code: place, name: '前锋社区' },
        proposedMinutes: 120,
        maxMinutes: 120,
        dayMinutes: 0,
        tier: 'community',
        mayVerify: true,
      },
      { id: ids[2] },
    ]);
    const rest = await app
      .as(keeper)
      .get(`/staff/divisions/${place}/submissions?limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(rest.body).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
  });
});
