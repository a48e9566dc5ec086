import { newKey } from './api/client';
import { syncStorage } from './storage';

const NAME = 'jf.device';

/** Name of this installation, made up once; it says nothing about the phone or the person. */
export function deviceId(): string {
  const known = syncStorage.getItem(NAME);
  if (typeof known === 'string') return known;
  const made = newKey();
  syncStorage.setItem(NAME, made);
  return made;
}
