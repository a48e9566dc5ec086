import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { TextLink } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { TopicTile } from '@/components/TopicTile';
import type { TopicCard } from '@/lib/api/halls';
import { open, openTab } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';
import { useMyOpinions, useMyTopics } from '../../api/halls';
import type { MyOpinion } from '../../api/types';
import { OpinionCard } from '../opinions/OpinionCard';

const LISTS = [
  { value: 'topics', word: '我的议题' },
  { value: 'opinions', word: '我的发言' },
] as const;
type List = (typeof LISTS)[number]['value'];

/** What the reader raised and said. */
export function MineView({ first }: { first: List }) {
  const [list, setList] = useState<List>(first);
  return (
    <Box className="stack">
      <Segmented label="看什么" options={LISTS} value={list} onChange={setList} />
      {list === 'topics' ? <Topics /> : <Opinions />}
    </Box>
  );
}

function Topics() {
  const topics = useMyTopics();
  useRefresh(() => topics.refetch());
  return (
    <PagedList<TopicCard>
      query={topics}
      keyOf={(topic) => topic.id}
      render={(topic) => <TopicTile topic={topic} withCommunity />}
      className="grid-2"
      skeleton={<Skeleton count={3} lines={3} />}
      empty={
        <Empty
          icon="talk"
          title="还没有提过议题"
          hint="身边的事，有想法就提出来。"
          action={<Button onTap={() => openTab('halls')}>去议事厅</Button>}
        />
      }
    />
  );
}

function Opinions() {
  const opinions = useMyOpinions();
  useRefresh(() => opinions.refetch());
  return (
    <PagedList<MyOpinion>
      query={opinions}
      keyOf={(opinion) => opinion.id}
      render={(opinion) => (
        <Box className="stack stack-1">
          <OpinionCard opinion={opinion} />
          <TextLink onTap={() => open('pages-halls/topic', { id: opinion.topic.id })}>
            {`在「${opinion.topic.title}」`}
          </TextLink>
        </Box>
      )}
      skeleton={<Skeleton count={3} lines={3} />}
      empty={
        <Empty
          icon="talk"
          title="还没有发过言"
          hint="看看街坊们在议什么，说说你的想法。"
          action={<Button onTap={() => openTab('halls')}>去议事厅</Button>}
        />
      }
    />
  );
}

/** Which list an address asks for. */
export function listOf(show: string | undefined): List {
  return show === 'opinions' ? 'opinions' : 'topics';
}
