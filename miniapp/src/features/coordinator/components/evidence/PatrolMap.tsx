import type { Place } from '@jiefang/shared/geo';
import { Text } from '@/components/base';
import { QueryState } from '@/components/QueryState';
import { RouteMap } from '@/components/route-map/RouteMap';
import { Skeleton } from '@/components/Skeleton';
import { usePatrolLine } from '../../api/patrols';
import type { Evidence } from '../../api/types';

interface Props {
  patrolId: string;
  label: string;
  /** What became of the checkpoints. */
  visits: Evidence['checkpoints'];
  /** A moment of the replay. */
  position?: Place | null;
}

/** The way of a patrol beside the route it was to take. */
export function PatrolMap({ patrolId, label, visits, position = null }: Props) {
  const line = usePatrolLine(patrolId);
  return (
    <QueryState query={line} skeleton={<Skeleton lines={6} />}>
      {({ segments, aside, route }) =>
        segments.length === 0 && route === null && aside.length === 0 ? (
          <Text className="quiet block">没有记录到位置，请看签到和打卡点，问问志愿者。</Text>
        ) : (
          <RouteMap
            label={label}
            route={route?.line ?? null}
            segments={segments}
            aside={aside}
            checkpoints={(route?.checkpoints ?? []).map((point) => ({
              ...point,
              reached: visits.find(({ no }) => no === point.no)?.reached ?? false,
            }))}
            position={position}
            testId="patrol-map"
          />
        )
      }
    </QueryState>
  );
}
