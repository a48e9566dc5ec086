import type { Page } from 'playwright-core';

/**
 * Names of everything tappable whose touch area holds no square of `size` px: the area is what answers to a finger, so an
 * enlarged `::after` counts and a covered corner does not.
 */
export function smallTargets(page: Page, size: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const visible = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const { visibility, pointerEvents } = getComputedStyle(element);
      return width > 0 && height > 0 && visibility !== 'hidden' && pointerEvents !== 'none';
    };
    const reach = wanted / 2 - 1;
    const small: string[] = [];
    for (const element of document.querySelectorAll('button, a[href], input, textarea, select')) {
      if (!visible(element)) continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const answers = [
        [x, y],
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ].every(([atX, atY]) => {
        const hit = document.elementFromPoint(atX ?? 0, atY ?? 0);
        return hit !== null && (element === hit || element.contains(hit));
      });
      if (answers) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent ?? element.tagName;
      small.push(`${name.slice(0, 30)} (${element.className}) ${Math.round(width)}×${Math.round(height)}`);
    }
    window.scrollTo(0, 0);
    return small;
  }, size);
}

/** Texts of the screen set smaller than `least` px. */
export function smallTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || parent.getClientRects().length === 0) continue;
      const style = getComputedStyle(parent);
      const size = Number.parseFloat(style.fontSize);
      if (size < limit && Number(style.opacity) > 0)
        small.add(`${text.slice(0, 20)} (${parent.className}) ${size}px`);
    }
    return [...small];
  }, least);
}

/** Pixels by which the page is wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
