import { OPINION_OPEN, type Stance } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Section, TextLink } from '@/components/Card';
import { QueryState } from '@/components/QueryState';
import { open } from '@/lib/navigate';
import { useOpinions } from '../../api/opinions';
import type { Topic } from '../../api/types';
import { OpinionCard } from './OpinionCard';
import { SpeakSheet } from './SpeakSheet';
import { StanceChoice } from './StanceChoice';

const FEW = 3;
const BEFORE_OPINIONS = ['draft', 'submitted', 'under_review', 'returned', 'withdrawn'];

/** The position of the reader, and the statements most agreed with; the rest is one tap away. */
export function OpinionsPreview({ topic }: { topic: Topic }) {
  const { id, status, actions, stances } = topic;
  const total = stances.for + stances.against + stances.neutral;
  const [stance, setStance] = useState<Stance | null>(null);
  const may = actions.includes('speak');
  const shown = !BEFORE_OPINIONS.includes(status) && (total > 0 || may);
  const opinions = useOpinions(id, 'agreed', null, { limit: FEW, wanted: shown });
  const isOpen = OPINION_OPEN.some((one) => one === status);
  if (!shown) return null;
  const all = (): void => open('pages-halls/opinions', { id });
  return (
    <Section
      title="大家怎么说"
      more={<TextLink onTap={all} testId="all-opinions">{`全部 ${total} 条`}</TextLink>}
    >
      {may && (
        <Box className="stack stack-2">
          <StanceChoice value={null} onChange={setStance} counts={stances} />
          <Text className="t13 quiet block">选一个态度，再说说你的理由。</Text>
        </Box>
      )}
      {!isOpen && <Text className="t13 quiet block">现在不收新的发言，说过的都留着。</Text>}
      <QueryState query={opinions}>
        {(data) => (
          <Box className="stack stack-3">
            {data.pages
              .flatMap((page) => page.items)
              .slice(0, FEW)
              .map((opinion) => (
                <OpinionCard key={opinion.id} opinion={opinion} />
              ))}
          </Box>
        )}
      </QueryState>
      {total > FEW && (
        <Button wide icon="down" onTap={all}>
          {`看全部 ${total} 条发言`}
        </Button>
      )}
      {stance !== null && <SpeakSheet topicId={id} stance={stance} onClose={() => setStance(null)} />}
    </Section>
  );
}
