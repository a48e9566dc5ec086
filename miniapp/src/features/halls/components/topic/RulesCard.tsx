import { Box, Text } from '@/components/base';
import { Card, ListRow, Section } from '@/components/Card';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import type { Topic } from '../../api/types';
import { rollWord } from '../../words';

/** By which rules it is decided and who may vote, in plain words; both frozen at the announcement. */
export function RulesCard({ topic }: { topic: Topic }) {
  const { rules, rollSize, id, path } = topic;
  if (rules === null) return null;
  const votes = path.some(({ code }) => code === 'vote');
  return (
    <Section title="按什么规则议">
      <Card>
        <Box className="stack stack-2">
          <Box className="row row-between row-wrap">
            <Text className="strong">{rules.name}</Text>
            {votes && <Tag icon={rules.secret ? 'lock' : 'eye'}>{rules.secret ? '无记名' : '记名'}</Tag>}
          </Box>
          {rules.sentences.map((sentence) => (
            <Text key={sentence} className="block">
              {sentence}
            </Text>
          ))}
          <Text className="t13 quiet block">依据：{rules.basis}</Text>
          <Text className="t13 quiet block">名册和规则在公告时定下，之后谁也不能改。</Text>
        </Box>
      </Card>
      {rollSize !== null && (
        <Card className="card-flush">
          <ListRow
            icon="people"
            title={rollWord(rules.source, rollSize)}
            detail="都有哪些楼，我在不在里面"
            onTap={() => open('pages-halls/roll', { id })}
            testId="roll"
          />
        </Card>
      )}
    </Section>
  );
}
