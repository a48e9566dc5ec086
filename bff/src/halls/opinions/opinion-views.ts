import {
  HIDE_REASON_WORDS,
  OPINION_OPEN,
  SPEAKER_ROLE_WORDS,
  type TopicStatus,
} from '@jiefang/shared/topics';
import { encodeId } from '../../common/ids/public-id.js';
import { APPEAL_DAYS } from '../../moderation/cases/case-types.js';
import type { OpinionAction, OpinionView } from './opinion.dto.js';
import { FIRST_LEVEL, type ShownOpinionRow } from './opinion-rows.js';
import type { Speaker } from './opinion-speakers.js';

const DAY_MS = 86_400_000;

/** Who looks: null for a visitor. */
export interface Viewer {
  personId: number;
  speaker: Speaker;
}

/** True while opinions are written and reacted to. */
export function isOpen(status: TopicStatus): boolean {
  return (OPINION_OPEN as readonly TopicStatus[]).includes(status);
}

/** An opinion as this viewer may see it. */
export function opinionView(
  row: ShownOpinionRow,
  topicStatus: TopicStatus,
  viewer: Viewer | null,
  now: Date,
): OpinionView {
  const own = viewer !== null && row.authorId === viewer.personId;
  const readable = row.status === 'visible' || (own && row.status !== 'erased');
  return {
    id: encodeId('opinion', row.id),
    parentId: row.parentId === FIRST_LEVEL ? null : encodeId('opinion', row.parentId),
    author: readable
      ? { nickname: row.nickname ?? '居民', role: row.role, roleWord: SPEAKER_ROLE_WORDS[row.role] }
      : null,
    stance: row.stance,
    text: readable ? row.text : null,
    textNo: row.textNo,
    editedAt: row.textNo > 1 ? row.updatedAt.toISOString() : null,
    status: row.status,
    pending: own && Number(row.pending) === 1,
    hidden:
      row.status === 'hidden'
        ? {
            reason: row.hideReason ?? 'other',
            word: HIDE_REASON_WORDS[row.hideReason ?? 'other'],
            caseId: row.caseId === null ? null : encodeId('case', row.caseId),
          }
        : null,
    channel: row.channel,
    agree: row.agree,
    disagree: row.disagree,
    pass: row.pass,
    replies: row.replies,
    createdAt: row.createdAt.toISOString(),
    mine: viewer === null ? null : { own, reaction: row.reaction },
    actions: viewer === null ? [] : actionsOf(row, own, viewer.speaker, isOpen(topicStatus), now),
  };
}

function actionsOf(
  row: ShownOpinionRow,
  own: boolean,
  speaker: Speaker,
  open: boolean,
  now: Date,
): OpinionAction[] {
  if (row.status === 'hidden') return own && mayAppeal(row, now) ? ['appeal'] : [];
  if (row.status !== 'visible') return [];
  const actions: OpinionAction[] = [];
  if (own && open && Number(row.pending) === 0) actions.push('edit');
  if (!own && open && speaker.verified) actions.push('react');
  if (open && speaker.role !== null && row.parentId === FIRST_LEVEL) actions.push('reply');
  if (!own) actions.push('report');
  return actions;
}

function mayAppeal({ caseStatus, caseDecidedAt }: ShownOpinionRow, now: Date): boolean {
  return (
    caseStatus === 'decided' &&
    caseDecidedAt !== null &&
    now.getTime() <= caseDecidedAt.getTime() + APPEAL_DAYS * DAY_MS
  );
}
