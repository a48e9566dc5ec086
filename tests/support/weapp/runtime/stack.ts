import type { Instance } from './engine.js';
import type { Page } from './page.js';

/** Pages open now, the top one last; and tab pages kept alive behind it. */
export const stack: Page[] = [];
export const keptTabs = new Map<string, Page>();

/** The page on top. @throws before the first page is open */
export function topPage(): Page {
  const page = stack.at(-1);
  if (!page) throw new Error('No page is open');
  return page;
}

/** What `getCurrentPages()` gives. */
export function currentPages(): Instance[] {
  return stack.map((page) => page.instance);
}
