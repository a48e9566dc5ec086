import type { PatrolFacts, Step } from './types';

/** What a patrol is like once the steps that wait have been taken. */
export function afterSteps(facts: PatrolFacts, steps: readonly Step[]): PatrolFacts {
  return steps.reduce(after, facts);
}

function after(facts: PatrolFacts, step: Step): PatrolFacts {
  const open = facts.pauses.at(-1);
  const isPaused = open !== undefined && open.resumedAt === null;
  const closed = isPaused ? [...facts.pauses.slice(0, -1), { ...open, resumedAt: step.at }] : facts.pauses;
  switch (step.kind) {
    case 'pause':
      if (facts.status !== 'recording') return facts;
      return {
        ...facts,
        status: 'paused',
        pauses: [...facts.pauses, { pausedAt: step.at, resumedAt: null }],
      };
    case 'resume':
      return facts.status === 'paused' ? { ...facts, status: 'recording', pauses: closed } : facts;
    case 'finish':
      return facts.status === 'finished'
        ? facts
        : { ...facts, status: 'finished', finishedAt: step.at, pauses: closed };
  }
}

/** Milliseconds from the start to `now` or the finish, pauses left out. */
export function elapsedMs({ startedAt, finishedAt, pauses }: PatrolFacts, now: number): number {
  const end = finishedAt === null ? now : Date.parse(finishedAt);
  const paused = pauses.reduce((sum, { pausedAt, resumedAt }) => {
    const until = resumedAt === null ? end : Math.min(end, Date.parse(resumedAt));
    return sum + Math.max(0, until - Date.parse(pausedAt));
  }, 0);
  return Math.max(0, end - Date.parse(startedAt) - paused);
}

/** 5:07, 1:05:07 of milliseconds. */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
