/** Keeps the screen on until the returned function is called; a browser that cannot simply dims as always. */
export function keepScreenOn(): () => void {
  let released = false;
  let lock: WakeLockSentinel | null = null;
  const take = async (): Promise<void> => {
    if (released || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (released) await lock.release();
    } catch {
      // Low battery or not allowed: nothing to tell.
    }
  };
  const visible = (): void => void take();
  // The browser lets go of it whenever the page is hidden.
  document.addEventListener('visibilitychange', visible);
  void take();
  return () => {
    released = true;
    document.removeEventListener('visibilitychange', visible);
    void lock?.release().catch(() => undefined);
  };
}

/** A short buzz: felt without looking. A browser allows it only once somebody has touched the page. */
export function buzz(): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(80);
}

/** Runs `act` when the page is about to be hidden or closed; returns how to stop that. */
export function onHide(act: () => void): () => void {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') act();
  };
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('pagehide', act);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('pagehide', act);
  };
}
