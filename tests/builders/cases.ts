import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import type request from 'supertest';
import type { TestApp } from '../support/app.js';
import { buildHallTopic, buildSpeaker, say, type OpinionBody } from './opinions.js';

/** An opinion with the case about it. */
export interface ReportedOpinion {
  topic: number;
  author: number;
  opinion: OpinionBody;
  /** Public id of the case. */
  id: string;
}

/** A report by somebody, for abuse unless something else is said. */
export function reportText(
  app: TestApp,
  as: number,
  kind: string,
  id: string,
  more: object = {},
): request.Test {
  return app.as(as).post('/reports', { subject: { kind, id }, reason: 'abuse', ...more });
}

/** An act of staff on a case: claim, release, decide, decide-appeal. */
export function actOnCase(
  app: TestApp,
  as: number,
  id: string,
  act: string,
  body: object = {},
): request.Test {
  return app.as(as).post(`/staff/cases/${id}/${act}`, body);
}

/** An opinion that two people reported. */
export async function reportedOpinion(app: TestApp): Promise<ReportedOpinion> {
  const topic = await buildHallTopic(app);
  const author = await buildSpeaker(app);
  const opinion = await say(app, author, topic, { text: '某某是骗子。' });
  const reporters = [await buildSpeaker(app), await buildSpeaker(app)] as const;
  await reportText(app, reporters[0], 'opinion', opinion.id, { text: '骂人' }).expect(200, {
    received: true,
  });
  await reportText(app, reporters[1], 'opinion', opinion.id, { reason: 'false' }).expect(200);
  const [row] = await app.database.query<{ id: number }>(
    "SELECT id FROM moderation_case WHERE subject_kind = 'opinion' AND subject_id = ? AND live = 1",
    [decodeId('opinion', opinion.id)],
  );
  return { topic, author, opinion, id: encodeId('case', row?.id ?? 0) };
}

/** The same, hidden by the moderator. */
export async function hiddenOpinion(app: TestApp, moderator: number): Promise<ReportedOpinion> {
  const one = await reportedOpinion(app);
  await actOnCase(app, moderator, one.id, 'claim').expect(200);
  await actOnCase(app, moderator, one.id, 'decide', {
    decision: 'hide',
    reason: 'abuse',
    words: '请就事论事。',
  }).expect(200);
  return one;
}
