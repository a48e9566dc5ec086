import type { Tally } from '@jiefang/shared/tally';
import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Tag } from '@/components/Tag';
import { grouped } from '../../words';
import '../../hall-desk.scss';

/** A counted result: the three numbers, and what they mean in words. */
export function TallyCard({ tally }: { tally: Tally }) {
  const { counts, passed, sentences } = tally;
  return (
    <Section title="计票结果">
      <Card testId="tally">
        <Box className="stack stack-3">
          <Box className="row">
            <Tag tone={passed ? 'good' : 'bad'} icon={passed ? 'check' : 'close'}>
              {passed ? '通过' : '没有通过'}
            </Tag>
          </Box>
          <Box className="figures">
            <Figure word="赞成" value={counts.for} />
            <Figure word="反对" value={counts.against} />
            <Figure word="弃权" value={counts.abstain} />
          </Box>
          <Box className="stack stack-1">
            {sentences.map((sentence) => (
              <Text key={sentence} className="block">
                {sentence}
              </Text>
            ))}
          </Box>
        </Box>
      </Card>
    </Section>
  );
}

/** A number with its name. */
export function Figure({ word, value }: { word: string; value: number | string }) {
  return (
    <Box>
      <Text className="t20 num block">{typeof value === 'number' ? grouped(value) : value}</Text>
      <Text className="t13 quiet block">{word}</Text>
    </Box>
  );
}
