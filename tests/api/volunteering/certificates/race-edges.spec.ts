import { setTimeout as sleep } from 'node:timers/promises';
import { HoursCorrections } from '@jiefang/bff/volunteering/hours/hours-corrections';
import { HoursItemsRepository } from '@jiefang/bff/volunteering/hours/hours-items.repository';
import { buildStaff } from '../../../builders/bookings.js';
import { callerOf, credit, faultsOfHours, runHoursClock } from '../../../builders/hours.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('a certificate that is issued while hours are taken back', () => {
  const [app] = stage(1);
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
  });

  it('waits for the correction and says what is left', async () => {
    const staff = await buildStaff(app.database, 'volunteer_coordinator');
    const volunteer = await buildVolunteer(app.database, { idNumber: '350602199005011239' });
    app.clock.set('2026-11-13T10:00:00Z');
    const wrong = await credit(app, volunteer, staff, { day: '2026-11-11', minutes: 120 });
    await credit(app, volunteer, staff, { day: '2026-11-12', minutes: 60 });
    app.clock.set('2026-11-16T01:00:00Z');
    await runHoursClock(app);
    app.clock.set('2026-11-20T01:00:00Z');
    await runHoursClock(app);
    app.clock.set('2026-11-30T02:00:00Z');
    const asked = await app
      .as(volunteer)
      .post('/me/certificates', { fromDay: '2026-11-01', toDay: '2026-11-29', purpose: '' })
      .expect(201);

    const [corrections, items] = [app.app.get(HoursCorrections), app.app.get(HoursItemsRepository)];
    const issued = await app.database.transaction(async (tx) => {
      const item = await items.findForUpdate(tx, wrong);
      if (item === null) throw new Error('no item');
      await corrections.reverse(tx, item, callerOf(staff), '登记错了人', app.clock.now());
      const answer = app
        .as(staff)
        .post(`/staff/certificates/${asked.body.id}/issue`, {
          responsible: '陈书记',
          contact: '0596-2020001',
        })
        .then((done) => done);
      await sleep(500);
      return { answer };
    });
    expect(await issued.answer).toMatchObject({ status: 200, body: { status: 'issued', minutes: 60 } });
    expect(await faultsOfHours(app.database)).toEqual([]);
  });
});
