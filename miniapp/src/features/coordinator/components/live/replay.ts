import type { Place } from '@jiefang/shared/geo';
import type { PatrolLine } from '../../api/types';

/** A place on the way at an instant (epoch milliseconds); places of different segments are not joined. */
export interface Moment extends Place {
  at: number;
  segment: number;
}

/** The way as moments in the order of time. */
export function momentsOf({ moments }: Pick<PatrolLine, 'moments'>): Moment[] {
  return moments
    .map(({ at, latitude, longitude, segment }) => ({ at: Date.parse(at), latitude, longitude, segment }))
    .sort((a, b) => a.at - b.at);
}

/** Where the walk was: known, or last seen before a stretch without any record. */
export interface Standing {
  place: Place;
  known: boolean;
}

/** The place at an instant, between two fixes of one stretch by how far the time has come; null before the first. */
export function standingAt(moments: readonly Moment[], at: number): Standing | null {
  const after = moments.findIndex((moment) => moment.at > at);
  const before = moments[after === -1 ? moments.length - 1 : after - 1];
  if (before === undefined) return null;
  const next = after === -1 ? undefined : moments[after];
  if (next === undefined || next.segment !== before.segment) {
    return { place: bare(before), known: at === before.at };
  }
  const share = next.at === before.at ? 0 : (at - before.at) / (next.at - before.at);
  return {
    place: {
      latitude: before.latitude + share * (next.latitude - before.latitude),
      longitude: before.longitude + share * (next.longitude - before.longitude),
    },
    known: true,
  };
}

/** Whether an instant lies in one of the pauses; one that has no end goes on. */
export function isPaused(
  pauses: readonly { pausedAt: string; resumedAt: string | null }[],
  at: number,
): boolean {
  return pauses.some(
    ({ pausedAt, resumedAt }) =>
      at >= Date.parse(pausedAt) && (resumedAt === null || at < Date.parse(resumedAt)),
  );
}

/** How many times as fast as the walk, so that the whole of it takes about a minute; one of the usual speeds. */
export function usualSpeed(lengthMs: number, speeds: readonly number[]): number {
  const wanted = lengthMs / 60_000;
  return speeds.find((speed) => speed >= wanted) ?? speeds[speeds.length - 1] ?? 1;
}

function bare({ latitude, longitude }: Place): Place {
  return { latitude, longitude };
}
