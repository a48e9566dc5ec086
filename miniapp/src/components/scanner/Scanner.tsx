import Taro from '@tarojs/taro';
import { Button } from '../Button';

export interface ScannerProps {
  /** On the button: what is scanned. */
  word: string;
  /** What else may be done where the camera does not work. */
  hint: string;
  /** The screen's main way on; true by default. */
  primary?: boolean;
  /** Gets what the code says. */
  onRead: (text: string) => void;
  busy: boolean;
}

/** Scans a QR code with WeChat's own scanner. */
export function Scanner({ word, primary = true, onRead, busy }: ScannerProps) {
  const scan = async (): Promise<void> => {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] });
      onRead(result);
    } catch {
      // Closed without a code: nothing was asked.
    }
  };
  return (
    <Button kind={primary ? 'primary' : 'plain'} wide icon="scan" busy={busy} onTap={scan} testId="scan">
      {word}
    </Button>
  );
}
