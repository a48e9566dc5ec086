import { spokenHours } from '@jiefang/shared/hours';
import { Box, Text } from '@/components/base';
import { Section, Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import './hours.scss';

interface Props {
  stars: number;
  /** Minutes to the next star; null beyond the last. */
  nextMinutes: number | null;
  /** Hours that each star asks for here. */
  table: readonly number[];
}

/** The reader's own stars and what each asks for. Nobody is compared with anybody. */
export function Stars({ stars, nextMinutes, table }: Props) {
  return (
    <Section title="志愿者星级">
      <Card testId="stars">
        <Box className="stack stack-3">
          <Box className="row row-between row-wrap">
            <Text className="t20">{stars === 0 ? '还没有星' : `${stars} 星`}</Text>
            <Text className="quiet num">
              {nextMinutes === null
                ? '星已经满了，谢谢你'
                : `再服务 ${spokenHours(nextMinutes)} 到 ${stars + 1} 星`}
            </Text>
          </Box>
          <Box className="stars" spoken={{ role: 'list', label: '星级要的小时数' }}>
            {table.map((hours, index) => (
              <Box
                key={hours}
                className={`star ${index < stars ? 'star-got' : ''}`}
                spoken={{ role: 'listitem', label: `${index + 1} 星，${hours} 小时` }}
              >
                <Icon name={index < stars ? 'check' : 'star'} large />
                <Text className="num strong">{String(hours)}</Text>
                <Text className="t13">小时</Text>
              </Box>
            ))}
          </Box>
        </Box>
      </Card>
    </Section>
  );
}
