import { useNow } from '@/lib/useNow';
import { Box, Text } from './base';
import './rotating-code.scss';

/** The code changes this often; the bar below it runs down once in that time. */
const STEP_MS = 30_000;

interface Props {
  /** Six digits, good until `endsAtHere` (epoch ms by this phone's clock). */
  code: { manualCode: string; endsAtHere: number };
  /** To be read from across a table. */
  large?: boolean;
}

/** The digits of a code that changes, and how long they are still good. */
export function RotatingCode({ code, large = false }: Props) {
  const { manualCode, endsAtHere } = code;
  const left = Math.max(0, Math.min(endsAtHere - useNow(1_000).getTime(), STEP_MS));
  return (
    <>
      <Text
        className={`code-digits num ${large ? 'code-digits-large' : ''}`}
        spoken={{ label: manualCode.split('').join(' ') }}
        testId="manual-code"
      >
        {manualCode}
      </Text>
      <Box className={`code-time ${large ? 'code-time-large' : ''}`} spoken={{ hidden: true }}>
        <Box className="code-left" style={{ width: `${(left / STEP_MS) * 100}%` }} />
      </Box>
      <Text className="t13 quiet num">
        {left > 0 ? `${Math.ceil(left / 1000)} 秒后换新的` : '正在换新的…'}
      </Text>
    </>
  );
}
