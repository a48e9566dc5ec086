import { TOPIC_STAGES, type TopicStatus } from '@jiefang/shared/topics';
import type { TopicCard } from '@/lib/api/halls';
import { lastDay, plainDay } from '@/lib/time';

const WINDOWS: Partial<Record<TopicStatus, (day: string) => string>> = {
  endorsing: (day) => `征集附议到 ${day}`,
  announced: (day) => `${day} 开始协商`,
  deliberating: (day) => `协商到 ${day}`,
  voting: (day) => `投票到 ${day}`,
  publicised: (day) => `公示到 ${day}`,
  evaluated: (day) => `评价到 ${day}`,
  returned: (day) => `请在 ${day} 前补正`,
};

/** Until when what is open now is open, in words; null where nothing is. */
export function windowWord(
  { status, until }: Pick<TopicCard, 'status' | 'until'>,
  now: Date = new Date(),
): string | null {
  const word = WINDOWS[status];
  if (until === null || word === undefined) return null;
  // What begins then begins with that day; everything else ends with the day before midnight.
  return word(status === 'announced' ? plainDay(new Date(until), now) : lastDay(until, now));
}

/** What the reader can do about a topic, most pressing first; null where it goes on without them. */
export function wishOf({
  status,
  mine,
}: Pick<TopicCard, 'status' | 'mine'>): { word: string; rank: number } | null {
  if (mine === null) return null;
  if (status === 'voting' && mine.canVote && !mine.voted) return { word: '等你投票', rank: 0 };
  if (status === 'endorsing' && !mine.endorsed && !mine.initiator) return { word: '等附议', rank: 1 };
  if (status === 'deliberating') return { word: '可以发言', rank: 2 };
  if (status === 'publicised') return { word: '公示中，可以提异议', rank: 3 };
  return null;
}

/** Number of the stage a topic stands on, from 0; -1 once it has left the path. */
export function stageNo(stage: TopicCard['stage']): number {
  return TOPIC_STAGES.findIndex(({ code }) => code === stage);
}

/** 赞成 58 · 反对 21 · 中立 9; null while nobody has spoken. */
export function stancesWord(stances: TopicCard['stances']): string | null {
  if (stances.for + stances.against + stances.neutral === 0) return null;
  return `赞成 ${stances.for} · 反对 ${stances.against} · 中立 ${stances.neutral}`;
}
