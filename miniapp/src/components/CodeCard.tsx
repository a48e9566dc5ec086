import { useEffect, type ReactNode } from 'react';
import { keepScreenOn } from '@/lib/device';
import { useShown } from '@/lib/useShown';
import { Box, Text } from './base';
import { Qr } from './Qr';
import { RotatingCode } from './RotatingCode';
import './code-card.scss';

interface Props {
  /** What to do with it, in one sentence. */
  title: string;
  /** Below the title: what the code is for. */
  note?: string | undefined;
  /** `qr` is what the picture holds; the rest as RotatingCode takes it. */
  code: { qr: string; manualCode: string; endsAtHere: number };
  /** Read out in place of the picture. */
  label: string;
  /** Below the code. */
  children?: ReactNode;
  testId?: string;
}

/** A rotating code as large as the screen takes it, to be scanned by people who pass by. The screen stays on meanwhile. */
export function CodeCard({ title, note, code, label, children, testId }: Props) {
  const shown = useShown();
  useEffect(() => (shown ? keepScreenOn() : undefined), [shown]);
  return (
    <Box className="code-card" testId={testId}>
      <Text className="t20 block">{title}</Text>
      {note !== undefined && <Text className="quiet block">{note}</Text>}
      <Qr text={code.qr} label={label} />
      <Text className="quiet block">扫不了就输入这六位数字</Text>
      <RotatingCode code={code} large />
      {children}
    </Box>
  );
}
