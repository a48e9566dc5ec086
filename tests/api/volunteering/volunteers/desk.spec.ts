import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { countRows, messagesTo, nextPhone } from '../../../builders/identity.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildUnit, buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const STREET = COMMUNITY.slice(0, 9);
const SISTER = `${STREET}003`;

describe('staff and the volunteers of their division', () => {
  const [app] = stage(1);
  let coordinator: number;
  let stranger: number;

  beforeAll(async () => {
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    await buildDivision(database, SISTER, '西桥社区');
    await buildDivision(database, OTHER_STREET_COMMUNITY, '新桥社区');
    coordinator = await buildVolunteer(database, { communityCode: SISTER });
    await grantRole(database, coordinator, 'volunteer_coordinator', STREET);
    stranger = await buildPerson(database);
    await grantRole(database, stranger, 'administrator', OTHER_STREET_COMMUNITY.slice(0, 9));
  });

  const path = (person: number, rest: string): string =>
    `/staff/volunteers/${encodeId('person', person)}/${rest}`;

  describe('the list', () => {
    it('shows the subtree, masked, page by page, without those who left', async () => {
      const { database } = app;
      const unit = await buildUnit(database);
      const phone = nextPhone();
      const here = await buildVolunteer(database, {
        personId: await buildPerson(database, { phone }),
        name: '陈建国',
        unitId: unit,
      });
      await buildVolunteer(database, { status: 'left' });
      const far = await buildVolunteer(database, { communityCode: OTHER_STREET_COMMUNITY });
      await database.execute(
        `INSERT INTO hours_item (id, person_id, division_code, kind, content, day, minutes, tier, status, created_at,
           updated_at)
         VALUES (1, ?, ?, 'service', '值守', '2026-11-01', 125, 'community', 'recorded', '2026-11-01', '2026-11-01'),
                (2, ?, ?, 'service', '值守', '2026-11-02', 60, 'community', 'provisional', '2026-11-02', '2026-11-02')`,
        [here, COMMUNITY, here, COMMUNITY],
      );
      const seen: { personId: string; status: string }[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: { personId: string; status: string }[]; nextCursor: string | null } = (
          await app
            .as(coordinator)
            .get(`/staff/divisions/${STREET}/volunteers?limit=1${cursor && `&cursor=${cursor}`}`)
            .expect(200)
        ).body;
        seen.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(new Set(seen.map((item) => item.personId)).size).toBe(seen.length);
      expect(seen.map((item) => item.personId)).not.toContain(encodeId('person', far));
      expect(seen.every((item) => item.status === 'active')).toBe(true);
      const found = (await app.as(coordinator).get(`/staff/divisions/${STREET}/volunteers?q=${phone}`)).body;
      expect(found).toEqual({
        items: [
          {
            personId: encodeId('person', here),
            number: expect.stringMatching(/^\d{12}$/),
            name: '陈**',
            phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
            status: 'active',
            community: { code: COMMUNITY, name: '延安社区' },
            unit: { id: encodeId('unit', unit), name: expect.any(String) },
            trainings: [],
            pauses: [],
            minutes: 125,
          },
        ],
        nextCursor: null,
      });
      const number = found.items[0].number as string;
      const byNumber = await app.as(coordinator).get(`/staff/divisions/${STREET}/volunteers?q=${number}`);
      expect(byNumber.body).toEqual(found);
      const elsewhere = `/staff/divisions/${OTHER_STREET_COMMUNITY.slice(0, 9)}/volunteers?q=${number}`;
      expect((await app.as(stranger).get(elsewhere).expect(200)).body.items).toEqual([]);
      expect(
        (await app.as(coordinator).get(`/staff/divisions/${STREET}/volunteers?q=%25`)).body.items,
      ).toEqual([]);
    });

    it.each(['🎉', "' OR 1=1", '%', '１', '林'])('finds nobody by %s', async (q) => {
      const { body } = await app
        .as(coordinator)
        .get(`/staff/divisions/${STREET}/volunteers?q=${encodeURIComponent(q)}`)
        .expect(200);
      expect(body).toEqual({ items: [], nextCursor: null });
    });

    it('is closed to residents and to the staff of the next street', async () => {
      const resident = await buildPerson(app.database);
      for (const person of [resident, stranger])
        expectRefusal(await app.as(person).get(`/staff/divisions/${STREET}/volunteers`), 'FORBIDDEN');
      expectRefusal(await app.as().get(`/staff/divisions/${STREET}/volunteers`), 'UNAUTHENTICATED');
      expectRefusal(await app.as(coordinator).get('/staff/divisions/350602/volunteers'), 'FORBIDDEN');
      expectRefusal(await app.as(coordinator).get('/staff/divisions/x/volunteers'), 'NOT_FOUND');
      for (const query of ['limit=0', 'cursor=xx', `q=${'9'.repeat(41)}`])
        expectRefusal(
          await app.as(coordinator).get(`/staff/divisions/${STREET}/volunteers?${query}`),
          'INVALID_INPUT',
        );
    });
  });

  describe('a training', () => {
    it('is written down, told, and replaced when passed again', async () => {
      const volunteer = await buildVolunteer(app.database);
      const form = { training: 'patrol', passedOn: '2026-11-01', expiresOn: '2027-10-31' };
      const { body } = await app.as(coordinator).post(path(volunteer, 'trainings'), form).expect(200);
      expect(body.trainings).toEqual([
        { code: 'patrol', name: '巡防培训', passedOn: '2026-11-01', expiresOn: '2027-10-31' },
      ]);
      await app
        .as(coordinator)
        .post(path(volunteer, 'trainings'), { ...form, passedOn: '2026-11-20', expiresOn: null })
        .expect(200);
      const { trainings } = (await app.as(volunteer).get('/me/volunteer').expect(200)).body.volunteer;
      expect(trainings).toEqual([
        { code: 'patrol', name: '巡防培训', passedOn: '2026-11-20', expiresOn: null },
      ]);
      const told = await messagesTo(app.database, volunteer);
      expect(told.map((message) => message.kind)).toEqual(['training_recorded', 'training_recorded']);
      expect(await countRows(app.database, "audit_entry WHERE action = 'volunteer.training'")).toBe(2);
    });

    it.each([
      { training: 'juggling' },
      { passedOn: '2026-11-24' },
      { passedOn: '1980-01-01' },
      { passedOn: '2026-02-30' },
      { expiresOn: '2026-11-01' },
      { expiresOn: 'never' },
      { expiresOn: undefined },
    ])('is refused with %j', async (change) => {
      const volunteer = await buildVolunteer(app.database);
      const form = { training: 'patrol', passedOn: '2026-11-01', expiresOn: null, ...change };
      await expectUntouched(
        app.database,
        () => app.as(coordinator).post(path(volunteer, 'trainings'), form),
        'INVALID_INPUT',
      );
    });

    it('is nobody’s own to write, nor the next street’s', async () => {
      const form = { training: 'patrol', passedOn: '2026-11-01', expiresOn: null };
      const volunteer = await buildVolunteer(app.database);
      const left = await buildVolunteer(app.database, { status: 'left' });
      const resident = await buildPerson(app.database);
      const cases: [number, number, 'FORBIDDEN' | 'NOT_FOUND'][] = [
        [coordinator, coordinator, 'FORBIDDEN'],
        [stranger, volunteer, 'FORBIDDEN'],
        [volunteer, volunteer, 'FORBIDDEN'],
        [coordinator, left, 'NOT_FOUND'],
        [coordinator, resident, 'NOT_FOUND'],
      ];
      for (const [caller, person, code] of cases) {
        await expectUntouched(app.database, () => app.as(caller).post(path(person, 'trainings'), form), code);
      }
    });
  });

  describe('a pause', () => {
    it('holds where the caller’s office reaches, is told, and can be lifted once', async () => {
      const volunteer = await buildVolunteer(app.database);
      const { body } = await app
        .as(coordinator)
        .post(path(volunteer, 'pauses'), { days: 30, reason: '多次没到' })
        .expect(200);
      const pause = {
        id: expect.any(String),
        division: { code: STREET, name: expect.any(String) },
        startsAt: '2026-11-23T01:05:00.000Z',
        endsAt: '2026-12-23T01:05:00.000Z',
        reason: '多次没到',
      };
      expect(body.pauses).toEqual([pause]);
      expect((await app.as(volunteer).get('/me/volunteer')).body.volunteer.pauses).toEqual([pause]);
      const lift = `/staff/volunteer-pauses/${body.pauses[0].id as string}/lift`;
      await expectUntouched(
        app.database,
        () => app.as(stranger).post(lift, { reason: '情况说明' }),
        'FORBIDDEN',
      );
      await expectUntouched(app.database, () => app.as(coordinator).post(lift, {}), 'INVALID_INPUT');
      const lifted = await app.as(coordinator).post(lift, { reason: '情况属实' }).expect(200);
      expect(lifted.body.pauses).toEqual([]);
      await expectUntouched(
        app.database,
        () => app.as(coordinator).post(lift, { reason: '情况属实' }),
        'PAUSE_OVER',
      );
      expect((await messagesTo(app.database, volunteer)).map((message) => message.kind)).toEqual([
        'claim_pause_started',
        'claim_pause_lifted',
      ]);
    });

    it('is over by itself, and then not to be lifted', async () => {
      const volunteer = await buildVolunteer(app.database);
      const { body } = await app
        .as(coordinator)
        .post(path(volunteer, 'pauses'), { days: 1, reason: '多次没到' })
        .expect(200);
      app.clock.set('2026-11-24T01:05:00Z');
      expect((await app.as(volunteer).get('/me/volunteer')).body.volunteer.pauses).toEqual([]);
      await expectUntouched(
        app.database,
        () =>
          app
            .as(coordinator)
            .post(`/staff/volunteer-pauses/${body.pauses[0].id as string}/lift`, { reason: '情况属实' }),
        'PAUSE_OVER',
      );
    });

    it.each([
      { days: 0, reason: '多次没到' },
      { days: 181, reason: '多次没到' },
      { days: 1.5, reason: '多次没到' },
      { days: 30, reason: '' },
      { days: 30 },
    ])('is refused with %j', async (form) => {
      const volunteer = await buildVolunteer(app.database);
      await expectUntouched(
        app.database,
        () => app.as(coordinator).post(path(volunteer, 'pauses'), form),
        'INVALID_INPUT',
      );
    });

    it('is nobody’s own to make or lift', async () => {
      await expectUntouched(
        app.database,
        () => app.as(coordinator).post(path(coordinator, 'pauses'), { days: 3, reason: '多次没到' }),
        'FORBIDDEN',
      );
      const { insertId } = await app.database.execute(
        `INSERT INTO volunteer_pause (person_id, division_code, starts_at, ends_at, reason)
         VALUES (?, ?, '2026-11-20', '2026-12-20', '没到三次')`,
        [coordinator, STREET],
      );
      await expectUntouched(
        app.database,
        () =>
          app.as(coordinator).post(`/staff/volunteer-pauses/${encodeId('volunteer_pause', insertId)}/lift`, {
            reason: '自己人',
          }),
        'FORBIDDEN',
      );
    });
  });

  describe('units', () => {
    it('are added once per division, and listed with the subtree', async () => {
      const create = (code: string, name: string, person = coordinator, kind = 'school') =>
        app.as(person).post(`/staff/divisions/${code}/units`, { name, kind });
      const { body } = await create(STREET, '实验小学').expect(201);
      expect(body).toMatchObject({ name: '实验小学', kind: 'school', division: { code: STREET } });
      await expectUntouched(app.database, () => create(STREET, '实验小学'), 'UNIT_EXISTS');
      await create(COMMUNITY, '实验小学').expect(201);
      await expectUntouched(app.database, () => create(STREET, '夜校', stranger), 'FORBIDDEN');
      await expectUntouched(app.database, () => create(STREET, '夜'), 'INVALID_INPUT');
      await expectUntouched(app.database, () => create(STREET, '夜校', coordinator, 'club'), 'INVALID_INPUT');
      const { items } = (await app.as(coordinator).get(`/staff/divisions/${STREET}/units`).expect(200)).body;
      const schools = (items as { name: string; division: { code: string } }[]).filter(
        (item) => item.name === '实验小学',
      );
      expect(schools.map((item) => item.division.code)).toEqual([STREET, COMMUNITY]);
      expectRefusal(await app.as(stranger).get(`/staff/divisions/${STREET}/units`), 'FORBIDDEN');
    });
  });
});
