import { pageUrl } from './navigate';

/** A page's address in this browser client, for a printed code. */
export function pageAddress(page: string, params: Record<string, string>): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${pageUrl(page, params)}`;
}
