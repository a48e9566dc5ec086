import { randomUUID } from 'node:crypto';
import { countRows } from '../../../builders/identity.js';
import { buildPatrol, DEVICE, PATROL_START } from '../../../builders/patrols.js';
import { PLACE } from '../../../builders/volunteering.js';
import { buildPerson } from '../../../builders/people.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

interface Item {
  purpose: string;
  active: boolean;
  version: number | null;
}

describe('consents', () => {
  const [app] = stage(1);

  const track = async (person: number): Promise<Item | undefined> =>
    ((await app.as(person).get('/me/consents').expect(200)).body.items as Item[]).find(
      (item) => item.purpose === 'track',
    );

  it('are shown with their text before anything is agreed to', async () => {
    const person = await buildPerson(app.database);
    const { items } = (await app.as(person).get('/me/consents').expect(200)).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toEqual({
      purpose: 'track',
      title: '巡防时记录轨迹',
      text: expect.stringContaining('可以随时撤回'),
      currentVersion: 1,
      version: null,
      grantedAt: null,
      withdrawnAt: null,
      active: false,
    });
    expectRefusal(await app.as().get('/me/consents'), 'UNAUTHENTICATED');
  });

  it('are given for the text of today, kept by version, and withdrawn at any time', async () => {
    const person = await buildPerson(app.database);
    await expectUntouched(
      app.database,
      () => app.as(person).post('/me/consents/track', { version: 2 }),
      'CONSENT_OUTDATED',
    );
    const key = randomUUID();
    const given = await app.as(person).post('/me/consents/track', { version: 1 }, key).expect(200);
    expect(given.body).toMatchObject({ active: true, version: 1, grantedAt: '2026-11-23T01:05:00.000Z' });
    expect((await app.as(person).post('/me/consents/track', { version: 1 }, key)).body).toEqual(given.body);
    // A second tap is no second consent.
    await app.as(person).post('/me/consents/track', { version: 1 }).expect(200);
    expect(await countRows(app.database, 'consent WHERE person_id = ?', [person])).toBe(1);

    app.clock.set('2026-11-24T01:00:00Z');
    const gone = await app.as(person).post('/me/consents/track/withdraw', { eraseTracks: false }).expect(200);
    expect(gone.body).toMatchObject({ active: false, version: 1, withdrawnAt: '2026-11-24T01:00:00.000Z' });
    await app.as(person).post('/me/consents/track', { version: 1 }).expect(200);
    expect(await track(person)).toMatchObject({ active: true });
    expect(await countRows(app.database, 'consent WHERE person_id = ?', [person])).toBe(2);
  });

  it('to an earlier text show both versions, and agreeing again adds the new one', async () => {
    const person = await buildPerson(app.database);
    await app.database.execute(
      "INSERT INTO consent (person_id, purpose, version, granted_at) VALUES (?, 'track', 0, '2026-01-01')",
      [person],
    );
    expect(await track(person)).toMatchObject({ active: true, version: 0, currentVersion: 1 });
    await app.as(person).post('/me/consents/track', { version: 1 }).expect(200);
    expect(await track(person)).toMatchObject({ active: true, version: 1 });
    await app.as(person).post('/me/consents/track/withdraw', { eraseTracks: true }).expect(200);
    expect(await track(person)).toMatchObject({ active: false });
    expect(
      await countRows(app.database, 'consent WHERE person_id = ? AND withdrawn_at IS NULL', [person]),
    ).toBe(0);
  });

  describe('to tracks, taken back while walking', () => {
    const points = (patrol: string, person: number, firstSeq: number) =>
      app.as(person).post(`/patrols/${patrol}/points`, {
        device: DEVICE,
        firstSeq,
        points: [
          [Date.parse(PATROL_START) + firstSeq * 1000, PLACE.latitude, PLACE.longitude, 8, null, null],
        ],
      });

    it('stop the recording and leave what is stored', async () => {
      const { patrol, row, person } = await buildPatrol(app);
      await points(patrol, person, 0).expect(200);
      await app.as(person).post('/me/consents/track/withdraw', { eraseTracks: false }).expect(200);
      const { body } = await app.as(person).get(`/patrols/${patrol}`).expect(200);
      expect(body).toMatchObject({ status: 'paused', erased: false });
      expect(await countRows(app.database, 'patrol_chunk WHERE patrol_id = ?', [row])).toBe(1);
      await expectUntouched(app.database, () => points(patrol, person, 1), 'CONSENT_REQUIRED');
    });

    it('delete what is stored when asked to, also later', async () => {
      const { patrol, row, person } = await buildPatrol(app);
      await points(patrol, person, 0).expect(200);
      await app.as(person).post('/me/consents/track/withdraw', { eraseTracks: false }).expect(200);
      await app.as(person).post('/me/consents/track/withdraw', { eraseTracks: true }).expect(200);
      const { body } = await app.as(person).get(`/patrols/${patrol}`).expect(200);
      expect(body.erased).toBe(true);
      expect(await countRows(app.database, 'patrol_chunk WHERE patrol_id = ?', [row])).toBe(0);
    });
  });

  it('refuse unknown purposes and fields', async () => {
    const person = await buildPerson(app.database);
    const { post } = app.as(person);
    await expectUntouched(app.database, () => post('/me/consents/everything', { version: 1 }), 'NOT_FOUND');
    await expectUntouched(app.database, () => post('/me/consents/constructor', { version: 1 }), 'NOT_FOUND');
    await expectUntouched(app.database, () => post('/me/consents/track', { version: '1' }), 'INVALID_INPUT');
    await expectUntouched(app.database, () => post('/me/consents/track/withdraw', {}), 'INVALID_INPUT');
    await expectUntouched(
      app.database,
      () => post('/me/consents/publish_name/withdraw', { eraseTracks: true }),
      'INVALID_INPUT',
    );
  });
});
