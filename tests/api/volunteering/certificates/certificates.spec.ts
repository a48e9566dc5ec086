import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildStaff } from '../../../builders/bookings.js';
import { credit, hoursId, runHoursClock } from '../../../builders/hours.js';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { createApp, type TestApp } from '../../../support/app.js';
import { readPdf } from '../../../support/pdf-text.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { holdTime } from '../../../support/stage.js';

jest.setTimeout(60_000);

const ID_NUMBER = '350602199005010026';
const WISH = { fromDay: '2026-11-01', toDay: '2026-11-30', purpose: '入学积分' };
const ISSUE = { responsible: '陈志远', contact: '0596-2020001' };

describe('a certificate of hours', () => {
  let app: TestApp;
  let staff: number;
  let verifier: number;
  let volunteer: number;

  beforeAll(async () => {
    app = await createApp({
      config: { publicUrl: 'https://jiefang.example.org', loginsPerMinute: 1_000_000 },
    });
    await holdTime(app);
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await app.database.execute("UPDATE division SET short_name = '芗城区' WHERE code = ?", [
      COMMUNITY.slice(0, 6),
    ]);
    await app.database.execute("UPDATE division SET short_name = '东铺头街道' WHERE code = ?", [
      COMMUNITY.slice(0, 9),
    ]);
    staff = await buildStaff(app.database, 'volunteer_coordinator');
    verifier = await buildStaff(app.database, 'volunteer_coordinator');
  });
  afterAll(() => app.close());

  /** Services publicised on Monday the 16th and recorded on Friday the 20th; it is the 30th. */
  beforeEach(async () => {
    volunteer = await buildVolunteer(app.database, { name: '林秀兰', idNumber: ID_NUMBER });
    app.clock.set('2026-11-13T10:00:00Z');
    await credit(app, volunteer, verifier, {
      minutes: 125,
      day: '2026-11-12',
      title: '夜间巡防',
      kind: 'patrol',
    });
    await credit(app, volunteer, verifier, {
      minutes: 60,
      day: '2026-11-13',
      title: '探访独居老人',
      kind: 'visit',
    });
    app.clock.set('2026-11-16T01:00:00Z');
    await runHoursClock(app);
    app.clock.set('2026-11-20T01:00:00Z');
    await runHoursClock(app);
    app.clock.set('2026-11-30T02:00:00Z');
  });

  const request = (person: number, body: object = WISH) => app.as(person).post('/me/certificates', body);
  const decide = (person: number, id: string, act: string, body: object) =>
    app.as(person).post(`/staff/certificates/${id}/${act}`, body);
  const check = (number: string, code: string) =>
    app.as().get(`/certificates/check?number=${encodeURIComponent(number)}&code=${encodeURIComponent(code)}`);
  const file = async (id: string, person = volunteer): Promise<Buffer> => {
    const { body } = await app.as(person).get(`/certificates/${id}/link`).expect(200);
    const answer = await app
      .as()
      .get((body.path as string).replace('/api/v1', ''))
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    return answer.body as Buffer;
  };
  const issued = async (): Promise<{ id: string; number: string; code: string }> => {
    const { body } = await request(volunteer).expect(201);
    await decide(staff, body.id, 'issue', ISSUE).expect(200);
    return (await app.as(volunteer).get(`/certificates/${body.id}`).expect(200)).body;
  };

  it('is asked for, issued, printed and checked by a stranger', async () => {
    const before = (await app.as(volunteer).get('/me/certificates').expect(200)).body;
    expect(before).toEqual({
      items: [],
      available: { minutes: 185, fromDay: '2026-11-12', toDay: '2026-11-13' },
    });
    const { body: asked } = await request(volunteer).expect(201);
    expect(asked).toMatchObject({
      status: 'requested',
      minutes: 185,
      number: null,
      code: null,
      actions: [],
      checkPath: null,
    });
    const queue = (
      await app
        .as(staff)
        .get(`/staff/divisions/${COMMUNITY}/certificates?status=requested&limit=50`)
        .expect(200)
    ).body;
    expect(queue.items.at(-1)).toMatchObject({
      id: asked.id,
      volunteer: { name: '林**', number: expect.any(String) },
      actions: ['issue', 'decline'],
    });
    const done = (await decide(staff, asked.id, 'issue', ISSUE).expect(200)).body;
    expect(done).toMatchObject({ status: 'issued', code: null, actions: ['revoke'] });
    expect(done.number).toMatch(/^350602002002-2026-\d{6}$/);
    const own = (await app.as(volunteer).get(`/certificates/${asked.id}`).expect(200)).body;
    expect(own.code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
    expect(own).toMatchObject({
      actions: ['download'],
      checkPath: expect.stringContaining(`code=${own.code}`),
    });

    const stranger = await check(own.number, own.code).expect(200);
    expect(stranger.body).toEqual({
      status: 'issued',
      number: own.number,
      minutes: 185,
      fromDay: '2026-11-01',
      toDay: '2026-11-30',
      issuedAt: '2026-11-30T02:00:00.000Z',
      issuer: '芗城区东铺头街道延安社区居民委员会',
      revokedAt: null,
    });
    const typed = `${own.code.slice(0, 4)}-${own.code.slice(4, 8).toLowerCase()} ${own.code.slice(8)}`;
    await check(` ${own.number}`, typed).expect(200);
    expect((await messagesTo(app.database, volunteer)).at(-1)).toMatchObject({
      kind: 'certificate_issued',
      payload: { number: own.number },
    });
    expect(
      await countRows(app.database, "audit_entry WHERE action = 'certificate.issue' AND actor_id = ?", [
        staff,
      ]),
    ).toBeGreaterThan(0);
  });

  it('says on paper all the law asks for, with the number masked, and the same again later', async () => {
    const { id, number, code } = await issued();
    const paper = await file(id);
    const { pages, embedded, title } = readPdf(paper);
    expect(title).toBe(`志愿服务证明 ${number}`);
    expect(embedded.every((name) => name.includes('NotoSansSC'))).toBe(true);
    const [row] = await app.database.query<{ number: string }>(
      'SELECT number FROM volunteer WHERE person_id = ?',
      [volunteer],
    );
    for (const words of [
      '志愿服务证明',
      `编号 ${number}`,
      '林秀兰',
      '居民身份证',
      row?.number ?? '',
      '3 小时 5 分',
      '陈志远',
      ISSUE.contact,
      '芗城区东铺头街道延安社区居民委员会',
      '2026年11月30日',
      `校验码 ${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`,
      '扫码核对真伪',
    ]) {
      expect(pages[0]).toContain(words);
    }
    expect(pages[0]).toMatch(/350\*+0026/);
    expect(pages[1]).toContain('夜间巡防');
    expect(pages.join('')).not.toContain(ID_NUMBER);
    expect(pages.join('')).not.toContain('\ufffd');
    // What is taken back afterwards, and a new name, change nothing on a paper that was issued.
    const [item] = await app.database.query<{ id: number }>(
      'SELECT MIN(id) AS id FROM hours_item WHERE person_id = ?',
      [volunteer],
    );
    await app
      .as(staff)
      .post(`/staff/hours/${hoursId(item?.id ?? 0)}/reverse`, { reason: '核对有误' })
      .expect(200);
    app.clock.advance(5 * 86_400_000);
    expect((await file(id)).equals(paper)).toBe(true);
    const [stored] = await app.database.query<{ content: Buffer }>(
      'SELECT content_cipher AS content FROM certificate WHERE number = ?',
      [number],
    );
    expect(stored?.content.includes(Buffer.from('林秀兰'))).toBe(false);
  });

  it('counts what was publicised for seven days and recorded, less what is being taken back', async () => {
    const [item] = await app.database.query<{ id: number }>(
      'SELECT MIN(id) AS id FROM hours_item WHERE person_id = ?',
      [volunteer],
    );
    await app
      .as(staff)
      .post(`/staff/hours/${hoursId(item?.id ?? 0)}/adjust`, { minutes: -25, reason: '中途离开' })
      .expect(200);
    const minutes = async () =>
      (await app.as(volunteer).get('/me/certificates').expect(200)).body.available?.minutes ?? 0;
    expect(await minutes()).toBe(160);
    await app
      .as(staff)
      .post(`/staff/hours/${hoursId(item?.id ?? 0)}/adjust`, { minutes: 5, reason: '早到五分钟' })
      .expect(200);
    expect(await minutes()).toBe(160);
    app.clock.set('2026-11-22T02:00:00Z');
    expect(await minutes()).toBe(0);
    expectRefusal(await request(volunteer, { ...WISH, toDay: '2026-11-22' }), 'CERTIFICATE_NO_HOURS');
    app.clock.set('2026-11-23T02:00:00Z');
    expect(await minutes()).toBe(160);
  });

  it('is told apart from a guess by nothing: not by words, not by status', async () => {
    const { number, code } = await issued();
    const other = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    const bodies: object[] = [];
    for (const [n, c] of [
      [number, other],
      [number, ''],
      [`${number.slice(0, -1)}${number.endsWith('9') ? '8' : '9'}`, code],
      ['350602002002-2026-999999', code],
      ['没有', code],
      ["' OR 1=1 --", code],
    ] as const) {
      const answer = await check(n, c);
      expectRefusal(answer, 'CERTIFICATE_UNKNOWN');
      bodies.push({ ...answer.body, requestId: null });
    }
    expect(bodies).toEqual(bodies.map(() => bodies[0]));
    for (const bad of [
      '',
      `?number=${number}`,
      `?number=${number}&code[]=x`,
      `?number=${'1'.repeat(50)}&code=x`,
    ]) {
      expectRefusal(await app.as().get(`/certificates/check${bad}`), 'INVALID_INPUT');
    }
  });

  it('is revoked with a reason, and whoever checks it reads that', async () => {
    const { id, number, code } = await issued();
    const { body: link } = await app.as(volunteer).get(`/certificates/${id}/link`).expect(200);
    await expectUntouched(app.database, () => decide(staff, id, 'revoke', {}), 'INVALID_INPUT');
    expect((await decide(staff, id, 'revoke', { reason: '时长核对有误' }).expect(200)).body).toMatchObject({
      status: 'revoked',
      actions: [],
    });
    await expectUntouched(
      app.database,
      () => decide(staff, id, 'revoke', { reason: '再撤一次' }),
      'CERTIFICATE_STATE',
    );
    const { body } = await check(number, code).expect(200);
    expect(body).toMatchObject({ status: 'revoked', revokedAt: '2026-11-30T02:00:00.000Z' });
    expect(JSON.stringify(body)).not.toContain('有误');
    expectRefusal(await app.as().get((link.path as string).replace('/api/v1', '')), 'CERTIFICATE_STATE');
    expectRefusal(await app.as(volunteer).get(`/certificates/${id}/link`), 'CERTIFICATE_STATE');
    expect((await app.as(volunteer).get(`/certificates/${id}`).expect(200)).body).toMatchObject({
      revokeReason: '时长核对有误',
      actions: [],
    });
    expect((await messagesTo(app.database, volunteer)).at(-1)).toMatchObject({ kind: 'certificate_revoked' });
  });

  it('is declined with a reason, and may be asked for again', async () => {
    const { body } = await request(volunteer).expect(201);
    await expectUntouched(app.database, () => request(volunteer), 'CERTIFICATE_PENDING');
    expect((await decide(staff, body.id, 'decline', { reason: '请先补证件' }).expect(200)).body.status).toBe(
      'declined',
    );
    await expectUntouched(app.database, () => decide(staff, body.id, 'issue', ISSUE), 'CERTIFICATE_STATE');
    await expectUntouched(
      app.database,
      () => decide(staff, body.id, 'revoke', { reason: '撤不了' }),
      'CERTIFICATE_STATE',
    );
    expect((await messagesTo(app.database, volunteer)).at(-1)).toMatchObject({
      kind: 'certificate_declined',
    });
    await request(volunteer).expect(201);
  });

  it('is asked for once however often the button is tapped at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => request(volunteer)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const id = (answers.find((answer) => answer.status === 201)?.body as { id: string }).id;
    const decided = await Promise.all(Array.from({ length: 4 }, () => decide(staff, id, 'issue', ISSUE)));
    expect(decided.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('has a number that no other has, in a row without gaps', async () => {
    const people = await Promise.all(
      Array.from({ length: 5 }, () => buildVolunteer(app.database, { idNumber: ID_NUMBER })),
    );
    app.clock.set('2026-11-13T10:00:00Z');
    for (const person of people) await credit(app, person, verifier, { day: '2026-11-12' });
    app.clock.set('2026-11-16T01:00:00Z');
    await runHoursClock(app);
    app.clock.set('2026-11-30T02:00:00Z');
    await runHoursClock(app);
    const ids = await Promise.all(
      people.map(async (person) => (await request(person).expect(201)).body.id as string),
    );
    const answers = await Promise.all(ids.map((id) => decide(staff, id, 'issue', ISSUE).expect(200)));
    const serials = answers
      .map((answer) => Number((answer.body.number as string).slice(-6)))
      .sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, n) => (serials[0] ?? 0) + n));
  });

  it.each([
    [{ ...WISH, fromDay: '2026-11-31' }],
    [{ ...WISH, fromDay: '2026-12-01' }],
    [{ ...WISH, toDay: '2026-12-01' }],
    [{ ...WISH, toDay: null }],
    [{ ...WISH, purpose: 'x'.repeat(61) }],
    [{ fromDay: '2026-11-01', toDay: '2026-11-30' }],
    [{ ...WISH, extra: 1 }],
    [{}],
  ])('is not asked for by %j', async (body) => {
    await expectUntouched(app.database, () => request(volunteer, body), 'INVALID_INPUT');
  });

  it('is for volunteers with an identity and with hours', async () => {
    await expectUntouched(app.database, () => request(staff), 'VOLUNTEER_REQUIRED');
    const unnamed = await buildVolunteer(app.database);
    await expectUntouched(app.database, () => request(unnamed), 'CERTIFICATE_IDENTITY');
    const idle = await buildVolunteer(app.database, { idNumber: ID_NUMBER });
    await expectUntouched(app.database, () => request(idle), 'CERTIFICATE_NO_HOURS');
    expectRefusal(await app.as().post('/me/certificates', WISH), 'UNAUTHENTICATED');
  });

  it('is nobody’s own to issue, and only of one’s division', async () => {
    const { body } = await request(volunteer).expect(201);
    const elsewhere = await buildStaff(app.database, 'volunteer_coordinator', OTHER_STREET_COMMUNITY);
    await grantRole(app.database, volunteer, 'volunteer_coordinator', COMMUNITY);
    await expectUntouched(app.database, () => decide(volunteer, body.id, 'issue', ISSUE), 'CLAIM_OWN');
    await expectUntouched(app.database, () => decide(elsewhere, body.id, 'issue', ISSUE), 'FORBIDDEN');
    const nobody = await buildPerson(app.database);
    await expectUntouched(app.database, () => decide(nobody, body.id, 'issue', ISSUE), 'FORBIDDEN');
    for (const bad of [
      {},
      { ...ISSUE, responsible: '' },
      { ...ISSUE, contact: '1' },
      { ...ISSUE, more: 1 },
    ]) {
      await expectUntouched(app.database, () => decide(staff, body.id, 'issue', bad), 'INVALID_INPUT');
    }
    await expectUntouched(
      app.database,
      () => decide(staff, encodeId('certificate', 9_999_999), 'issue', ISSUE),
      'NOT_FOUND',
    );
    const stranger = await buildVolunteer(app.database);
    expectRefusal(await app.as(stranger).get(`/certificates/${body.id}`), 'NOT_FOUND');
    expectRefusal(await app.as(stranger).get(`/certificates/${body.id}/link`), 'NOT_FOUND');
    expectRefusal(await app.as(volunteer).get(`/certificates/${body.id}/link`), 'CERTIFICATE_STATE');
    expectRefusal(await app.as().get(`/certificates/${body.id}/file.pdf?token=x`), 'NOT_FOUND');
    expectRefusal(await app.as(elsewhere).get(`/staff/divisions/${COMMUNITY}/certificates`), 'FORBIDDEN');
    const own = (
      await app.as(volunteer).get(`/staff/divisions/${COMMUNITY}/certificates?limit=50`).expect(200)
    ).body.items;
    expect(own.find((one: { id: string }) => one.id === body.id).actions).toEqual([]);
  });

  it('opens with its own link only', async () => {
    const one = await issued();
    const { body } = await app.as(volunteer).get(`/certificates/${one.id}/link`).expect(200);
    const two = await issued();
    const path = (body.path as string).replace('/api/v1', '');
    expectRefusal(await app.as().get(path.replace(one.id, two.id)), 'NOT_FOUND');
    app.clock.advance(601_000);
    expectRefusal(await app.as().get(path), 'NOT_FOUND');
  });
});
