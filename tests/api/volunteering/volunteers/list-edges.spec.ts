import { encodeCursor } from '@jiefang/bff/common/pagination/cursor';
import { buildStaff } from '../../../builders/bookings.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

describe('the list of volunteers', () => {
  const [app] = stage(1);
  let staff: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
    await buildVolunteer(app.database);
  });

  it.each(['🎉', '林', "35' OR '1'='1", ''])('refuses a made-up place in it: %j', async (code) => {
    const answer = await app
      .as(staff)
      .get(`/staff/divisions/${COMMUNITY}/volunteers?cursor=${encodeCursor([code, 1])}`);
    expectRefusal(answer, 'INVALID_INPUT');
  });
});
