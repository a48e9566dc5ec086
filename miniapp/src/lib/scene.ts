interface Opened {
  id?: string | undefined;
  /** Of a mini-program code: `id=…`, or the id alone. */
  scene?: string | undefined;
  /** The address of an ordinary code that opened the mini-program. */
  q?: string | undefined;
}

/** Which thing a page was opened for: by a link in the app, a mini-program code, or a printed address. Empty when none. */
export function openedId({ id, scene, q }: Opened): string {
  if (id !== undefined && id !== '') return id;
  const named = /(?:^|[?&])id=([^&#]+)/;
  if (scene !== undefined && scene !== '') return named.exec(scene)?.[1] ?? scene;
  return named.exec(q ?? '')?.[1] ?? '';
}
