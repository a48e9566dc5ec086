import { Box } from '@/components/base';
import { Section } from '@/components/Card';
import { QueryState } from '@/components/QueryState';
import { useFollowUps } from '../../api/topic';
import type { Topic } from '../../api/types';
import { FollowUpCard } from '../promises/FollowUpCard';

/** What was promised after the decision. */
export function FollowUps({ topic: { id, followUps } }: { topic: Topic }) {
  const known = useFollowUps(id, followUps > 0);
  if (followUps === 0) return null;
  return (
    <Section title="说好要办的">
      <QueryState query={known}>
        {({ items }) => (
          <Box className="stack stack-3" domId="follow-ups">
            {items.map((followUp) => (
              <FollowUpCard key={followUp.id} followUp={followUp} />
            ))}
          </Box>
        )}
      </QueryState>
    </Section>
  );
}
