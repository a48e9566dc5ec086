import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Tag } from '@/components/Tag';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { endClosure, useClosures } from '../../api/catalogue';
import { refreshDesk } from '../../api/desk';
import type { ClosureDone, StaffClosure } from '../../api/types';
import { ClosureForm } from './ClosureForm';

/** When a centre or one of its venues does not open, beyond its weekly hours. */
export function ClosuresView({ centreId }: { centreId: string }) {
  const query = useClosures(centreId);
  const now = useNow();
  const [done, setDone] = useState<ClosureDone | null>(null);
  return (
    <Box className="stack stack-6 form-columns">
      <Section title="新的闭馆">
        {done && (
          <Notice tone="good" testId="closure-done">
            {`已发布${done.venue === null ? '全馆' : done.venue.name}闭馆，取消并通知了 ${done.cancelled} 个预约${
              done.waivedNoShows > 0 ? `，免去 ${done.waivedNoShows} 次爽约记录` : ''
            }。`}
          </Notice>
        )}
        <ClosureForm centreId={centreId} onDone={setDone} />
      </Section>
      <Box className="stack stack-6">
        <QueryState
          query={query}
          isEmpty={(data) => data.items.length === 0}
          empty={
            <Empty
              icon="calendar"
              title="没有闭馆安排"
              hint="发布以后，居民在场地页会看到，受影响的预约会自动取消并通知。"
            />
          }
        >
          {({ items }) => (
            <Section title={`现在和以后 ${items.length}`}>
              {items.map((item) => (
                <ClosureCard key={item.id} closure={item} now={now} />
              ))}
            </Section>
          )}
        </QueryState>
      </Box>
    </Box>
  );
}

function ClosureCard({ closure, now }: { closure: StaffClosure; now: Date }) {
  const [asking, setAsking] = useState(false);
  const end = useAction(
    (_nothing: null, key) => endClosure(closure.id, key),
    async () => {
      setAsking(false);
      await refreshDesk();
    },
  );
  const running = Date.parse(closure.startsAt) <= now.getTime();
  return (
    <Card testId={`closure-${closure.id}`}>
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="t17 strong clip">{closure.venue === null ? '全馆' : closure.venue.name}</Text>
          <Tag tone="wait" icon={running ? 'lock' : 'clock'}>
            {running ? '正在闭馆' : '还没开始'}
          </Tag>
        </Box>
        <Text className="t15 num block">{spokenRange(closure.startsAt, closure.endsAt, now)}</Text>
        <Text className="t15 block">{closure.reason}</Text>
        <Text className="t13 quiet block">{`${closure.createdBy}发布 · 取消了 ${closure.affectedBookings} 个预约`}</Text>
        {end.error && <Refusal error={end.error} />}
        {asking ? (
          <Box className="stack stack-2">
            <Text className="t15 block">
              {running
                ? '从现在起恢复开放。已经取消的预约不会自动恢复。'
                : '撤销后这段时间照常开放。已经取消的预约不会自动恢复。'}
            </Text>
            <Box className="decide">
              <Button kind="quiet" onTap={() => setAsking(false)}>
                {running ? '先不结束' : '先不撤销'}
              </Button>
              <Button kind="danger" onTap={() => end.run(null)}>
                {running ? '现在恢复开放' : '撤销这次闭馆'}
              </Button>
            </Box>
          </Box>
        ) : (
          <Button onTap={() => setAsking(true)}>{running ? '提前结束' : '撤销'}</Button>
        )}
      </Box>
    </Card>
  );
}
