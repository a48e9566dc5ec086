import { useEffect, useMemo, useState } from 'react';
import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { RouteMap } from '@/components/route-map/RouteMap';
import { buzz } from '@/lib/device';
import { SIGNAL_BARS, SIGNAL_WORDS, signalOf } from '@/lib/position-signal';
import { useNow } from '@/lib/useNow';
import { usePatrolLine } from '../api/patrols';
import type { Route } from '../api/types';
import { useRecording } from '../hooks/useRecorder';
import { keeper } from '../keeper';
import { elapsedMs, stopwatch } from '../recorder/facts';
import type { Recorder, Recording } from '../recorder/recorder';
import { KeyButton } from './KeyButton';
import { NextCheckpoint } from './NextCheckpoint';
import { PatrolFooter } from './PatrolFooter';
import { sketch } from './sketch';
import { Troubles } from './Troubles';
import { walkedWord } from './words';

/** The map is drawn anew this often while one walks: each time is a large message to WeChat's map. */
const DRAW_EVERY_MS = 5_000;
/** 结束 goes back to what it was when nobody confirms it. */
const CONFIRM_MS = 15_000;
const NOTE_MAX = 300;

/** While one walks: the time, the distance, whether all is well, where to go, and two large keys. */
export function RecordingView({ recorder, route }: { recorder: Recorder; route: Route | null }) {
  const recording = useRecording(recorder);
  const [note, setNote] = useState('');
  const checkpoints = route?.checkpoints ?? [];
  const reached = useMemo(
    () => recorder.reached(checkpoints),
    // The way only changes with its length or with what the server says.
    [recorder, route, recording.metres, recording.server],
  );
  return (
    <>
      <Troubles recorder={recorder} recording={recording} />
      <Numbers recording={recording} />
      <NextCheckpoint {...{ recorder, recording, checkpoints, reached }} />
      <WalkMap {...{ recorder, recording, route, reached }} />
      <TextField
        label="路上的情况（可以不写，结束时一起交）"
        multiline
        value={note}
        onInput={setNote}
        maxLength={NOTE_MAX}
        placeholder="如：3 号楼后门的灯不亮"
      />
      {recording.trouble !== 'device' && (
        <Keys recorder={recorder} status={recording.facts.status} note={note.trim()} />
      )}
    </>
  );
}

function Numbers({ recording }: { recording: Recording }) {
  useNow(1_000);
  const now = keeper.clock.now();
  const { facts, metres, fix, unsent } = recording;
  const idle = !recording.active;
  const signal = signalOf(fix, now);
  const time = stopwatch(elapsedMs(facts, now));
  return (
    <Box className="stack stack-3">
      <Box
        className={`patrol-state ${idle ? 'patrol-state-paused' : ''}`}
        spoken={{ live: 'polite' }}
        testId="patrol-state"
      >
        <Icon name={idle ? 'pause' : 'route'} />
        <Text>{stateWord(recording)}</Text>
      </Box>
      <Text
        className="patrol-time num"
        spoken={{ role: 'timer', label: `走了 ${time}` }}
        testId="patrol-time"
      >
        {time}
      </Text>
      <Box className="patrol-facts">
        <Box className="patrol-fact">
          <Text className="patrol-fact-value num" testId="patrol-distance">
            {walkedWord(metres)}
          </Text>
          <Text className="t13 quiet block">走了</Text>
        </Box>
        <Box className="patrol-fact" testId="patrol-signal">
          <Box className="patrol-bars" spoken={{ hidden: true }}>
            {[1, 2, 3, 4].map((bar) => (
              <Text
                key={bar}
                className={`patrol-bar patrol-bar-${bar} ${!idle && bar <= SIGNAL_BARS[signal] ? 'patrol-bar-on' : ''}`}
              />
            ))}
          </Box>
          <Text className="t13 block">{idle ? '现在不定位' : SIGNAL_WORDS[signal]}</Text>
        </Box>
      </Box>
      <Box className="row" testId="patrol-unsent">
        <Icon name={unsent === 0 ? 'check' : 'up'} className={unsent === 0 ? 'good' : 'wait'} />
        <Text>{unsent === 0 ? '记下的都传好了' : `还有 ${unsent} 个点没传，都存在手机里`}</Text>
      </Box>
    </Box>
  );
}

function stateWord({ active, facts, trouble }: Recording): string {
  if (active) return '正在记录';
  if (facts.status === 'paused') return '暂停了，没有在记';
  return trouble === 'device' ? '这部手机没有在记' : '没有在记位置';
}

interface WalkMapProps {
  recorder: Recorder;
  recording: Recording;
  route: Route | null;
  reached: ReadonlySet<number>;
}

function WalkMap({ recorder, recording, route, reached }: WalkMapProps) {
  // What was walked before the app was opened again: the phone no longer has it.
  const earlier = usePatrolLine(recorder.id);
  const step = Math.floor(useNow(DRAW_EVERY_MS).getTime() / DRAW_EVERY_MS);
  const segments = useMemo(
    () => sketch([...(earlier.data?.segments ?? []), ...recorder.snapshot().segments]),
    [earlier.data, recorder, step],
  );
  const { position, fix } = recording;
  return (
    <Card className="card-flush patrol-map-card">
      <RouteMap
        label="巡防地图"
        route={route?.line ?? null}
        segments={segments}
        checkpoints={(route?.checkpoints ?? []).map((one) => ({ ...one, reached: reached.has(one.no) }))}
        position={position === null ? null : { ...position, accuracy: fix?.accuracy ?? null }}
        testId="patrol-map"
      />
    </Card>
  );
}

interface KeysProps {
  recorder: Recorder;
  status: Recording['facts']['status'];
  note: string;
}

/** 暂停 or 继续, and 结束, which asks once more in the same place. */
function Keys({ recorder, status, note }: KeysProps) {
  const [confirming, setConfirming] = useState(false);
  useEffect(() => {
    if (!confirming) return undefined;
    const timer = setTimeout(() => setConfirming(false), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [confirming]);
  const act = (work: () => void): void => {
    buzz();
    work();
  };
  if (confirming) {
    return (
      <PatrolFooter note="结束后不能再接着记。真的结束？">
        <KeyButton kind="plain" onTap={() => setConfirming(false)} testId="keep-walking">
          再走走
        </KeyButton>
        <KeyButton
          kind="primary"
          icon="check"
          onTap={() => act(() => recorder.finish(note))}
          testId="confirm-finish"
        >
          结束巡防
        </KeyButton>
      </PatrolFooter>
    );
  }
  const paused = status === 'paused';
  return (
    <PatrolFooter>
      <KeyButton kind="plain" icon="flag" onTap={() => setConfirming(true)} testId="finish-patrol">
        结束
      </KeyButton>
      {paused ? (
        <KeyButton
          kind="primary"
          icon="play"
          onTap={() => act(() => recorder.resume())}
          testId="resume-patrol"
        >
          继续
        </KeyButton>
      ) : (
        <KeyButton
          kind="primary"
          icon="pause"
          onTap={() => act(() => recorder.pause())}
          testId="pause-patrol"
        >
          暂停
        </KeyButton>
      )}
    </PatrolFooter>
  );
}
