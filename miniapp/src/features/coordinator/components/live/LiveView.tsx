import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Empty, QueryState } from '@/components/QueryState';
import { RouteMap } from '@/components/route-map/RouteMap';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useShown } from '@/lib/useShown';
import { useLivePatrols } from '../../api/patrols';
import type { LivePatrol } from '../../api/types';
import { agoWord } from './ago';
import '../coordinator.scss';

/** List rows at once; the map shows everybody. */
const AT_ONCE = 25;

/** Everybody who is on patrol now, on a map and in a list, renewed every five seconds. */
export function LiveView({ code }: { code: string }) {
  const query = useLivePatrols(code, useShown());
  return (
    <QueryState
      query={query}
      skeleton={<Skeleton lines={8} />}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty icon="route" title="现在没有人在巡防" hint="有人开始巡防，位置会出现在这里。" />}
    >
      {({ items }) => <Everybody items={items} />}
    </QueryState>
  );
}

function Everybody({ items }: { items: readonly LivePatrol[] }) {
  const now = useNow(1_000);
  const [picked, setPicked] = useState<string | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  const placed = items.flatMap((item) => (item.position === null ? [] : [{ item, place: item.position }]));
  const sorted = [...items].sort(
    (a, b) =>
      Number(b.patrolId === picked) - Number(a.patrolId === picked) || Number(b.stale) - Number(a.stale),
  );
  return (
    <Box className="columns">
      <Box className="sticky">
        {placed.length === 0 ? (
          <Card className="card-sunken">
            <Text className="block">他们的手机还没有传来位置。</Text>
          </Card>
        ) : (
          <RouteMap
            label="正在巡防的人"
            people={placed.map(({ item, place }) => ({
              key: item.patrolId,
              latitude: place.latitude,
              longitude: place.longitude,
              word: item.volunteer.name,
              stale: item.stale,
            }))}
            onPerson={setPicked}
            testId="live-map"
          />
        )}
      </Box>
      <Box className="stack stack-3">
        <Text className="t17 strong block">{`正在巡防 ${items.length} 人`}</Text>
        {sorted.slice(0, most).map((item) => (
          <Person key={item.patrolId} item={item} now={now} chosen={item.patrolId === picked} />
        ))}
        {sorted.length > most && (
          <Button wide icon="down" onTap={() => setMost(most + AT_ONCE)}>
            {`还有 ${sorted.length - most} 个人`}
          </Button>
        )}
      </Box>
    </Box>
  );
}

function Person({ item, now, chosen }: { item: LivePatrol; now: Date; chosen: boolean }) {
  return (
    <Card className={chosen ? 'live-chosen' : ''} testId={`live-${item.patrolId}`}>
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="t17 strong clip">{item.volunteer.name}</Text>
          {item.stale ? (
            <Tag tone="wait" icon="offline">
              没有消息
            </Tag>
          ) : item.status === 'paused' ? (
            <Tag icon="clock">暂停中</Tag>
          ) : (
            <Tag tone="good" icon="check">
              巡防中
            </Tag>
          )}
        </Box>
        <Text className="block">{item.task.title}</Text>
        <Text className="t13 quiet num block">
          {[
            `${spoken(item.startedAt, now)} 开始`,
            item.positionAt === null ? '还没有位置' : `位置是 ${agoWord(item.positionAt, now)}的`,
          ].join(' · ')}
        </Text>
        <Button
          small
          icon="route"
          onTap={() => open('pages-coordinator/replay', { id: item.patrolId })}
          label={`看${item.volunteer.name}走过的路`}
        >
          看走过的路
        </Button>
      </Box>
    </Card>
  );
}
