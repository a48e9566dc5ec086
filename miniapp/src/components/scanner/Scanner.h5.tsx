import { useRef, useState, type ChangeEvent } from 'react';
import { Box, Text } from '../base';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { Notice } from '../Notice';
import type { ScannerProps } from './Scanner';
import { hasCamera, useCamera } from './useCamera.h5';
import { readPicture } from './read-qr.h5';
import './scanner.scss';

/** Scans with the browser's camera where that is allowed, or reads a picture of the code. */
export function Scanner({ word, hint, primary = true, onRead, busy }: ScannerProps) {
  const [remark, setRemark] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const camera = useCamera(onRead);

  const start = async (): Promise<void> => {
    setRemark(null);
    if (!(await camera.start())) setRemark(`没有用上摄像头。${hint}`);
  };
  const pick = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [picture] = event.target.files ?? [];
    event.target.value = '';
    if (picture === undefined) return;
    setRemark(null);
    const text = await readPicture(picture);
    if (text === null) setRemark(`这张照片里没有看到码，请拍清楚一点。${hint}`);
    else onRead(text);
  };

  return (
    <Box className="stack stack-3">
      <Box className={`viewfinder ${camera.running ? '' : 'viewfinder-off'}`}>
        <video ref={camera.video} muted playsInline aria-label="摄像头画面" />
        {!camera.running && (
          <Box className="viewfinder-word">
            <Icon name="scan" className="empty-icon" />
            <Text className="quiet">{busy ? '正在核对…' : '把码放到画面中间'}</Text>
          </Box>
        )}
      </Box>
      {remark !== null && <Notice tone="wait">{remark}</Notice>}
      {hasCamera() &&
        (camera.running ? (
          <Button wide icon="close" onTap={camera.stop}>
            停下
          </Button>
        ) : (
          <Button
            kind={primary ? 'primary' : 'plain'}
            wide
            icon="scan"
            busy={busy}
            onTap={start}
            testId="scan"
          >
            {word}
          </Button>
        ))}
      <input
        ref={file}
        type="file"
        accept="image/*"
        className="unseen"
        tabIndex={-1}
        aria-label="码的照片"
        data-testid="scan-picture"
        onChange={(event) => void pick(event)}
      />
      <Button wide icon="qr" busy={busy} onTap={() => file.current?.click()}>
        选一张码的照片
      </Button>
    </Box>
  );
}
