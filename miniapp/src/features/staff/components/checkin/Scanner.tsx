import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';

export interface ScannerProps {
  /** What the code says. */
  onRead: (text: string) => void;
  busy: boolean;
}

/** Scans with WeChat's own scanner. */
export function Scanner({ onRead, busy }: ScannerProps) {
  const scan = async (): Promise<void> => {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] });
      onRead(result);
    } catch {
      // Closed without a code: nothing was asked.
    }
  };
  return (
    <Button kind="primary" wide icon="scan" busy={busy} onTap={scan} testId="scan">
      扫签到码
    </Button>
  );
}
