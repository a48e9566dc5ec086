import { useSyncExternalStore } from 'react';

/** The width from which theme/layout.scss puts columns side by side. */
const WIDE = '(min-width: 900px)';

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addListener(onChange);
  return () => query.removeListener(onChange);
}

/** True in a window wide enough for a board beside its list. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
}
