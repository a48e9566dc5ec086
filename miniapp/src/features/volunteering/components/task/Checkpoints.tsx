import { Box, Text } from '@/components/base';
import { distanceWord } from '@/components/places';
import { RouteMap } from '@/components/route-map/RouteMap';
import type { Task } from '../../api/types';
import './task.scss';

/** The route on a map, and its checkpoints in their order, as stations on a line. */
export function Checkpoints({ route }: { route: NonNullable<Task['route']> }) {
  const { line, checkpoints, lengthMetres } = route;
  return (
    <Box className="stack stack-2">
      <Text className="quiet block">
        全长约 {distanceWord(lengthMetres)}
        {checkpoints.length > 0 && `，按顺序经过 ${checkpoints.length} 个打卡点，走到附近就算到。`}
      </Text>
      <RouteMap
        label="巡防路线"
        route={line}
        checkpoints={checkpoints.map((point) => ({ ...point, reached: null }))}
        legend={false}
      />
      <Box className="stations" spoken={{ role: 'list', label: '打卡点' }}>
        {checkpoints.map((point) => (
          <Box key={point.no} className="station" spoken={{ role: 'listitem' }}>
            <Text className="station-no num">{String(point.no)}</Text>
            <Box className="grow">
              <Text className="block">{point.name}</Text>
              {point.dwellSeconds > 0 && (
                <Text className="t13 quiet block">停一停，{dwell(point.dwellSeconds)}</Text>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function dwell(seconds: number): string {
  return seconds < 60 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`;
}
