import { Box, Text } from '@/components/base';
import { Card, ListRow, Section, TextLink } from '@/components/Card';
import { Empty, QueryState } from '@/components/QueryState';
import { StatusChip } from '@/components/StatusChip';
import { stancesWord, windowWord } from '@/components/topic-words';
import { open } from '@/lib/navigate';
import { useNow } from '@/lib/useNow';
import { useDivisionPages } from '../../api/desk';
import type { StaffTopicCard } from '../../api/types';

const MANY = 6;

/** Topics that go on in a division, those whose window closes first on top. */
export function TopicsAtHand({ code }: { code: string }) {
  const query = useDivisionPages<StaffTopicCard>(code, 'topics', { queue: 'running' });
  const now = useNow();
  return (
    <Section
      title="正在议"
      more={
        <TextLink onTap={() => open('pages-hall-desk/topics', { code, queue: 'running' })}>全部议题</TextLink>
      }
    >
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<Empty icon="talk" title="没有正在议的" hint="受理的议题，办到归档为止都在这里。" />}
      >
        {({ pages }) => (
          <Card className="card-flush">
            {inTime(pages.flatMap(({ items }) => items))
              .slice(0, MANY)
              .map((topic) => (
                <ListRow
                  key={topic.id}
                  title={<Text className="clip block">{topic.title}</Text>}
                  detail={[windowWord(topic, now), stancesWord(topic.stances)].filter(Boolean).join(' · ')}
                  value={
                    <Box className="row">
                      <StatusChip of="topic" status={topic.status} />
                    </Box>
                  }
                  onTap={() => open('pages-hall-desk/topic', { id: topic.id })}
                  testId="topic-at-hand"
                />
              ))}
          </Card>
        )}
      </QueryState>
    </Section>
  );
}

/** Those whose window closes first before those that have none. */
function inTime(topics: readonly StaffTopicCard[]): StaffTopicCard[] {
  return [...topics].sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
}
