import { useSyncExternalStore } from 'react';

export type Colour = 'light' | 'dark';

const media = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  const query = media();
  query.addListener(onChange);
  return () => query.removeListener(onChange);
}

/** The device's light or dark setting, followed as it changes. */
export function useSystemColour(): Colour {
  return useSyncExternalStore(subscribe, () => (media().matches ? 'dark' : 'light'));
}

/** Browsers zoom by themselves; there is no factor to follow. */
export function deviceTextFactor(): number {
  return 1;
}
