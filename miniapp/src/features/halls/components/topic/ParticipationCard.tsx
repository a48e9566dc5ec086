import type { Participation } from '@jiefang/shared/tally';
import { areaWords } from '@jiefang/shared/tally-words';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { grouped } from '../../words';
import './topic.scss';

const FEW = 5;

/** How many took part so far, in all and by building, and what is still missing. Never what they chose. */
export function ParticipationCard({ participation }: { participation: Participation }) {
  const { heads, area, buildings, sentences } = participation;
  const [all, setAll] = useState(false);
  const shown = all ? buildings : buildings.slice(0, FEW);
  return (
    <Card testId="participation">
      <Box className="stack stack-3">
        <Row word="票数" done={heads.done} total={heads.total} needed={heads.needed} say={grouped} />
        {area !== null && (
          <Row word="面积" done={area.done} total={area.total} needed={area.needed} say={areaWords} />
        )}
        {sentences.map((sentence) => (
          <Text key={sentence} className="block">
            {sentence}
          </Text>
        ))}
        {buildings.length > 1 && (
          <Box className="stack stack-2">
            <Text className="strong block">各楼参加情况</Text>
            {shown.map((one) => (
              <Row
                key={one.building}
                word={one.building === '' ? '其他' : one.building}
                done={one.heads.done}
                total={one.heads.total}
                needed={null}
                say={grouped}
              />
            ))}
            {shown.length < buildings.length && (
              <Button small icon="down" onTap={() => setAll(true)}>
                {`看全部 ${buildings.length} 栋`}
              </Button>
            )}
          </Box>
        )}
        <Text className="t13 quiet block">截止前只公开参加了多少，不公开投了什么。</Text>
      </Box>
    </Card>
  );
}

interface RowProps {
  word: string;
  done: number;
  total: number;
  needed: number | null;
  say: (amount: number) => string;
}

function Row({ word, done, total, needed, say }: RowProps) {
  const told = `${word}：${say(total)}里已经有 ${say(done)}参加${needed === null ? '' : `，需要 ${say(needed)}`}`;
  return (
    <Box className="stack stack-1" spoken={{ role: 'img', label: told }}>
      <Box className="row row-between row-wrap">
        <Text>{word}</Text>
        <Text className="num quiet">
          {say(done)} / {say(total)}
        </Text>
      </Box>
      <Box className="meter meter-marked">
        <Box className="meter-done" style={{ width: `${share(done, total)}%` }} />
        {needed !== null && needed < total && (
          <Box className="meter-mark" style={{ left: `${share(needed, total)}%` }} />
        )}
      </Box>
    </Box>
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
}
