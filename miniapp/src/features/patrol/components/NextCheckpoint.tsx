import { distanceMetres } from '@jiefang/shared/geo';
import { useEffect, useRef, useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Scanner } from '@/components/scanner/Scanner';
import { buzz } from '@/lib/device';
import { useAction } from '@/lib/useAction';
import { scanCheckpoint } from '../api/patrols';
import type { Route } from '../api/types';
import type { Recorder, Recording } from '../recorder/recorder';
import { checkpointOf } from './scanned';
import { awayWord } from './words';

interface Props {
  recorder: Recorder;
  recording: Recording;
  checkpoints: Route['checkpoints'];
  reached: ReadonlySet<number>;
}

const DIGITS = 6;
/** As many as fit side by side. */
const CHOICES = 4;

/** Where to go next and how far it is; a code that is shown there proves it where the position does not. */
export function NextCheckpoint({ recorder, recording, checkpoints, reached }: Props) {
  const [scanning, setScanning] = useState(false);
  const ahead = checkpoints.filter((one) => !reached.has(one.no));
  const [next] = ahead;
  const before = useRef(reached.size);
  // Felt in the pocket: one more is done.
  useEffect(() => {
    if (reached.size > before.current) buzz();
    before.current = reached.size;
  }, [reached.size]);
  if (checkpoints.length === 0) return null;
  if (next === undefined) {
    return <Notice tone="good" testId="all-reached">{`${checkpoints.length} 个打卡点都到了`}</Notice>;
  }
  const metres = recording.position === null ? null : distanceMetres(recording.position, next);
  return (
    <Card testId="next-checkpoint">
      <Box className="stack stack-3">
        <Box className="row row-between row-top">
          <Box className="grow">
            <Text className="t13 quiet block">{`下一个打卡点（到了 ${reached.size}/${checkpoints.length}）`}</Text>
            <Text className="t20 block">{`${next.no} ${next.name}`}</Text>
            {next.dwellSeconds > 0 && (
              <Text className="t13 quiet block">{`到了停 ${next.dwellSeconds} 秒`}</Text>
            )}
          </Box>
          {metres !== null && (
            <Text className="t20 num fixed">
              {metres <= next.radiusMetres ? '就在这里' : awayWord(metres)}
            </Text>
          )}
        </Box>
        {scanning ? (
          <Scanning recorder={recorder} ahead={ahead} onDone={() => setScanning(false)} />
        ) : (
          <Button wide icon="scan" onTap={() => setScanning(true)} testId="scan-checkpoint">
            扫码打卡
          </Button>
        )}
      </Box>
    </Card>
  );
}

interface ScanningProps {
  recorder: Recorder;
  ahead: Route['checkpoints'];
  onDone: () => void;
}

function Scanning({ recorder, ahead, onDone }: ScanningProps) {
  const [digits, setDigits] = useState('');
  const [no, setNo] = useState(ahead[0]?.no ?? 1);
  const scan = useAction(scanCheckpoint, (patrol) => {
    recorder.see(patrol);
    onDone();
  });
  const read = (qr: string): void =>
    void scan.run({ id: recorder.id, no: checkpointOf(qr) ?? no, qr: qr.trim() });
  return (
    <Box className="stack stack-3">
      {scan.error !== null && <Refusal error={scan.error} />}
      <Scanner
        word="打开摄像头"
        hint="也可以输入码下面的 6 位数字。"
        primary={false}
        busy={scan.busy}
        onRead={read}
      />
      {ahead.length > 1 && (
        <Segmented
          label="输入数字时，是哪个打卡点"
          options={ahead.slice(0, CHOICES).map((one) => ({ value: one.no, word: `${one.no} 号` }))}
          value={no}
          onChange={setNo}
        />
      )}
      <Box className="row row-top">
        <Box className="grow">
          <Input
            kind="number"
            label={`${no} 号打卡点的 6 位数字`}
            placeholder={`${no} 号的 6 位数字`}
            value={digits}
            onInput={setDigits}
            maxLength={DIGITS}
          />
        </Box>
        <Button
          disabled={digits.length !== DIGITS}
          busy={scan.busy}
          onTap={() => read(digits)}
          testId="checkpoint-digits"
        >
          打卡
        </Button>
      </Box>
      <Button kind="quiet" onTap={onDone}>
        收起
      </Button>
    </Box>
  );
}
