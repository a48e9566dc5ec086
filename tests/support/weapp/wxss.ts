/** Turns WeChat's style sheets and templates into what a browser and glass-easel understand. */

/** WeChat's own elements; everything else in a template is a custom component. */
export const BUILTIN_TAGS = [
  'view',
  'text',
  'scroll-view',
  'swiper',
  'swiper-item',
  'button',
  'form',
  'label',
  'input',
  'textarea',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'switch',
  'slider',
  'picker',
  'picker-view',
  'picker-view-column',
  'image',
  'icon',
  'progress',
  'rich-text',
  'navigator',
  'map',
  'canvas',
  'video',
  'audio',
  'camera',
  'live-player',
  'live-pusher',
  'web-view',
  'cover-view',
  'cover-image',
  'movable-area',
  'movable-view',
  'page-meta',
  'page-container',
  'navigation-bar',
  'root-portal',
  'match-media',
  'share-element',
  'editor',
  'ad',
  'ad-custom',
  'official-account',
  'open-data',
  'functional-page-navigator',
  'voip-room',
  'keyboard-accessory',
  'sticky-header',
  'sticky-section',
  'list-view',
  'grid-view',
  'list-builder',
  'nested-scroll-header',
  'nested-scroll-body',
  'open-container',
  'draggable-sheet',
  'snapshot',
  'span',
  'selection',
  'channel-live',
  'channel-video',
  'ad-scene',
] as const;

const TAG_NAMES = [...BUILTIN_TAGS].sort((a, b) => b.length - a.length).join('|');
const TAG_IN_SELECTOR = new RegExp(`(^|[\\s>+~,(])(page|${TAG_NAMES})(?=$|[\\s>+~,.:#\\[)])`, 'g');

/** 750 rpx are the width of the screen; a vh is a hundredth of the page's own area, not of the whole window. */
export function convertUnits(text: string): string {
  return text
    .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, n: string) => `calc(${n} * 100vw / 750)`)
    .replace(/(-?(?:\d+\.?\d*|\.\d+))vh\b/g, (_, n: string) => `calc(${n} * var(--mp-vh, 1vh))`);
}

/** `view` and `page` in selectors become the host tags `wx-view`, `wx-page`. Walks braces so declarations stay as they are. */
function renameTags(css: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < css.length; i += 1) {
    const char = css[i];
    if (char !== '{' && char !== '}' && char !== ';') continue;
    const piece = css.slice(from, i);
    const isSelector = char === '{' && !piece.trimStart().startsWith('@');
    out += isSelector ? piece.replace(TAG_IN_SELECTOR, '$1wx-$2') : piece;
    out += char;
    from = i + 1;
  }
  return out + css.slice(from);
}

/**
 * One style sheet, imports inlined.
 * @param path the file inside the mini-program, with its ending
 * @param read gives a file's text; throws when it is not there
 */
export function convertWxss(path: string, read: (path: string) => string): string {
  const css = read(path).replace(/\/\*[\s\S]*?\*\//g, '');
  const withImports = css.replace(/@import\s*(?:url\()?["']([^"']+)["']\)?\s*;?/g, (_, target: string) =>
    convertWxss(resolveIn(path, target), read),
  );
  return renameTags(convertUnits(withImports));
}

/** Resolves `target` as written in file `from`; a leading slash is the mini-program's root. */
export function resolveIn(from: string, target: string): string {
  return new URL(target, `http://x/${from}`).pathname.slice(1);
}
