import { useState } from 'react';
import { useMe } from '@/lib/me';
import { syncStorage } from '@/lib/storage';

export interface Draft<Fields> {
  value: Fields;
  change: (part: Partial<Fields>) => void;
  /** Forgets it, here and on the device, and starts over. */
  clear: () => void;
  /** It was here already when the page opened. */
  restored: boolean;
}

/**
 * What the reader is writing, kept on the device under their own name until it is sent: closing the page, or the app,
 * loses no word. `fresh` is where writing starts.
 */
export function useDraft<Fields extends object>(name: string, fresh: Fields): Draft<Fields> {
  const key = `jf.draft.${useMe().data?.id ?? ''}.${name}`;
  const [kept] = useState(() => read<Fields>(key));
  const [value, setValue] = useState<Fields>({ ...fresh, ...kept });
  return {
    value,
    change: (part) => {
      const next = { ...value, ...part };
      setValue(next);
      syncStorage.setItem(key, JSON.stringify(next));
    },
    clear: () => {
      setValue(fresh);
      syncStorage.removeItem(key);
    },
    restored: kept !== null,
  };
}

function read<Fields>(key: string): Partial<Fields> | null {
  const kept = syncStorage.getItem(key);
  if (typeof kept !== 'string') return null;
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
