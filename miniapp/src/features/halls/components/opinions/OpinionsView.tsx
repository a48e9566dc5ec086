import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Segmented } from '@/components/Choice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { stancesWord } from '@/components/topic-words';
import { useOpinions } from '../../api/opinions';
import type { Opinion, OpinionSort, Topic } from '../../api/types';
import { OpinionThread } from './OpinionThread';

const SORTS: { value: OpinionSort; word: string }[] = [
  { value: 'newest', word: '最新' },
  { value: 'agreed', word: '最多赞同' },
  { value: 'contested', word: '争议最大' },
];

/** Everything that was said on a topic, in the order the reader likes. */
export function OpinionsView({ topic, onReply }: { topic: Topic; onReply: (opinion: Opinion) => void }) {
  const [sort, setSort] = useState<OpinionSort>('newest');
  const opinions = useOpinions(topic.id, sort, null);
  const said = stancesWord(topic.stances);
  const may = topic.actions.includes('speak');
  return (
    <Box className="stack">
      <Box className="stack stack-1">
        <Text className="t20 block">{topic.title}</Text>
        {said !== null && <Text className="quiet num block">{said}</Text>}
      </Box>
      <Segmented label="排序" options={SORTS} value={sort} onChange={setSort} />
      <PagedList<Opinion>
        key={sort}
        query={opinions}
        keyOf={(opinion) => opinion.id}
        render={(opinion) => (
          <OpinionThread topicId={topic.id} opinion={opinion} onReply={may ? onReply : undefined} />
        )}
        most={30}
        skeleton={<Skeleton count={3} lines={4} />}
        empty={
          <Empty
            icon="talk"
            title="还没有人发言"
            hint={may ? '你可以第一个说。' : '认证居民可以在协商期间发言。'}
          />
        }
      />
    </Box>
  );
}
