import type { Participation, Share } from '@jiefang/shared/tally';
import { areaWords } from '@jiefang/shared/tally-words';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { grouped, NO_BUILDING } from '../../words';
import { Figure } from './TallyCard';

const AT_ONCE = 12;

/** Who took part, building by building; while the vote goes on, those where most is missing come first. */
export function ParticipationCard({
  participation,
  voting,
}: {
  participation: Participation;
  voting: boolean;
}) {
  const { heads, area, sentences } = participation;
  const [most, setMost] = useState(AT_ONCE);
  const buildings = voting
    ? [...participation.buildings].sort((a, b) => missing(b.heads) - missing(a.heads))
    : participation.buildings;
  return (
    <Section title={voting ? '现在的参与' : '参与'}>
      <Card testId="participation">
        <Box className="stack stack-3">
          <Box className="figures">
            <Figure word="参加了" value={heads.done} />
            <Figure word="名册" value={heads.total} />
            {heads.needed !== null && <Figure word="至少要" value={heads.needed} />}
          </Box>
          {area !== null && (
            <Text className="block">{`面积：${areaWords(area.done)}，名册 ${areaWords(area.total)}。`}</Text>
          )}
          {sentences.map((sentence) => (
            <Text key={sentence} className="block">
              {sentence}
            </Text>
          ))}
          {buildings.length > 1 && <Box className="rule" />}
          {buildings.length > 1 &&
            buildings
              .slice(0, most)
              .map(({ building, heads: share }) => (
                <BuildingBar key={building} name={building === '' ? NO_BUILDING : building} share={share} />
              ))}
          {buildings.length > most && (
            <Button wide icon="down" onTap={() => setMost(buildings.length)}>
              {`还有 ${buildings.length - most} 栋`}
            </Button>
          )}
        </Box>
      </Card>
      {voting && <Text className="t13 quiet block">计票之前，谁也看不到投了什么，这里也没有。</Text>}
    </Section>
  );
}

function BuildingBar({ name, share: { done, total } }: { name: string; share: Share }) {
  const part = total === 0 ? 0 : (done / total) * 100;
  return (
    <Box className="bar-row">
      <Box className="row row-between">
        <Text className="t15 grow">{name}</Text>
        <Text className="t13 quiet num fixed">{`${grouped(done)} / ${grouped(total)}`}</Text>
      </Box>
      <Box className="bar" spoken={{ hidden: true }}>
        <Box className="bar-fill" style={{ width: `${part}%` }} />
      </Box>
    </Box>
  );
}

function missing({ done, total }: Share): number {
  return total - done;
}
