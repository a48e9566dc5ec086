import { buildPerson } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildClaim, buildPost, buildShift, buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import { buildTaskPeople, shiftId, SISTER, STREET } from './support.js';

interface Card {
  shiftId: string;
  startsAt: string;
  placesLeft: number;
  mine: string | null;
  task: { title: string; distanceMetres: number | null; community: { code: string } };
}

describe('lists of shifts', () => {
  const [app] = stage(1);
  let volunteer: number;
  const shifts: Record<string, number> = {};

  beforeAll(async () => {
    const { database } = app;
    await buildTaskPeople(database);
    volunteer = await buildVolunteer(database);
    const post = async (
      title: string,
      task: Parameters<typeof buildPost>[1],
      shift: Parameters<typeof buildPost>[2] = {},
    ) => (shifts[title] = (await buildPost(database, { title, ...task }, shift)).shift);
    await post('小区值守', {}, { startsAt: '2026-11-24T01:00:00Z' });
    await post('街道清洁', { divisionCode: STREET, kind: 'clean_up' }, { startsAt: '2026-11-24T00:00:00Z' });
    await post(
      '全市应急',
      { divisionCode: '3506', urgency: 'emergency' },
      { startsAt: '2026-11-25T01:00:00Z' },
    );
    await post('隔壁社区', { divisionCode: SISTER, latitude: 24.52 }, { startsAt: '2026-11-24T02:00:00Z' });
    await post(
      '新桥巡防',
      {
        divisionCode: OTHER_STREET_COMMUNITY,
        kind: 'patrol',
        latitude: 24.6,
        longitude: 117.7,
        riskNotice: '夜间',
        insured: true,
        route: { line: [], lengthMetres: 0, checkpoints: [{ no: 1 }, { no: 2 }] },
      },
      { startsAt: '2026-11-24T03:00:00Z' },
    );
    await post('草稿', { status: 'draft' });
    await post('取消的任务', { status: 'cancelled' });
    await post('取消的班次', {}, { status: 'cancelled' });
    await post('昨天的', {}, { startsAt: '2026-11-22T01:00:00Z' });
    await post('已经开始', {}, { startsAt: '2026-11-23T00:00:00Z' });
    await post('还没开放', {}, { startsAt: '2026-11-26T01:00:00Z', opensAt: '2026-11-25T01:00:00Z' });
    await post('满了', {}, { startsAt: '2026-11-27T01:00:00Z', capacity: 1 });
    await post(
      '开始了还能来',
      {},
      { startsAt: '2026-11-23T00:30:00Z', endsAt: '2026-11-23T08:00:00Z', closesAt: '2026-11-23T06:00:00Z' },
    );
    await buildClaim(database, { shiftId: shifts['满了'] ?? 0, personId: await buildVolunteer(database) });
    await buildClaim(database, { shiftId: shifts['小区值守'] ?? 0, personId: volunteer });
  });

  async function list(query: string, person?: number): Promise<Card[]> {
    const { body } = await app
      .as(person)
      .get(`/tasks?${encodeURI(query)}`)
      .expect(200);
    return (body as { items: Card[] }).items;
  }
  const titles = async (query: string): Promise<string[]> =>
    (await list(query)).map((card) => card.task.title);

  const OF_COMMUNITY = ['开始了还能来', '街道清洁', '小区值守', '全市应急', '还没开放', '满了'];

  it("show a community's own and those of the divisions above it, soonest first", async () => {
    expect(await titles(`community=${COMMUNITY}`)).toEqual(OF_COMMUNITY);
    expect(await titles(`community=${SISTER}`)).toEqual(['街道清洁', '隔壁社区', '全市应急']);
    expect(await titles(`community=${OTHER_STREET_COMMUNITY}`)).toEqual(['新桥巡防', '全市应急']);
  });

  it('filter by day, kind, urgency, words, and what can be claimed now', async () => {
    const of = (query: string) => titles(`community=${COMMUNITY}&${query}`);
    expect(await of('day=2026-11-24')).toEqual(['街道清洁', '小区值守']);
    expect(await of('day=2026-11-23')).toEqual(['开始了还能来']);
    expect(await of('kind=clean_up')).toEqual(['街道清洁']);
    expect(await of('urgency=emergency')).toEqual(['全市应急']);
    expect(await of('q=值守')).toEqual(['小区值守']);
    expect(await of('q=延安北路口')).toHaveLength(6);
    expect(await of('q=%')).toEqual([]);
    expect(await of('q=_')).toEqual([]);
    expect(await of("q='; DROP TABLE task;--")).toEqual([]);
    expect(await of('open=1')).toEqual(['开始了还能来', '街道清洁', '小区值守', '全市应急']);
  });

  it('page through all of them once', async () => {
    for (const query of [`community=${COMMUNITY}`, 'near=24.51,117.65']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: Card[]; nextCursor: string | null } = (
          await app
            .as()
            .get(`/tasks?${query}&limit=1${cursor && `&cursor=${cursor}`}`)
            .expect(200)
        ).body;
        expect(page.items).toHaveLength(1);
        seen.push(...page.items.map((card) => card.shiftId));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual((await list(query)).map((card) => card.shiftId));
      expect(seen.length).toBeGreaterThan(5);
    }
  });

  it('go by distance near a place, whatever the community', async () => {
    const cards = await list('near=24.51,117.65');
    const distances = cards.map((card) => card.task.distanceMetres ?? -1);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(cards[0]?.task).toMatchObject({ title: '开始了还能来', distanceMetres: 0 });
    expect(cards.slice(-2).map((card) => card.task.title)).toEqual(['隔壁社区', '新桥巡防']);
    expect(cards.at(-2)?.task.distanceMetres).toBe(1112);
    expect(distances.at(-1)).toBeGreaterThan(11_000);
    expect(distances.at(-1)).toBeLessThan(11_500);
    // Twenty kilometres and no further.
    expect(await titles('near=24.42,117.5&kind=patrol')).toEqual([]);
    expect(await titles('near=24.51,117.65&kind=patrol')).toEqual(['新桥巡防']);
    expect(await titles(`near=24.6,117.7&community=${COMMUNITY}&day=2026-11-24`)).toEqual([
      '街道清洁',
      '小区值守',
    ]);
    expect(await list('near=39.9,116.4')).toEqual([]);
    expect(await list('near=-89.99,179.99')).toEqual([]);
  });

  it('say what a card needs, and how the reader stands', async () => {
    const [patrol] = await list(`community=${OTHER_STREET_COMMUNITY}&kind=patrol`);
    expect(patrol).toEqual({
      shiftId: shiftId(shifts['新桥巡防'] ?? 0),
      task: {
        id: expect.any(String),
        title: '新桥巡防',
        kind: 'patrol',
        urgency: 'ordinary',
        placeName: '延安北路口',
        address: '漳州市芗城区延安北路 1 号',
        location: { latitude: 24.6, longitude: 117.7 },
        distanceMetres: null,
        community: { code: OTHER_STREET_COMMUNITY, name: '新桥社区' },
        checkpoints: 2,
        insured: true,
        hasRisk: true,
      },
      startsAt: '2026-11-24T03:00:00.000Z',
      endsAt: '2026-11-24T05:00:00.000Z',
      opensAt: '2026-01-03T00:00:00.000Z',
      closesAt: '2026-11-24T03:00:00.000Z',
      capacity: 5,
      placesLeft: 5,
      waiting: 0,
      status: 'open',
      mine: null,
    });
    const mine = await list(`community=${COMMUNITY}&day=2026-11-24`, volunteer);
    expect(mine.map((card) => [card.task.title, card.mine, card.placesLeft])).toEqual([
      ['街道清洁', null, 5],
      ['小区值守', 'claimed', 4],
    ]);
    const full = shifts['满了'] ?? 0;
    await app.database.execute(
      `INSERT INTO shift_wait (id, shift_id, person_id, status, created_at, updated_at)
       VALUES (7000001, ?, ?, 'waiting', '2026-11-22', '2026-11-22')`,
      [full, volunteer],
    );
    const [card] = await list(`community=${COMMUNITY}&day=2026-11-27`, volunteer);
    expect(card).toMatchObject({ placesLeft: 0, mine: 'waiting' });
    await app.database.execute('DELETE FROM shift_wait WHERE id = 7000001');
  });

  it('tell the places left of up to fifty shifts', async () => {
    const ids = ['满了', '小区值守', '草稿'].map((title) => shiftId(shifts[title] ?? 0));
    const { body } = await app
      .as()
      .get(`/shifts/places?ids=${[...ids, 'zzzzzzzz'].join(',')}`)
      .expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items).toContainEqual({ id: ids[0], placesLeft: 0, waiting: 0 });
    expect(body.items).toContainEqual({ id: ids[1], placesLeft: 4, waiting: 0 });
    const many = Array.from({ length: 51 }, () => ids[0]).join(',');
    for (const query of ['', 'ids=', 'ids=x', `ids=${many}`, 'ids=%00'])
      expectRefusal(await app.as().get(`/shifts/places?${query}`), 'INVALID_INPUT');
  });

  it.each([
    '',
    'community=3506',
    'community=abc',
    'near=91,0',
    'near=24.5',
    'near=24.5,200',
    `community=${COMMUNITY}&day=2026-02-30`,
    `community=${COMMUNITY}&kind=party`,
    `community=${COMMUNITY}&urgency=yes`,
    `community=${COMMUNITY}&open=0`,
    `community=${COMMUNITY}&limit=0`,
    `community=${COMMUNITY}&limit=51`,
    `community=${COMMUNITY}&cursor=!!`,
    `community=${COMMUNITY}&cursor=WzFd`,
    `community=${COMMUNITY}&q=${'长'.repeat(41)}`,
    `community=${COMMUNITY}&unknown=1`,
  ])('refuse ?%s', async (query) => {
    expectRefusal(await app.as().get(`/tasks?${encodeURI(query)}`), 'INVALID_INPUT');
  });

  describe('of shifts like one that is full', () => {
    const similar = async (title: string, person?: number): Promise<string[]> => {
      const { body } = await app
        .as(person)
        .get(`/shifts/${shiftId(shifts[title] ?? 0)}/similar`)
        .expect(200);
      return (body as { items: Card[] }).items.map((card) => card.task.title);
    };

    it('offer the same task first, then its kind near by, never what clashes', async () => {
      const { database } = app;
      const { task, shift } = await buildPost(
        database,
        { title: '探访', kind: 'visit' },
        { startsAt: '2026-11-28T01:00:00Z', capacity: 1 },
      );
      shifts['探访'] = shift;
      expect(await similar('探访')).toEqual([]);
      await buildPost(
        database,
        { title: '近处探访', kind: 'visit', latitude: 24.53 },
        { startsAt: '2026-11-28T02:00:00Z' },
      );
      await buildPost(
        database,
        { title: '远处探访', kind: 'visit', latitude: 24.61 },
        { startsAt: '2026-11-28T02:00:00Z' },
      );
      await buildPost(database, { title: '很久以后', kind: 'visit' }, { startsAt: '2026-12-28T02:00:00Z' });
      const later = await buildShift(database, { taskId: task, startsAt: '2026-11-29T01:00:00Z' });
      await buildShift(database, { taskId: task, startsAt: '2026-11-30T01:00:00Z', capacity: 1 });
      expect(await similar('探访')).toEqual(['探访', '探访', '近处探访']);
      const busy = await buildVolunteer(database);
      await buildClaim(database, { shiftId: later, personId: busy });
      const { shift: clash } = await buildPost(database, {}, { startsAt: '2026-11-28T03:00:00Z' });
      await buildClaim(database, { shiftId: clash, personId: busy });
      // Their own later shift and the one near by are taken up; the third of the task remains.
      expect(await similar('探访', busy)).toEqual(['探访']);
    });

    it('know no draft and no stranger', async () => {
      expectRefusal(await app.as().get(`/shifts/${shiftId(shifts['草稿'] ?? 0)}/similar`), 'NOT_FOUND');
      expectRefusal(await app.as().get('/shifts/zzzzzzzz/similar'), 'NOT_FOUND');
      expectRefusal(await app.as(await buildPerson(app.database)).get('/shifts/x/similar'), 'NOT_FOUND');
    });
  });

  it('read ranges of an index, nothing else', async () => {
    const plans: Record<string, string[]> = {};
    for (const query of [`community=${COMMUNITY}`, 'near=24.51,117.65&limit=1']) {
      const spy = jest.spyOn(app.database, 'query');
      await list(query);
      const call = spy.mock.calls.find(([statement]) => /FROM \(\s*SELECT/.test(statement));
      spy.mockRestore();
      const rows = await app.database.query<{ table: string; type: string; key: string }>(
        `EXPLAIN ${call?.[0] ?? ''}`,
        call?.[1],
      );
      const stored = rows.filter((row) => ['s', 't'].includes(row.table));
      expect(stored.length).toBeGreaterThan(2);
      for (const row of stored) expect(['range', 'ref', 'eq_ref', 'const']).toContain(row.type);
      plans[query.slice(0, 4)] = stored.map((row) => row.key);
    }
    expect(plans['comm']).toContain('shift_day');
    expect(plans['near']).toEqual(expect.arrayContaining(['task_place', 'shift_task']));
  });

  it('cost at most six queries, however many cards', async () => {
    const { database } = app;
    for (let n = 0; n < 30; n += 1)
      await buildPost(database, { latitude: 24.9, longitude: 118.1, divisionCode: SISTER });
    for (const query of [`community=${SISTER}&limit=50`, 'near=24.9,118.1&limit=50']) {
      const spy = jest.spyOn(database, 'query');
      await list(query, volunteer);
      const own = spy.mock.calls.filter(([statement]) =>
        /FROM \(?\s*(\(SELECT|SELECT|shift|task|claim|shift_wait|division)\b/.test(statement),
      );
      spy.mockRestore();
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThanOrEqual(6);
    }
  });
});
