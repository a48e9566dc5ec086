import type { ShareResult } from '../bridge-types.js';
import { ask } from './bridge.js';
import { topPage } from './stack.js';

interface ShareContent {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<ShareContent>;
}

/**
 * The card a page makes when shared.
 * @throws when the page does not let itself be shared from the menu
 */
export async function sharePage(from: 'menu' | 'button', target?: object): Promise<ShareResult> {
  const page = topPage();
  const pathNow = `/${page.path}?${new URLSearchParams(page.query).toString()}`.replace(/\?$/, '');
  if (!page.has('onShareAppMessage'))
    throw new Error(`${page.path} cannot be shared: it has no onShareAppMessage`);
  const first = (page.call('onShareAppMessage', { from, target }) ?? {}) as ShareContent;
  const content = first.promise ? { ...first, ...(await first.promise) } : first;
  const result: ShareResult = {
    title: content.title ?? '',
    path: content.path ?? pathNow,
    imageUrl: content.imageUrl ?? '',
    from,
  };
  await ask('record', { api: 'share', options: result });
  return result;
}

/** A tap on a button with `open-type="share"`. */
export function shareFromButton(target: object): void {
  void sharePage('button', target);
}
