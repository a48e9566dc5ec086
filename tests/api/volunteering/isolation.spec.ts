import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type request from 'supertest';
import { buildStaff } from '../../builders/bookings.js';
import { credit, runHoursClock } from '../../builders/hours.js';
import { buildPatrol } from '../../builders/patrols.js';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { buildClaim, buildPost, buildUnit, buildVolunteer } from '../../builders/volunteering.js';
import { Contract, type ContractOperation } from '../../support/contract.js';
import { contentsOf } from '../../support/refusal.js';
import { stage } from '../../support/stage.js';
import { FIRST_ROUTES, HALL_ROUTES } from '../../support/staff-routes.js';
import { shiftForm, taskForm } from './tasks/support.js';

jest.setTimeout(120_000);

/** Staff's routes of other domains. Whatever is new counts as volunteering's until it is named here. */
const OTHER_DOMAINS = [FIRST_ROUTES, HALL_ROUTES];
/** What staff read beside volunteers themselves. */
const SHARED_ROUTES = ['/patrols/{id}', '/patrols/{id}/line', '/patrols/{id}/gpx-link'];
const QUERY: Record<string, string> = { year: '2026', format: 'pdf' };

/** The staff of one division, asked about another's: whatever the route, nothing is told and nothing changes. */
describe('volunteering of somebody else’s division', () => {
  const [app] = stage(1);
  let operations: ContractOperation[];
  let contract: Contract;
  let ids: Record<string, string>;
  let coordinator: number;

  beforeAll(async () => {
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    await buildDivision(database, OTHER_STREET_COMMUNITY, '元光社区');
    coordinator = await buildStaff(database, 'volunteer_coordinator');
    const volunteer = await buildVolunteer(database, {
      idNumber: '350699199005010028',
      status: 'awaiting_guardian',
      birthDay: '2010-01-01',
    });
    await buildUnit(database, '延安北路商户联盟');
    const item = await credit(app, volunteer, coordinator, { day: '2026-11-20' });
    app.clock.set('2026-11-24T01:00:00Z');
    await runHoursClock(app);
    const objection = await app
      .as(await buildPerson(database))
      .post(`/hours/${encodeId('hours', item)}/objections`, { text: '那天我没有看到他。' });
    const { insertId: pause } = await database.execute(
      `INSERT INTO volunteer_pause (person_id, division_code, starts_at, ends_at, reason) VALUES (?, ?, ?, ?, '没有到')`,
      [volunteer, COMMUNITY, '2026-11-20', '2026-12-20'],
    );
    const { insertId: certificate } = await database.execute(
      `INSERT INTO certificate (person_id, division_code, status, from_day, to_day, minutes, created_at)
       VALUES (?, ?, 'requested', '2026-11-01', '2026-11-30', 120, '2026-11-24')`,
      [volunteer, COMMUNITY],
    );
    const { patrol } = await buildPatrol(app);
    const { shift, task } = await buildPost(database);
    const claim = await buildClaim(database, { shiftId: shift, personId: volunteer, status: 'submitted' });
    contract = await Contract.of(app.url);
    operations = contract
      .operations()
      .filter(
        ({ path }) =>
          (path.startsWith('/staff/') && !OTHER_DOMAINS.some((routes) => routes.test(path))) ||
          SHARED_ROUTES.includes(path),
      );
    ids = {
      divisions: COMMUNITY,
      volunteers: encodeId('person', volunteer),
      'volunteer-pauses': encodeId('volunteer_pause', pause),
      shifts: encodeId('shift', shift),
      claims: encodeId('claim', claim),
      hours: encodeId('hours', item),
      objections: (objection.body as { id: string }).id,
      certificates: encodeId('certificate', certificate),
      tasks: encodeId('task', task),
      patrols: patrol,
    };
  });
  // The patrol has moved the clock; every test begins where it stands.
  beforeEach(() => app.clock.set('2026-11-24T01:00:00Z'));

  /** Bodies that pass every check of their shape, so that it is the permission that refuses. */
  const KNOWN: Record<string, unknown> = {
    ...taskForm(),
    shifts: [shiftForm()],
    passedOn: '2026-11-01',
    expiresOn: null,
    at: '2026-11-24T00:59:00Z',
    contact: '0596-2020001',
    hours: [100, 300, 600, 1000, 1500],
    minutes: 30,
    weeks: 1,
    version: 1,
  };

  /** The kinds of units are other ones than those of tasks. */
  const knownAt = (path: string): Record<string, unknown> =>
    path.endsWith('/units') ? { ...KNOWN, kind: 'school' } : KNOWN;

  function send({ method, path, query, body }: ContractOperation, person: number | undefined): request.Test {
    const filled = path.replace(/([\w-]+)\/\{\w+\}/g, (_, owner: string) => {
      const id = ids[owner];
      if (id === undefined) throw new Error(`no ${owner} was built for ${path}`);
      return `${owner}/${id}`;
    });
    const wanted = query.filter((name) => name in QUERY).map((name) => `${name}=${QUERY[name]}`);
    const address = wanted.length === 0 ? filled : `${filled}?${wanted.join('&')}`;
    const content = body === null ? {} : (contract.example(body, knownAt(path)) as object);
    return method === 'get' ? app.as(person).get(address) : app.as(person)[method](address, content);
  }

  /** What each operation answers, by name. */
  async function answersTo(person: number | undefined, only = operations): Promise<Record<string, string>> {
    const answers: Record<string, string> = {};
    for (const operation of only) {
      const { status, body } = await send(operation, person);
      answers[`${operation.method} ${operation.path}`] =
        `${status} ${(body as { code?: string }).code ?? ''}`.trim();
    }
    return answers;
  }

  async function expectShut(person: number | undefined, allowed: RegExp): Promise<void> {
    const before = await contentsOf(app.database);
    const answers = await answersTo(person);
    expect(Object.entries(answers).filter(([, answer]) => !allowed.test(answer))).toEqual([]);
    expect(await contentsOf(app.database)).toEqual(before);
  }

  it('covers every route there is', () => {
    expect(operations.length).toBeGreaterThanOrEqual(44);
  });

  it('is shut to the coordinator and to the administrator of the next street', async () => {
    for (const role of ['volunteer_coordinator', 'administrator'] as const) {
      const stranger = await buildStaff(app.database, role, OTHER_STREET_COMMUNITY.slice(0, 9));
      await expectShut(stranger, /^(403 FORBIDDEN|404 NOT_FOUND)$/);
    }
  });

  it('is shut to staff of the community who have another job', async () => {
    for (const role of ['venue_manager', 'dispatcher'] as const) {
      const colleague = await buildStaff(app.database, role);
      await expectShut(colleague, /^(403 FORBIDDEN|404 NOT_FOUND)$/);
    }
  });

  it('is shut to a coordinator whose role was taken back, to volunteers and to visitors', async () => {
    const former = await buildStaff(app.database, 'volunteer_coordinator');
    await app.database.execute("UPDATE role_grant SET revoked_at = '2026-11-23' WHERE person_id = ?", [
      former,
    ]);
    await expectShut(former, /^(403 FORBIDDEN|404 NOT_FOUND)$/);
    await expectShut(await buildVolunteer(app.database), /^(403 FORBIDDEN|404 NOT_FOUND)$/);
    await expectShut(undefined, /^401 UNAUTHENTICATED$/);
  });

  it('is open to its own coordinator: what was refused above was refused for the permission', async () => {
    const reads = operations.filter((operation) => operation.method === 'get');
    const answers = await answersTo(coordinator, reads);
    expect(Object.entries(answers).filter(([, answer]) => answer !== '200')).toEqual([]);
    const writes = await answersTo(
      await buildStaff(app.database, 'volunteer_coordinator'),
      operations.filter((operation) => operation.method !== 'get'),
    );
    expect(Object.entries(writes).filter(([, answer]) => /^(400 INVALID|404|5)/.test(answer))).toEqual([]);
  });

  it('shows the coordinator of the next street an empty desk of their own', async () => {
    const street = OTHER_STREET_COMMUNITY.slice(0, 9);
    const stranger = await buildStaff(app.database, 'volunteer_coordinator', street);
    for (const list of [
      'volunteers',
      'submissions',
      'hours',
      'objections',
      'certificates',
      'tasks',
      'patrols/live',
    ]) {
      const answer = await app.as(stranger).get(`/staff/divisions/${street}/${list}`).expect(200);
      expect({ list, items: (answer.body as { items: unknown[] }).items }).toEqual({ list, items: [] });
    }
  });
});
