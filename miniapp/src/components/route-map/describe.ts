import { lengthMetres } from '@jiefang/shared/geo';
import { distanceWord } from '../places';
import type { MapCheckpoint, RouteMapProps } from './types';

/** What became of a checkpoint, in a word; null on a plan. */
export function reachedWord({ reached }: Pick<MapCheckpoint, 'reached'>): string | null {
  return reached === null ? null : reached ? '到了' : '还没到';
}

/** The map in sentences, for those who do not see it. */
export function describeMap(props: RouteMapProps): string {
  const { label, route, segments = [], aside = [], checkpoints = [], people = [] } = props;
  const walked = segments.reduce((sum, segment) => sum + lengthMetres(segment), 0);
  const judged = checkpoints.filter((one) => one.reached !== null);
  const parts = [
    route && route.length > 1 ? `路线长约 ${distanceWord(lengthMetres(route))}` : null,
    walked > 0 ? `走过约 ${distanceWord(walked)}` : null,
    checkpoints.length > 0 && judged.length === 0 ? `${checkpoints.length} 个打卡点` : null,
    judged.length > 0
      ? `${judged.length} 个打卡点到了 ${judged.filter((one) => one.reached).length} 个：${judged
          .map((one) => `${one.no} ${one.name}${reachedWord(one) ?? ''}`)
          .join('，')}`
      : null,
    aside.length > 0 ? `${aside.length} 个点没有算` : null,
    people.length > 0
      ? people.map((one) => `${one.word}${one.stale ? '（好一会儿没有消息）' : ''}`).join('，')
      : null,
  ].filter((part) => part !== null);
  return [label, ...parts].join('。');
}
