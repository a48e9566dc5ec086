import { execFile } from 'node:child_process';
import path from 'node:path';
import { HoursClock } from '@jiefang/bff/volunteering/hours/hours-clock';
import { buildStaff } from '../../../builders/bookings.js';
import { credit, hoursId } from '../../../builders/hours.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { TEST_SECRET } from '../../../support/app.js';
import { stage } from '../../../support/stage.js';
import { folderWith } from '../../divisions/files.js';

jest.setTimeout(60_000);

const COMMAND = path.resolve(__dirname, '../../../../bff/dist/cli/import.js');
const OFF = [
  '01-01',
  '02-05',
  '02-08',
  '02-09',
  '02-10',
  '02-11',
  '04-05',
  '05-03',
  '05-04',
  '06-09',
  '10-01',
];

describe('working days that the calendar does not know', () => {
  const [app] = stage(1);
  let input: Awaited<ReturnType<typeof folderWith>>;
  let staff: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
    input = await folderWith({
      'one.csv': 'day,works,note\n2027-01-01,0,元旦\n',
      '2027.csv': `day,works,note\n${OFF.map((day) => `2027-${day},0,节假日\n`).join('')}2027-02-20,1,调休\n`,
      'broken.csv': 'day,works,note\n2027-02-30,0,\n2027-02-08,是,\n2027-02-09,0,\n2027-02-09,0,\n',
      'other.csv': 'date,works\n2027-01-01,0\n',
    });
  });
  afterAll(() => input.remove());

  const run = (file: string): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const { host, port, username, password, database } = app.database.dataSource
        .options as unknown as Record<string, string>;
      const url = `mysql://${username}:${password}@${host}:${port}/${database}`;
      const env = { ...process.env, DATABASE_URL: url, APP_SECRET: TEST_SECRET };
      const child = execFile(
        process.execPath,
        [COMMAND, 'working-days', file],
        { env, cwd: input.folder },
        (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const gap = async (): Promise<string | null> =>
    (await app.as(staff).get(`/staff/divisions/${COMMUNITY}/volunteering-todo`).expect(200)).body
      .calendarGap as string | null;

  it('are careful until the operator enters the year, and exact from then on', async () => {
    app.clock.set('2026-12-28T02:00:00Z');
    expect(await gap()).toContain('2027 年');
    const volunteer = await buildVolunteer(app.database);
    const id = await credit(app, volunteer, staff);
    app.clock.set('2026-12-29T01:00:00Z');
    await app.app.get(HoursClock).run();
    // The 30th and 31st count in 2026; what comes in January is not known, so the first weekday beyond doubt is the 4th.
    expect(
      (
        await app
          .as(volunteer)
          .get(`/me/hours/${hoursId(id)}`)
          .expect(200)
      ).body,
    ).toMatchObject({
      publicisedOn: '2026-12-29',
      publicationEndsOn: '2027-01-04',
    });
    const first = await run('one.csv');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('The days off of 2027 are not complete yet');
    expect(await gap()).toContain('2027 年');
    const year = await run('2027.csv');
    expect(year.out).toContain('Read 12 days.\n12 entered, 0 as they were.');
    expect(year.out).not.toContain('not complete');
    expect(await gap()).toBeNull();
    expect((await run('2027.csv')).out).toContain('Nothing to change');
  });

  it('are refused as a whole with every wrong line', async () => {
    const { code, out, err } = await run('broken.csv');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const words of [
      'broken.csv:2: day is not a date',
      'broken.csv:3: works is not',
      'broken.csv:5: 2027-02-09 is there twice',
    ]) {
      expect(err).toContain(words);
    }
    expect((await run('other.csv')).err).toContain('header lacks day, note');
    expect((await run('nowhere.csv')).err).toContain('no such file');
  });
});
