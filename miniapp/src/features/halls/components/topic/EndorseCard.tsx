import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import type { Topic } from '../../api/types';
import type { TopicActs } from '../../hooks/useTopicActs';
import './topic.scss';

/** How many stand behind it, how many it takes, and the way out for who has endorsed. */
export function EndorseCard({ topic, acts }: { topic: Topic; acts: TopicActs }) {
  const { endorsements, status, mine, actions } = topic;
  if (endorsements === null || status !== 'endorsing') return null;
  const { count, needed } = endorsements;
  const missing = needed - count;
  return (
    <Card testId="endorsements">
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="strong">附议</Text>
          <Text className="num">
            {count} / {needed} 人
          </Text>
        </Box>
        <Box className="meter" spoken={{ role: 'img', label: `${needed} 人里已经有 ${count} 人附议` }}>
          <Box
            className="meter-done"
            style={{ width: `${Math.min(100, (count / Math.max(needed, 1)) * 100)}%` }}
          />
        </Box>
        <Text className="t13 quiet block">
          {missing > 0
            ? `再有 ${missing} 位认证居民附议，就进入协商。`
            : '人数够了，社区会公告名册和规则，接着开始协商。'}
        </Text>
        {mine?.endorsed === true && (
          <Box className="row row-between row-wrap">
            <Text className="good">你附议了</Text>
            {actions.includes('unendorse') && (
              <Button
                small
                busy={acts.unendorse.busy}
                onTap={() => acts.unendorse.run({ id: topic.id })}
                testId="unendorse"
              >
                取消附议
              </Button>
            )}
          </Box>
        )}
      </Box>
    </Card>
  );
}
