import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildStaff } from '../../../builders/bookings.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildPost, buildVolunteer, claim, claimStatus } from '../../../builders/volunteering.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('the six digits of a shift', () => {
  const [app] = stage(1);
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });

  it('cannot be guessed from home, and the code on the staff phone still lets in who is there', async () => {
    const [guesser, neighbour] = [await buildVolunteer(app.database), await buildVolunteer(app.database)];
    const { shift } = await buildPost(app.database, {}, { startsAt: '2026-11-23T01:15:00Z' });
    const [id, other] = [await claim(app, guesser, shift), await claim(app, neighbour, shift)];
    const { body } = await app.as(staff).get(`/staff/shifts/${encodeId('shift', shift)}/check-in-code`);
    const { qr, manualCode } = body as { qr: string; manualCode: string };
    const wrong = (n: number): string => String((Number(manualCode) + 1 + n) % 1_000_000).padStart(6, '0');
    const tried = [];
    for (let n = 0; n < 10; n += 1) {
      tried.push(
        (await app.as(guesser).post(`/claims/${id}/check-in`, { qr: wrong(n) })).body as { code: string },
      );
    }
    expect(new Set(tried.map((one) => one.code))).toEqual(new Set(['CLAIM_CODE_INVALID']));
    const answer = await app.as(guesser).post(`/claims/${id}/check-in`, { qr: ` ${manualCode}` });
    expectRefusal(answer, 'TOO_MANY_REQUESTS');
    expect(await claimStatus(app.database, id)).toBe('claimed');

    await app.as(guesser).post(`/claims/${id}/check-in`, { qr }).expect(200);
    await app.as(neighbour).post(`/claims/${other}/check-in`, { qr: manualCode }).expect(200);
  });
});
