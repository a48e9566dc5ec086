import { HoursLedger } from '@jiefang/bff/volunteering/hours/hours-ledger';
import { proveHours } from '@jiefang/bff/volunteering/hours/hours-proof';
import { COMMUNITY } from '../../../builders/venues.js';
import { TEST_SECRET } from '../../../support/app.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(120_000);

const PEOPLE = 4_000;
/** Each with 25 rows: five services, of each service these five acts. */
const SERVICES = 5;
const ACTS = ['service', 'publicised', 'objection', 'objection_answered', 'recorded'] as const;

describe('the proof of a hundred thousand rows', () => {
  const [app] = stage(1);

  it('takes seconds, and finds the one that was changed', async () => {
    const ledger = app.app.get(HoursLedger);
    const at = new Date('2026-11-20T10:00:00Z');
    const base = 1_000_000;
    for (let from = 0; from < PEOPLE; from += 200) {
      const people = Array.from({ length: 200 }, (_, n) => base + from + n);
      const items = people.flatMap((personId) =>
        Array.from({ length: SERVICES }, (_, n) => ({
          personId,
          itemId: (personId - base) * SERVICES + n + 1,
        })),
      );
      await app.database.transaction(async (tx) => {
        await tx.execute(
          `INSERT INTO hours_item (id, person_id, division_code, kind, content, day, minutes, tier, status, publicised_on,
             publication_ends_on, recorded_at, created_at, updated_at) VALUES ?`,
          [
            items.map(({ itemId, personId }) => [
              itemId,
              personId,
              COMMUNITY,
              'service',
              '值守',
              '2026-11-19',
              60,
              'community',
              'recorded',
              '2026-11-20',
              '2026-11-25',
              at,
              at,
              at,
            ]),
          ],
        );
        await ledger.append(
          tx,
          items.flatMap(({ itemId, personId }) =>
            ACTS.map((act) => ({
              personId,
              act,
              itemId,
              minutes: act === 'service' ? 60 : 0,
              day: '2026-11-19',
              claimId: null,
              divisionCode: COMMUNITY,
              unitId: null,
              tier: 'community' as const,
              actorId: null,
              reason: act === 'service' ? '值守' : act === 'publicised' ? '2026-11-25' : null,
              at,
            })),
          ),
        );
      });
    }
    const faults: unknown[] = [];
    const started = process.cpuUsage();
    const begun = Date.now();
    const proof = await proveHours(app.database, TEST_SECRET, (fault) => faults.push(fault));
    const { user, system } = process.cpuUsage(started);
    console.info(
      `${proof.rows} rows: ${Date.now() - begun} ms, ${Math.round((user + system) / 1000)} ms of it this process`,
    );
    expect(faults).toEqual([]);
    expect(proof).toEqual({
      rows: 100_000,
      people: PEOPLE,
      items: 20_000,
      minutes: 1_200_000,
      faultCount: 0,
    });
    expect(Date.now() - begun).toBeLessThan(20_000);
    await app.database.execute('UPDATE hours_head SET minutes = 0 WHERE person_id = ?', [base + 3_333]);
    await proveHours(app.database, TEST_SECRET, (fault) => faults.push(fault));
    expect(faults).toEqual([expect.objectContaining({ kind: 'head', personId: base + 3_333 })]);
  });
});
