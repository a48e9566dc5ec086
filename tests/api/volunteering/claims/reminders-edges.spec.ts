import { ClaimClockRepository } from '@jiefang/bff/volunteering/claims/claim-clock.repository';
import { countRows } from '../../../builders/identity.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildPost, buildVolunteer, claim, runClaimClock } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('a reminder', () => {
  const [app] = stage(1);
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));

  it('does not reach who gave the place back while the clock was about to write', async () => {
    const [gone, stays] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    const { shift } = await buildPost(
      app.database,
      { releaseByMinutes: 0 },
      { startsAt: '2026-11-23T06:00:00Z' },
    );
    const id = await claim(app, gone, shift);
    await claim(app, stays, shift);
    app.clock.set('2026-11-23T05:10:00Z');
    const due = app.app.get(ClaimClockRepository);
    const find = due.findToRemind.bind(due);
    jest.spyOn(due, 'findToRemind').mockImplementationOnce(async (...given) => {
      const found = await find(...given);
      expect(found).toHaveLength(2);
      await app.as(gone).post(`/claims/${id}/release`).expect(200);
      return found;
    });
    await runClaimClock(app);
    await runClaimClock(app);
    const reminded = (person: number) =>
      countRows(app.database, "outbox WHERE kind = 'claim_reminder' AND person_id = ?", [person]);
    expect(await reminded(gone)).toBe(0);
    expect(await reminded(stays)).toBe(1);
  });
});
