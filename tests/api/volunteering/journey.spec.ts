import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { ClaimClock } from '@jiefang/bff/volunteering/claims/claim-clock';
import { PLEDGE_VERSION } from '@jiefang/shared/volunteering';
import { buildStaff, deliver } from '../../builders/bookings.js';
import { faultsOfHours, runHoursClock } from '../../builders/hours.js';
import { messagesTo } from '../../builders/identity.js';
import { checkpointCode } from '../../builders/patrols.js';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { expectRefusal } from '../../support/refusal.js';
import { stage } from '../../support/stage.js';
import { publishTask } from './tasks/support.js';

jest.setTimeout(60_000);

/** Tuesday evening in Shanghai, 19:30 to 21:00. */
const START = Date.parse('2026-11-24T11:30:00Z');
const PHONE = 'phone-of-the-journey';
const METRE = 1 / 111_195;
const PLACE = { latitude: 24.513, longitude: 117.655 };
/** A kilometre to the north with three checkpoints. */
const ROUTE = {
  line: [PLACE, { ...PLACE, latitude: PLACE.latitude + 1000 * METRE }],
  checkpoints: ['岗亭', '石牌坊', '文庙'].map((name, index) => ({
    no: index + 1,
    name,
    latitude: PLACE.latitude + index * 500 * METRE,
    longitude: PLACE.longitude,
    radiusMetres: 30,
    dwellSeconds: 0,
  })),
};

describe('a volunteer’s way from the pledge to a certificate', () => {
  const [app] = stage(1);
  let coordinator: number;
  let volunteer: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    coordinator = await buildStaff(app.database, 'volunteer_coordinator');
    volunteer = await buildPerson(app.database, { nickname: '林阿姨' });
  });

  const told = async (): Promise<string[]> => {
    await deliver(app);
    return (await messagesTo(app.database, volunteer)).map((message) => message.kind);
  };

  it('is walked over HTTP alone, and the ledger is proved at its end', async () => {
    const { clock } = app;
    const me = app.as(volunteer);
    const staff = app.as(coordinator);

    // Join.
    const joined = await me.post('/me/volunteer', {
      pledgeVersion: PLEDGE_VERSION,
      name: '林秀兰',
      birthDay: '1990-05-01',
      communityCode: COMMUNITY,
      unitId: null,
      skills: ['cooking'],
      emergencyOptIn: false,
      idNumber: '350699199005010028',
    });
    expect({ status: joined.status, body: joined.body }).toMatchObject({
      status: 201,
      body: { status: 'active', name: '林**', idNumberMasked: '350***********0028' },
    });

    // A patrol that asks for a training, with a risk.
    const task = await publishTask(app, coordinator, {
      kind: 'patrol',
      title: '夜间巡防·古城线',
      location: PLACE,
      route: ROUTE,
      requirements: { minAge: 18, maxAge: null, trainings: ['patrol'], unitIds: [], residentsOnly: false },
      riskNotice: '夜间行走，注意车辆。',
      insured: true,
      insuranceNote: '社区买了意外险',
      shifts: [
        {
          startsAt: new Date(START).toISOString(),
          endsAt: new Date(START + 90 * 60_000).toISOString(),
          opensAt: '2026-11-20T00:00:00.000Z',
          closesAt: new Date(START).toISOString(),
          capacity: 4,
        },
      ],
    });
    const shift = task.shifts[0]?.id ?? '';
    const cards = await me.get(`/tasks?community=${COMMUNITY}`).expect(200);
    expect(cards.body.items).toMatchObject([{ shiftId: shift, placesLeft: 4, mine: null }]);

    // Claim: refused until the training is recorded and the risk accepted.
    expectRefusal(await me.post('/claims', { shiftId: shift, riskAccepted: true }), 'CLAIM_TRAINING');
    const person = encodeId('person', volunteer);
    const training = { training: 'patrol', passedOn: '2026-11-20', expiresOn: null };
    await staff.post(`/staff/volunteers/${person}/trainings`, training).expect(200);
    expectRefusal(await me.post('/claims', { shiftId: shift }), 'CLAIM_RISK');
    const claimed = await me.post('/claims', { shiftId: shift, riskAccepted: true }).expect(201);
    const claim = claimed.body.id as string;
    expectRefusal(await me.post('/claims', { shiftId: shift, riskAccepted: true }), 'CLAIM_ALREADY');
    expect((await me.get('/me/next-service').expect(200)).body.claim).toMatchObject({ id: claim });

    // The clock reminds an hour before; check-in asks for the place and the time.
    const here = { ...PLACE, accuracy: 12, coordinateSystem: 'GCJ-02' };
    expectRefusal(await me.post(`/claims/${claim}/check-in`, { location: here }), 'CLAIM_CHECK_IN_EARLY');
    clock.set(new Date(START - 50 * 60_000));
    await app.app.get(ClaimClock).run();
    expect(await told()).toContain('claim_reminder');
    clock.set(new Date(START - 5 * 60_000));
    const away = { ...here, latitude: PLACE.latitude + 0.02 };
    expectRefusal(await me.post(`/claims/${claim}/check-in`, { location: away }), 'CLAIM_TOO_FAR');
    const checkedIn = await me.post(`/claims/${claim}/check-in`, { location: here }).expect(200);
    expect(checkedIn.body).toMatchObject({ status: 'in_progress', actions: ['start_patrol', 'finish'] });

    // The patrol: a consent of its own, points in batches that repeat and come late, a pause, a code, the end.
    const start = { device: PHONE, coordinateSystem: 'GCJ-02', consentVersion: 1 };
    expectRefusal(await me.post(`/claims/${claim}/patrol`, start), 'CONSENT_REQUIRED');
    await me.post('/me/consents/track', { version: 1 }).expect(200);
    clock.set(new Date(START));
    const patrol = (await me.post(`/claims/${claim}/patrol`, start).expect(201)).body.id as string;
    const track = walk();
    const upload = (from: number, to: number) =>
      me
        .post(`/patrols/${patrol}/points`, { device: PHONE, firstSeq: from, points: track.slice(from, to) })
        .expect(200);
    clock.set(new Date(START + 10 * 60_000));
    const acknowledged = await upload(0, 60);
    clock.set(new Date(START + 26 * 60_000));
    await upload(120, 200);
    const between = await me.get(`/patrols/${patrol}`).expect(200);
    expect(between.body).toMatchObject({ receivedPoints: 140, missing: [{ from: 60, to: 119 }] });
    await me
      .post(`/patrols/${patrol}/pause`, { at: new Date(START + 20 * 60_000).toISOString() })
      .expect(200);
    await me
      .post(`/patrols/${patrol}/resume`, { at: new Date(START + 25 * 60_000).toISOString() })
      .expect(200);
    const live = await staff.get(`/staff/divisions/${COMMUNITY}/patrols/live`).expect(200);
    expect(live.body.items).toMatchObject([{ patrolId: patrol, volunteer: { name: '林**' } }]);
    const code = checkpointCode(app, decodeId('shift', shift), 2);
    await me.post(`/patrols/${patrol}/checkpoints`, { no: 2, qr: code }).expect(200);
    clock.set(new Date(START + 31 * 60_000));
    const end = { at: new Date(START + 30 * 60_000).toISOString(), lastSeq: track.length - 1 };
    await me.post(`/patrols/${patrol}/finish`, end).expect(200);
    await upload(60, 130);
    await upload(200, track.length);
    expect((await upload(0, 60)).body).toEqual(acknowledged.body);
    const whole = await me.get(`/patrols/${patrol}`).expect(200);
    expect(whole.body).toMatchObject({ status: 'finished', receivedPoints: track.length, missing: [] });

    // Verified with the evidence at hand.
    const { items } = (await staff.get(`/staff/divisions/${COMMUNITY}/submissions`).expect(200)).body;
    expect(items).toMatchObject([
      {
        id: claim,
        mayVerify: true,
        tier: 'community',
        proposedMinutes: 25,
        evidence: {
          grade: 'strong',
          pausedSeconds: 300,
          checkpoints: [
            { reached: true, method: 'track' },
            { reached: true, method: 'qr' },
            { reached: true, method: 'track' },
          ],
        },
      },
    ]);
    expectRefusal(await staff.post(`/staff/claims/${claim}/verify`, { minutes: 80 }), 'HOURS_MINUTES');
    await staff.post(`/staff/claims/${claim}/verify`, { minutes: 25 }).expect(200);
    const provisional = await me.get('/me/hours').expect(200);
    expect(provisional.body).toMatchObject({
      balance: { recorded: 0, publicised: 0, provisional: 25 },
      items: [{ status: 'provisional', minutes: 25, day: '2026-11-24', content: '夜间巡防·古城线' }],
    });

    // Public on Wednesday at nine, for three working days more; recorded on Tuesday.
    clock.set('2026-11-25T01:00:00Z');
    await runHoursClock(app);
    const list = await app.as().get(`/hours/publication?community=${COMMUNITY}`).expect(200);
    expect(list.body.items).toMatchObject([{ minutes: 25, endsOn: '2026-11-30', mine: false }]);
    expect(JSON.stringify(list.body)).not.toContain('林');
    clock.set('2026-11-30T15:59:00Z');
    await runHoursClock(app);
    expect((await me.get('/me/hours').expect(200)).body.balance).toMatchObject({
      recorded: 0,
      publicised: 25,
    });
    clock.set('2026-11-30T16:00:30Z');
    await runHoursClock(app);
    expect((await me.get('/me/hours').expect(200)).body.balance).toMatchObject({
      recorded: 25,
      publicised: 0,
    });

    // A certificate, seven days after publication began.
    const wish = { fromDay: '2026-11-01', toDay: '2026-11-30', purpose: '入学积分' };
    expectRefusal(await me.post('/me/certificates', wish), 'CERTIFICATE_NO_HOURS');
    clock.set('2026-12-02T02:00:00Z');
    const requested = await me.post('/me/certificates', wish).expect(201);
    const certificate = requested.body.id as string;
    await staff
      .post(`/staff/certificates/${certificate}/issue`, { responsible: '郑国平', contact: '0596-2020001' })
      .expect(200);
    const issued = (await me.get(`/certificates/${certificate}`).expect(200)).body;
    expect(issued).toMatchObject({ status: 'issued', minutes: 25, actions: ['download'] });
    const { body: link } = await me.get(`/certificates/${certificate}/link`).expect(200);
    const paper = await app.as().get((link.path as string).replace('/api/v1', ''));
    expect({ status: paper.status, type: paper.headers['content-type'] }).toEqual({
      status: 200,
      type: 'application/pdf',
    });

    // A stranger checks it; it is revoked; the stranger checks again.
    const check = (number: string, secret: string) =>
      app.as().get(`/certificates/check?number=${number}&code=${secret}`);
    const good = await check(issued.number, issued.code).expect(200);
    expect(good.body).toMatchObject({
      status: 'issued',
      number: issued.number,
      minutes: 25,
      revokedAt: null,
    });
    expect(JSON.stringify(good.body)).not.toMatch(/林|秀兰|0028/);
    expectRefusal(await check(issued.number, 'ABCDEFGHJKMN'), 'CERTIFICATE_UNKNOWN');
    expectRefusal(await check('350602002002-2026-999999', issued.code), 'CERTIFICATE_UNKNOWN');
    await staff.post(`/staff/certificates/${certificate}/revoke`, { reason: '证件号码登记错了' }).expect(200);
    const bad = await check(issued.number, issued.code).expect(200);
    expect(bad.body).toMatchObject({ status: 'revoked', number: issued.number });
    expectRefusal(await me.get(`/certificates/${certificate}/link`), 'CERTIFICATE_STATE');
    expectRefusal(await app.as().get((link.path as string).replace('/api/v1', '')), 'CERTIFICATE_STATE');

    expect(await told()).toEqual([
      'training_recorded',
      'claim_reminder',
      'claim_verified',
      'hours_publicised',
      'hours_recorded',
      'certificate_issued',
      'certificate_revoked',
    ]);
    expect(await faultsOfHours(app.database)).toEqual([]);
  });
});

/** Half an hour to the north at a fix each five seconds, with the five minutes of the pause left out. */
function walk(): (number | null)[][] {
  const seconds = Array.from({ length: 360 }, (_, index) => index * 5).filter((s) => s <= 1200 || s >= 1500);
  return seconds.map((s) => {
    const walked = s > 1200 ? s - 300 : s;
    // Receivers tremble; a place that stays the same to the last digit would be a receiver that hangs.
    const tremble = ((s * 7919) % 11) / 10;
    const latitude = PLACE.latitude + (walked * 0.68 + tremble) * METRE;
    return [START + s * 1000, latitude, PLACE.longitude + tremble * METRE, 8, 12, 0.7];
  });
}
