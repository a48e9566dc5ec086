/** A browser tells TanStack Query of focus and network by itself. */
export function watchDevice(): void {}
