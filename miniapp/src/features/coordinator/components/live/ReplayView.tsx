import { clockOf, shanghaiMinute } from '@jiefang/shared/time';
import { useEffect, useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { Slider } from '@/components/Slider';
import { isWeapp } from '@/lib/platform';
import { saveGpx } from '@/lib/save-gpx';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { gpxLink, usePatrol, usePatrolLine } from '../../api/patrols';
import type { Patrol, PatrolLine } from '../../api/types';
import { EvidenceCard } from '../evidence/EvidenceCard';
import { lengthWord } from '../evidence/evidence-words';
import { PatrolMap } from '../evidence/PatrolMap';
import { isPaused, momentsOf, standingAt, usualSpeed } from './replay';
import '../coordinator.scss';

const SPEEDS = [10, 30, 60, 120] as const;
/** Between two pictures; WeChat's map takes no more. */
const FRAME_MS = isWeapp ? 500 : 200;
const STEP_MS = 60_000;

/** A patrol from its start to its end, at a pace one can follow. */
export function ReplayView({ id }: { id: string }) {
  const patrol = usePatrol(id);
  const line = usePatrolLine(id);
  return (
    <QueryState query={patrol} skeleton={<Skeleton lines={6} />}>
      {(data) =>
        data.erased ? (
          <Empty icon="ban" title="轨迹按本人的意思删掉了" hint="核实的结果和时长都还在。" />
        ) : (
          <Box className="columns">
            <QueryState query={line} skeleton={<Skeleton lines={8} />}>
              {(way) => <Player patrol={data} line={way} />}
            </QueryState>
            <Aside patrol={data} />
          </Box>
        )
      }
    </QueryState>
  );
}

function Player({ patrol, line }: { patrol: Patrol; line: PatrolLine }) {
  const moments = momentsOf(line);
  const start = Date.parse(patrol.startedAt);
  const end = Math.max(
    start + 1_000,
    patrol.finishedAt === null ? (moments[moments.length - 1]?.at ?? start) : Date.parse(patrol.finishedAt),
  );
  const length = end - start;
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(() => usualSpeed(length, SPEEDS));
  const over = at >= length;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => setAt((now) => Math.min(length, now + FRAME_MS * speed)), FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, speed, length]);
  useEffect(() => {
    if (over) setPlaying(false);
  }, [over]);

  const now = start + at;
  const standing = standingAt(moments, now);
  const time = clockOf(shanghaiMinute(new Date(now)));
  const go = (to: number): void => setAt(Math.max(0, Math.min(length, to)));
  const play = (): void => {
    if (over) setAt(0);
    setPlaying(!playing);
  };
  const state = isPaused(patrol.pauses, now)
    ? '暂停中'
    : standing === null
      ? '还没有第一个位置'
      : standing.known
        ? '巡防中'
        : '这一段没有记录到位置';
  return (
    <Box className="stack">
      <PatrolMap
        patrolId={patrol.id}
        label="巡防轨迹"
        visits={patrol.checkpoints.map((visit) => ({
          ...visit,
          reached: visit.reached && visit.at !== null && Date.parse(visit.at) <= now,
        }))}
        position={standing?.place ?? null}
      />
      <Card>
        <Box className="stack stack-3" testId="player">
          <Box className="row row-between row-wrap">
            <Text className="t26 num">{time}</Text>
            <Text className="quiet">{`第 ${Math.floor(at / STEP_MS)} 分钟 · ${state}`}</Text>
          </Box>
          <Slider
            label="回放到哪里"
            spokenValue={`${time}，${state}`}
            value={Math.round(at / 1000)}
            max={Math.round(length / 1000)}
            onChange={(seconds) => go(seconds * 1000)}
            testId="replay-slider"
          />
          <Box className="replay-keys">
            <Button wide onTap={() => go(at - STEP_MS)} label="后退一分钟">
              退 1 分钟
            </Button>
            <Button kind="primary" wide icon={playing ? 'pause' : 'play'} onTap={play} testId="play">
              {playing ? '停下' : over ? '重放' : '播放'}
            </Button>
            <Button wide onTap={() => go(at + STEP_MS)} label="前进一分钟">
              进 1 分钟
            </Button>
          </Box>
          <Segmented
            label="快慢"
            options={SPEEDS.map((value) => ({ value, word: `${value} 倍` }))}
            value={speed as (typeof SPEEDS)[number]}
            onChange={setSpeed}
          />
        </Box>
      </Card>
    </Box>
  );
}

function Aside({ patrol }: { patrol: Patrol }) {
  const { summary, startedAt, finishedAt, missing } = patrol;
  const fetch = useAction(async () => saveGpx(await gpxLink(patrol.id)));
  const absent = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return (
    <Box className="stack stack-6">
      <Section title="这次巡防">
        <Card>
          <Box className="stack stack-3">
            <Text className="num block">
              {finishedAt === null
                ? `${spoken(startedAt)} 开始，还在进行`
                : `${spoken(startedAt)} 到 ${spoken(finishedAt)}，前后 ${lengthWord(
                    (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
                  )}`}
            </Text>
            {finishedAt === null && <Notice>巡防还没结束，这里是到现在为止的轨迹。</Notice>}
            {absent > 0 && (
              <Notice tone="wait">{`还有 ${absent} 个点没有传上来，志愿者的手机连上网会补传。`}</Notice>
            )}
            {summary === null ? null : <EvidenceCard evidence={summary} />}
            <Button icon="download" onTap={() => fetch.run(null)} testId="gpx">
              {isWeapp ? '发送轨迹文件' : '下载轨迹文件'}
            </Button>
            {fetch.error && <Refusal error={fetch.error} />}
          </Box>
        </Card>
      </Section>
    </Box>
  );
}
