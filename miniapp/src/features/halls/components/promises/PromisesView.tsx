import { PROMISE_STATES, PROMISE_WORDS, type PromiseState } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Chips } from '@/components/Choice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useRefresh } from '@/lib/useRefresh';
import { useHall, usePromises } from '../../api/halls';
import type { HallPromise } from '../../api/types';
import { FollowUpCard } from './FollowUpCard';

const STATES = PROMISE_STATES.map((value) => ({ value, word: PROMISE_WORDS[value] }));

/** What a hall promised, and whether it was kept. */
export function PromisesView({ community }: { community: string }) {
  const [state, setState] = useState<PromiseState | null>(null);
  const hall = useHall(community);
  const promises = usePromises(community, state);
  useRefresh(() => Promise.all([hall.refetch(), promises.refetch()]));
  const totals = hall.data?.promises;
  return (
    <Box className="stack">
      {totals !== undefined && (
        <Text className="block num">
          {hall.data?.division.name}议定的事，按期办结 {totals.kept} 件，在办 {totals.onTime} 件，逾期{' '}
          {totals.late} 件，没有兑现 {totals.broken} 件。
        </Text>
      )}
      <Chips label="办得怎样" options={STATES} value={state} onChange={setState} />
      <PagedList<HallPromise>
        query={promises}
        keyOf={(promise) => promise.id}
        render={(promise) => <FollowUpCard followUp={promise} topic={promise.topic} />}
        className="grid-2"
        most={24}
        skeleton={<Skeleton count={3} lines={4} />}
        empty={
          <Empty
            icon="flag"
            title="这里还没有"
            hint="议定的事由谁办、哪天办好，都会列在这里，办没办到一看就知道。"
          />
        }
      />
    </Box>
  );
}
