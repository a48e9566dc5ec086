import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { pixelsOf, readPixels } from './read-qr.h5';

const LOOK_EVERY_MS = 150;

/** Browsers offer the camera only over https and on the machine itself. */
export function hasCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

interface Camera {
  /** Where the picture is shown. */
  video: RefObject<HTMLVideoElement>;
  running: boolean;
  /** False when the camera is refused or missing. */
  start: () => Promise<boolean>;
  stop: () => void;
}

/** The rear camera, looking for a QR code until it finds one; `onRead` gets its text once. */
export function useCamera(onRead: (text: string) => void): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const heard = useRef(onRead);
  heard.current = onRead;
  const [running, setRunning] = useState(false);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    if (video.current !== null) video.current.srcObject = null;
    setRunning(false);
  }, []);

  const start = useCallback(async (): Promise<boolean> => {
    stop();
    try {
      const taken = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment' },
        audio: false,
      });
      if (video.current === null) {
        for (const track of taken.getTracks()) track.stop();
        return true;
      }
      stream.current = taken;
      video.current.srcObject = taken;
      await video.current.play();
    } catch {
      stop();
      return false;
    }
    setRunning(true);
    const canvas = document.createElement('canvas');
    const look = async (): Promise<void> => {
      const element = video.current;
      if (element === null || stream.current === null) return;
      const pixels = pixelsOf(element, element.videoWidth, element.videoHeight, canvas);
      const text = pixels === null ? null : await readPixels(pixels, false);
      if (stream.current === null) return;
      if (text === null) {
        timer.current = setTimeout(() => void look(), LOOK_EVERY_MS);
        return;
      }
      stop();
      heard.current(text);
    };
    void look();
    return true;
  }, [stop]);

  useEffect(() => stop, [stop]);
  return { video, running, start, stop };
}
