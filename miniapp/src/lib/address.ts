import { pageUrl } from './navigate';

/** A page's address in the browser client, for a printed code; the mini-program opens it from there. */
export function pageAddress(page: string, params: Record<string, string>): string {
  return `${API_BASE}/#${pageUrl(page, params)}`;
}
