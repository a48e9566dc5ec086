import type { ShareCard } from './useShareCard';

/** A browser has no share card; what is shared is a link. */
export function useShareCard(_card: ShareCard | null): void {}
