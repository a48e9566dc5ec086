import { RecordVerifier, type RecordReport } from '@jiefang/shared/record';
import { useEffect, useRef, useState } from 'react';
import { asApiError, type ApiError } from '@/lib/api/error';
import type { RecordFile } from '../record-file';

export type Verifying =
  | { phase: 'idle' }
  | { phase: 'running'; name: string; bytesRead: number; size: number | null }
  | { phase: 'done'; name: string; report: RecordReport }
  | { phase: 'failed'; error: ApiError };

/** The page draws between two pieces, so that it never seems to hang. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Proves a record on this device, piece by piece; nothing is asked of the server but the file. */
export function useVerifying() {
  const [state, setState] = useState<Verifying>({ phase: 'idle' });
  const run = useRef(0);
  useEffect(() => () => void (run.current += 1), []);
  const verify = async (open: () => RecordFile | Promise<RecordFile>): Promise<void> => {
    run.current += 1;
    const mine = run.current;
    const show = (next: Verifying): void => {
      if (run.current === mine) setState(next);
    };
    show({ phase: 'running', name: '存证', bytesRead: 0, size: null });
    try {
      const file = await open();
      const verifier = new RecordVerifier();
      await file.read(async (text, bytesRead) => {
        verifier.feed(text);
        show({ phase: 'running', name: file.name, bytesRead, size: file.size });
        await breathe();
      });
      show({ phase: 'done', name: file.name, report: verifier.end() });
    } catch (error) {
      show({ phase: 'failed', error: asApiError(error) });
    }
  };
  return { state, verify };
}
