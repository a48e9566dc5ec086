import { Box, Text } from '../base';
import type { RouteMapProps } from './types';

/** What the marks on a map of a patrol mean; only those that are on it. */
export function Legend({ route, segments, aside, checkpoints, position, people }: RouteMapProps) {
  const judged = checkpoints?.some((one) => one.reached !== null) ?? false;
  const entries: [string, string][] = [];
  if (route && route.length > 1) entries.push(['route', '计划路线']);
  if (segments?.some((segment) => segment.length > 0)) entries.push(['walked', '走过的']);
  if (judged) entries.push(['reached', '到了'], ['ahead', '还没到']);
  else if ((checkpoints?.length ?? 0) > 0) entries.push(['ahead', '打卡点']);
  if ((aside?.length ?? 0) > 0) entries.push(['aside', '没有算的点']);
  if (position) entries.push(['here', '现在的位置']);
  if (people?.some((one) => one.stale)) entries.push(['stale', '好一会儿没有消息']);
  if (entries.length === 0) return null;
  return (
    <Box className="map-legend" spoken={{ hidden: true }}>
      {entries.map(([mark, word]) => (
        <Box key={mark} className="map-legend-entry">
          <Text className={`map-key map-key-${mark}`} />
          <Text>{word}</Text>
        </Box>
      ))}
    </Box>
  );
}
