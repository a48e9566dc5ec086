import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { actOnCase, hiddenOpinion, reportedOpinion, reportText } from '../../../builders/cases.js';
import { buildModerator } from '../../../builders/halls.js';
import { buildHallTopic, buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const DAY_MS = 86_400_000;

describe('cases refuse', () => {
  const [app] = stage(1);
  let moderator: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY, '新桥社区');
    moderator = await buildModerator(app.database);
  });

  const report = (as: number, kind: string, id: string, more: object = {}) =>
    reportText(app, as, kind, id, more);
  const staff = (as: number, id: string, act: string, body: object = {}) => actOnCase(app, as, id, act, body);
  const reported = () => reportedOpinion(app);
  const hidden = () => hiddenOpinion(app, moderator);

  it('a second report, of oneself, of what is not there', async () => {
    const { author, opinion, id } = await reported();
    const reader = await buildSpeaker(app);
    await report(reader, 'opinion', opinion.id).expect(200);
    const { database } = app;
    await expectUntouched(database, () => report(reader, 'opinion', opinion.id), 'CASE_REPORTED');
    await expectUntouched(database, () => report(author, 'opinion', opinion.id), 'REPORT_OWN');
    await expectUntouched(
      database,
      () => report(reader, 'opinion', encodeId('opinion', 999_999)),
      'NOT_FOUND',
    );
    await expectUntouched(database, () => report(reader, 'topic', opinion.id), 'NOT_FOUND');
    const draft = await buildHallTopic(app, { status: 'draft' });
    await expectUntouched(database, () => report(reader, 'topic', encodeId('topic', draft)), 'NOT_FOUND');
    await expectUntouched(
      database,
      () => report(reader, 'objection', encodeId('topic_objection', 9)),
      'NOT_FOUND',
    );
    for (const body of [
      { subject: { kind: 'person', id: opinion.id }, reason: 'abuse' },
      { subject: { kind: 'opinion', id: opinion.id }, reason: 'ugly' },
      { subject: [{ kind: 'opinion', id: opinion.id }], reason: 'abuse' },
      { subject: null, reason: 'abuse' },
      { reason: 'abuse' },
      { subject: { kind: 'opinion', id: opinion.id }, reason: 'abuse', text: '长'.repeat(301) },
    ]) {
      await expectUntouched(database, () => app.as(reader).post('/reports', body), 'INVALID_INPUT');
    }
    expect(id).toMatch(/^[0-9A-Za-z]+$/);
  });

  it('decisions without a claim, without a reason, twice', async () => {
    const { id } = await reported();
    const { database } = app;
    await expectUntouched(database, () => staff(moderator, id, 'decide', { decision: 'keep' }), 'CASE_STATE');
    await staff(moderator, id, 'claim').expect(200);
    for (const body of [
      { decision: 'hide' },
      { decision: 'hide', reason: 'ugly' },
      { decision: 'delete', reason: 'abuse' },
      { decision: 'hide', reason: 'abuse', words: '长'.repeat(301) },
      { decision: 'hide', reason: 'abuse', text: '换成别的话' },
      {},
    ]) {
      await expectUntouched(database, () => staff(moderator, id, 'decide', body), 'INVALID_INPUT');
    }
    await staff(moderator, id, 'decide', { decision: 'hide', reason: 'abuse' }).expect(200);
    for (const act of ['claim', 'release', 'decide']) {
      await expectUntouched(
        database,
        () => staff(moderator, id, act, act === 'decide' ? { decision: 'keep' } : {}),
        'CASE_STATE',
      );
    }
  });

  it('appeals of others, of what was kept, empty ones, and those that come too late', async () => {
    const { author, id } = await hidden();
    const { database } = app;
    const appeal = (as: number, text = '不服。') => app.as(as).post(`/cases/${id}/appeal`, { text });
    await expectUntouched(database, () => appeal(moderator), 'NOT_FOUND');
    await expectUntouched(database, () => appeal(author, ' \u200b '), 'TOPIC_TEXT');
    await expectUntouched(database, () => appeal(author, '长'.repeat(501)), 'TOPIC_TEXT');
    const kept = await reported();
    await staff(moderator, kept.id, 'claim').expect(200);
    await staff(moderator, kept.id, 'decide', { decision: 'keep' }).expect(200);
    await expectUntouched(
      database,
      () => app.as(kept.author).post(`/cases/${kept.id}/appeal`, { text: '不服。' }),
      'APPEAL_STATE',
    );
    app.clock.advance(15 * DAY_MS + 1);
    await expectUntouched(database, () => appeal(author), 'APPEAL_STATE');
    expect((await app.as(author).get('/me/cases')).body.items).toMatchObject([{ actions: [] }]);
  });

  it('staff of another street, other staff, residents', async () => {
    const { author, id } = await reported();
    const far = await buildModerator(app.database, OTHER_STREET_COMMUNITY.slice(0, 9));
    const venues = await buildPerson(app.database);
    await grantRole(app.database, venues, 'venue_manager', COMMUNITY);
    for (const person of [far, venues, author]) {
      for (const send of [
        () => app.as(person).get(`/staff/cases/${id}`),
        () => app.as(person).get(`/staff/divisions/${COMMUNITY}/cases`),
        () => staff(person, id, 'claim'),
        () => staff(person, id, 'decide', { decision: 'keep' }),
      ]) {
        await expectUntouched(app.database, send, 'FORBIDDEN');
      }
    }
  });
});
