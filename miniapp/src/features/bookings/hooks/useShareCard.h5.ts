export interface ShareCard {
  title: string;
  /** Page that opens from the card. */
  path: string;
}

/** A browser has no share card; the invitation is a link. */
export function useShareCard(_card: ShareCard | null): void {}
