import { dehydrate, hydrate, type DehydratedState, type QueryClient } from '@tanstack/react-query';
import { useSession } from './session';
import { syncStorage } from './storage';

const NAME = 'jf.kept';
/** Raised whenever kept data could no longer be read by newer code. */
const EDITION = 1;
const WRITE_PAUSE_MS = 1_500;
/** WeChat gives 10 MB in all and 1 MB a key. */
const MAX_CHARACTERS = 600_000;

interface Kept {
  edition: number;
  state: DehydratedState;
}

/**
 * Keeps the last answers of queries marked `KEPT` on the device, so that the app opens without a network.
 * Forgotten when the person signs out.
 */
export function keepQueries(client: QueryClient): void {
  restore(client);
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.query.meta?.kept !== true)
      return;
    clearTimeout(timer);
    timer = setTimeout(() => save(client), WRITE_PAUSE_MS);
  });
  useSession.subscribe((session, before) => {
    if (session.tokens !== null || before.tokens === null) return;
    clearTimeout(timer);
    client.clear();
    syncStorage.removeItem(NAME);
  });
}

function save(client: QueryClient): void {
  const state = dehydrate(client, {
    shouldDehydrateQuery: (query) => query.meta?.kept === true && query.state.status === 'success',
    shouldDehydrateMutation: () => false,
  });
  const text = JSON.stringify({ edition: EDITION, state } satisfies Kept);
  if (text.length <= MAX_CHARACTERS) syncStorage.setItem(NAME, text);
}

function restore(client: QueryClient): void {
  const text = syncStorage.getItem(NAME);
  if (typeof text !== 'string') return;
  try {
    const kept = JSON.parse(text) as Kept;
    if (kept.edition !== EDITION) return;
    hydrate(client, kept.state);
    // Kept answers are what was known last time, however short ago: each is asked for anew when it is first shown.
    for (const query of client.getQueryCache().getAll()) query.invalidate();
  } catch {
    syncStorage.removeItem(NAME);
  }
}
