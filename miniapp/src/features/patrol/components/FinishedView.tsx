import { spokenHours } from '@jiefang/shared/hours';
import { EVIDENCE_WORDS } from '@jiefang/shared/tracks';
import { useEffect } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { RouteMap } from '@/components/route-map/RouteMap';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import { replace } from '@/lib/navigate';
import { queryClient } from '@/lib/query';
import { clock, spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { gpxPath, usePatrol, usePatrolLine } from '../api/patrols';
import type { Claim, Evidence, Patrol } from '../api/types';
import { useRecording } from '../hooks/useRecorder';
import type { Recorder } from '../recorder/recorder';
import { saveGpx } from '@/lib/save-gpx';
import { Troubles } from './Troubles';
import { walkedWord } from './words';
import './patrol.scss';

interface Props {
  claim: Claim;
  patrolId: string;
  /** While this phone still delivers. */
  recorder: Recorder | null;
}

const GRADE_LOOK: Record<Evidence['grade'], { tone: Tone; icon: IconName }> = {
  strong: { tone: 'good', icon: 'check' },
  fair: { tone: 'good', icon: 'check' },
  weak: { tone: 'wait', icon: 'info' },
  none: { tone: 'wait', icon: 'info' },
};

/** After the walk: what is still on its way, and what the record shows. */
export function FinishedView({ claim, patrolId, recorder }: Props) {
  const patrol = usePatrol(patrolId, recorder !== null);
  const told = patrol.data?.status === 'finished';
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t26 block">巡防结束了，辛苦了</Text>
        <Text className="quiet block">{claim.task.title}</Text>
      </Box>
      {recorder !== null && <Delivering recorder={recorder} told={told} />}
      {told || recorder === null ? (
        <QueryState query={patrol} skeleton={<Skeleton count={2} lines={4} />}>
          {(data) => <Summary patrol={data} complete={recorder === null} />}
        </QueryState>
      ) : null}
      <Button wide icon="back" onTap={() => replace('pages-volunteer/claim', { id: claim.id })}>
        回到任务
      </Button>
    </>
  );
}

function Delivering({ recorder, told }: { recorder: Recorder; told: boolean }) {
  const recording = useRecording(recorder);
  const { unsent, trouble } = recording;
  return (
    <>
      {trouble !== null && <Troubles recorder={recorder} recording={recording} />}
      <Notice icon="up" testId="delivering">
        <Box className="stack stack-2">
          <Text className="block">
            {unsent > 0
              ? `还有 ${unsent} 个点在传。可以离开这一页，别删小程序就行。`
              : told
                ? '最后一点在传…'
                : '正在告诉协调员…'}
          </Text>
          {trouble === 'offline' && (
            <Button small icon="refresh" onTap={() => recorder.hurry()}>
              现在再试
            </Button>
          )}
        </Box>
      </Notice>
    </>
  );
}

function Summary({ patrol, complete }: { patrol: Patrol; complete: boolean }) {
  const { summary, startedAt, finishedAt, missing, erased } = patrol;
  const lost = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return (
    <Box className="columns">
      <Box className="stack stack-6">
        <Card testId="patrol-summary">
          <Box className="stack stack-3">
            <Text className="quiet num block">
              {spoken(startedAt)}
              {finishedAt === null ? ' 开始' : `–${clock(finishedAt)}`}
            </Text>
            {summary === null ? (
              <Text className="block">没有收到位置。签到和打卡仍然算数，由协调员核实。</Text>
            ) : (
              <Evidences evidence={summary} />
            )}
            {complete && lost > 0 && !erased && (
              <Text className="t13 wait block">{`有 ${lost} 个点没有收到，没传完的手机打开小程序会接着传。`}</Text>
            )}
          </Box>
        </Card>
        {summary !== null && summary.checkpoints.length > 0 && <Visits evidence={summary} />}
      </Box>
      <Box className="stack stack-6">
        {erased ? (
          <Notice icon="lock">轨迹已经按你的要求删除，只留下里程、时长这些数字。</Notice>
        ) : (
          <Walked patrol={patrol} />
        )}
      </Box>
    </Box>
  );
}

function Evidences({ evidence }: { evidence: Evidence }) {
  const { distanceMetres, durationSeconds, coverage, grade, reasons } = evidence;
  const facts: [string, string][] = [
    [walkedWord(distanceMetres), '走了'],
    [spokenHours(Math.round(durationSeconds / 60)), '记录到的时间'],
    ...(coverage === null ? [] : ([[`${Math.round(coverage * 100)}%`, '走过的路线']] as [string, string][])),
  ];
  return (
    <>
      <Box className="patrol-sums">
        {facts.map(([value, word]) => (
          <Box key={word}>
            <Text className="t20 num block">{value}</Text>
            <Text className="t13 quiet block">{word}</Text>
          </Box>
        ))}
      </Box>
      <Box className="rule" />
      <Box className="row">
        <Tag {...GRADE_LOOK[grade]}>{EVIDENCE_WORDS[grade]}</Tag>
      </Box>
      {reasons.map((reason) => (
        <Text key={reason} className="t13 block">
          {reason}
        </Text>
      ))}
    </>
  );
}

function Visits({ evidence }: { evidence: Evidence }) {
  return (
    <Section title="打卡点">
      <Card>
        <Box className="stack stack-3" spoken={{ role: 'list' }}>
          {evidence.checkpoints.map((one) => (
            <Box key={one.no} className="row row-top" spoken={{ role: 'listitem' }}>
              <Icon name={one.reached ? 'check' : 'minus'} className={one.reached ? 'good' : 'quiet'} />
              <Box className="grow">
                <Text className="block">{`${one.no} ${one.name}`}</Text>
                {one.reached && !one.inOrder && <Text className="t13 wait block">没有按顺序到</Text>}
              </Box>
              <Text className="t13 quiet num fixed">{visitWord(one)}</Text>
            </Box>
          ))}
        </Box>
      </Card>
    </Section>
  );
}

function visitWord({ reached, at, method }: Evidence['checkpoints'][number]): string {
  if (!reached || at === null) return '没有到';
  return `${clock(at)} ${method === 'qr' ? '扫码' : '走到'}`;
}

function Walked({ patrol }: { patrol: Patrol }) {
  const line = usePatrolLine(patrol.id);
  const save = useAction(async (id: string) => saveGpx(await gpxPath(id)));
  // More has arrived: the line is another one.
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: ['patrol-line', patrol.id] });
  }, [patrol.id, patrol.receivedPoints]);
  const reached = new Set(patrol.checkpoints.filter((one) => one.reached).map((one) => one.no));
  return (
    <Box className="stack stack-3">
      <QueryState query={line}>
        {({ segments, aside, route }) => (
          <RouteMap
            label="走过的路线"
            route={route?.line ?? null}
            segments={segments}
            aside={aside}
            checkpoints={(route?.checkpoints ?? []).map((one) => ({ ...one, reached: reached.has(one.no) }))}
            testId="patrol-map"
          />
        )}
      </QueryState>
      {save.error !== null && <Refusal error={save.error} />}
      {patrol.receivedPoints > 0 && (
        <Button wide icon="download" onTap={() => save.run(patrol.id)} testId="save-gpx">
          下载轨迹（GPX）
        </Button>
      )}
    </Box>
  );
}
