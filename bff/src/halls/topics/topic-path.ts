import { TOPIC_STAGES, type TopicStatus } from '@jiefang/shared/topics';
import type { TopicRow, TopicStage } from './topic-rows.js';

/** The stage a status stands on; null for the exits. */
export function stageOf(status: TopicStatus): TopicStage | null {
  return (
    TOPIC_STAGES.find((stage) => (stage.statuses as readonly TopicStatus[]).includes(status))?.code ?? null
  );
}

/** Notes when the stage of a status was first reached. */
export function stagesAfter(
  stages: TopicRow['stagesAt'],
  status: TopicStatus,
  now: Date,
): TopicRow['stagesAt'] {
  const stage = stageOf(status);
  if (stage === null || stages[stage] !== undefined) return stages;
  return { ...stages, [stage]: now.toISOString() };
}

type PathRow = Pick<
  TopicRow,
  'status' | 'track' | 'pack' | 'suspendedFrom' | 'stagesAt' | 'createdAt' | 'tally' | 'endorseUntil'
>;

/** The stage the topic stands on, or stood on when it left the path. */
export function lastStage(topic: PathRow): TopicStage {
  const here = stageOf(topic.suspendedFrom ?? topic.status);
  if (here !== null) return here;
  if (topic.tally !== null) return 'vote';
  const reached = TOPIC_STAGES.filter((stage) => topic.stagesAt[stage.code] !== undefined).at(-1);
  return reached?.code ?? (topic.status === 'withdrawn' ? 'raise' : 'accept');
}

export interface PathStep {
  code: TopicStage;
  word: string;
  state: 'done' | 'now' | 'next';
  at: string | null;
}

/** The path of this topic: a matter that is answered is not deliberated, one that is only talked over not voted on. */
export function pathOf(topic: PathRow): PathStep[] {
  const last = lastStage(topic);
  const without: TopicStage[] =
    topic.track === 'instant'
      ? ['deliberate', 'vote']
      : topic.pack !== null && topic.pack.decision === null
        ? ['vote']
        : [];
  const stages = TOPIC_STAGES.filter((stage) => !without.includes(stage.code) || stage.code === last);
  const now = stages.findIndex((stage) => stage.code === last);
  return stages.map((stage, index) => ({
    code: stage.code,
    word: stage.word,
    state: index < now || topic.status === 'archived' ? 'done' : index === now ? 'now' : 'next',
    at: topic.stagesAt[stage.code] ?? (stage.code === 'raise' ? topic.createdAt.toISOString() : null),
  }));
}

/** The end of the window the topic is in; null where nothing runs out. */
export function untilOf(
  topic: Pick<
    TopicRow,
    | 'status'
    | 'endorseUntil'
    | 'deliberatesFrom'
    | 'deliberatesUntil'
    | 'votesUntil'
    | 'publicationUntil'
    | 'ratedUntil'
  >,
): Date | null {
  switch (topic.status) {
    case 'endorsing':
      return topic.endorseUntil;
    case 'announced':
      return topic.deliberatesFrom;
    case 'deliberating':
      return topic.deliberatesUntil;
    case 'voting':
      return topic.votesUntil;
    case 'publicised':
      return topic.publicationUntil;
    case 'evaluated':
      return topic.ratedUntil;
    default:
      return null;
  }
}
