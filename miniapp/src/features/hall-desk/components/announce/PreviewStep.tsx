import { areaWords } from '@jiefang/shared/tally-words';
import { rulePack, type RollSource } from '@jiefang/shared/rule-packs';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { QueryState, type Asked } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { lastDay, plainDay } from '@/lib/time';
import type { RollPreview } from '../../api/types';
import { grouped, NO_BUILDING, ROLL_UNITS } from '../../words';
import { Figure } from '../counting/TallyCard';
import { demandsOf } from './demands';
import type { Wizard } from './wizard';

const BUILDINGS_AT_ONCE = 12;

/** Whom the roll includes and what the rule demands of them, in words, before anything is frozen. */
export function PreviewStep({ query, wizard }: { query: Asked<RollPreview>; wizard: Wizard }) {
  const source = wizard.source ?? 'households';
  const rules = rulePack(wizard.pack?.code ?? '');
  const demands = ({ size, area }: RollPreview): string[] =>
    // A newer pack than this client knows speaks for itself.
    rules === null || rules.version !== wizard.pack?.version
      ? []
      : demandsOf(rules, { size, area, unit: ROLL_UNITS[source] });
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={5} />}>
      {(preview) => (
        <>
          {preview.faults.map((fault) => (
            <Refusal key={fault} error={{ message: fault, rule: null, next: '请回到上一步改好。' }} />
          ))}
          <Card testId="roll-preview">
            <Box className="stack stack-3">
              <Box className="figures">
                <Figure word={`名册里的${ROLL_UNITS[source].replace('位', '')}`} value={preview.size} />
                {preview.area !== null && <Figure word="面积" value={areaWords(preview.area)} />}
              </Box>
              {demands(preview).map((sentence) => (
                <Text key={sentence} className="strong block">
                  {sentence}
                </Text>
              ))}
              <Box className="stack stack-1">
                {preview.sentences.map((sentence) => (
                  <Text key={sentence} className="t15 block">
                    {sentence}
                  </Text>
                ))}
              </Box>
              <Text className="t15 quiet block">{windowsOf(preview)}</Text>
            </Box>
          </Card>
          {preview.unreachable > 0 && (
            <Notice tone="wait" testId="unreachable">
              {`其中 ${grouped(preview.unreachable)} ${ROLL_UNITS[source]}现在没有人能在小程序里投，要打电话或上门收纸面票。`}
            </Notice>
          )}
          <Buildings preview={preview} source={source} />
          <Section title="抽几个看看">
            <Card className="card-flush">
              {preview.sample.map(({ no, label, area }) => (
                <ListRow key={no} title={label} value={area === null ? `第 ${no} 号` : areaWords(area)} />
              ))}
            </Card>
          </Section>
        </>
      )}
    </QueryState>
  );
}

function Buildings({ preview, source }: { preview: RollPreview; source: RollSource }) {
  const [most, setMost] = useState(BUILDINGS_AT_ONCE);
  const { buildings } = preview;
  if (buildings.length < 2) return null;
  return (
    <Section title="按楼栋">
      <Card className="card-flush">
        {buildings.slice(0, most).map(({ building, size, area }) => (
          <ListRow
            key={building}
            title={building === '' ? NO_BUILDING : building}
            detail={area === null ? undefined : areaWords(area)}
            value={`${grouped(size)} ${ROLL_UNITS[source]}`}
          />
        ))}
      </Card>
      {buildings.length > most && (
        <Button wide icon="down" onTap={() => setMost(buildings.length)}>
          {`还有 ${buildings.length - most} 栋`}
        </Button>
      )}
    </Section>
  );
}

/** 11月25日开始协商，协商到 11月30日，之后投票 7 天，公示 5 天。 */
export function windowsOf({ windows }: RollPreview, now: Date = new Date()): string {
  const { deliberatesFrom, deliberatesUntil, votesDays, publicationDays } = windows;
  return [
    `${plainDay(new Date(deliberatesFrom), now)}开始协商`,
    `协商到 ${lastDay(deliberatesUntil, now)}`,
    ...(votesDays === null ? [] : [`定稿后投票 ${votesDays} 天`]),
    `公示 ${publicationDays} 天。`,
  ].join('，');
}
