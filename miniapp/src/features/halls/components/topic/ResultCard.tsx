import { BALLOT_CHOICES, BALLOT_CHOICE_WORDS } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Tag } from '@/components/Tag';
import type { Topic } from '../../api/types';
import './topic.scss';

/** The count, explained: which threshold, by how much, who had to take part. */
export function ResultCard({ topic: { tally } }: { topic: Topic }) {
  if (tally === null) return null;
  const { counts, passed, sentences } = tally;
  const most = Math.max(1, counts.for, counts.against, counts.abstain);
  return (
    <Section title="表决结果">
      <Card testId="tally">
        <Box className="stack stack-3">
          <Box className="row">
            <Tag tone={passed ? 'good' : 'bad'} icon={passed ? 'check' : 'close'}>
              {passed ? '通过' : '没有通过'}
            </Tag>
          </Box>
          {BALLOT_CHOICES.map((choice) => (
            <Box key={choice} className="stack stack-1">
              <Box className="row row-between">
                <Text>{BALLOT_CHOICE_WORDS[choice]}</Text>
                <Text className="num">{counts[choice]} 票</Text>
              </Box>
              <Box className="meter" spoken={{ hidden: true }}>
                <Box
                  className={choice === 'for' ? 'meter-done' : 'meter-other'}
                  style={{ width: `${(counts[choice] / most) * 100}%` }}
                />
              </Box>
            </Box>
          ))}
          <Box className="rule" />
          {sentences.map((sentence) => (
            <Text key={sentence} className="block">
              {sentence}
            </Text>
          ))}
        </Box>
      </Card>
    </Section>
  );
}
