/** The names that this tab holds, and those it waits for. */
const held = new Set<string>();
const waiting = new Set<string>();

/**
 * Calls `begin` once no other tab of this browser does what is called `name`: at once, or when that tab is closed. `lost`
 * is called when another tab seizes it. A browser without Web Locks never begins: two tabs would write over each other.
 */
export function waitForTurn(name: string, begin: () => void, lost: () => void): void {
  if (held.has(name)) begin();
  else if (!waiting.has(name)) request(name, {}, begin, lost);
}

/** Makes it this tab's turn now, whichever tab had it. */
export function seizeTurn(name: string, lost: () => void): void {
  if (!held.has(name)) request(name, { steal: true }, () => undefined, lost);
}

function request(name: string, options: LockOptions, begin: () => void, lost: () => void): void {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return;
  if (options.steal === true) held.add(name);
  else waiting.add(name);
  const hold = (): Promise<never> => {
    waiting.delete(name);
    held.add(name);
    begin();
    // Until this tab is closed.
    return new Promise(() => undefined);
  };
  locks.request(name, options, hold).catch(() => {
    if (options.steal !== true) waiting.delete(name);
    held.delete(name);
    lost();
  });
}
