import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { TestApp } from '../app.js';
import { H5Driver } from './h5-driver.js';
import { sidewaysScroll, smallTargets, smallTexts } from './measures.js';
import type { Screen } from './screens.js';

/** rules.md, 适老化: touch areas and main text in elder view, in device-independent px (pt of iOS, dp of Android). */
const TOUCH = 44;
const ELDER_TOUCH = 60;
const ELDER_TEXT = 18;

export const LOOKS = ['light', 'dark', 'elder'] as const;
export type Look = (typeof LOOKS)[number];

/** The H5 build in one of its looks, on a phone or in a window of `width` px, logged in as a person. */
export async function openLook(
  browser: Browser,
  app: TestApp,
  options: { key: string; look: Look; width?: number },
): Promise<H5Driver> {
  const { key, look, width = 390 } = options;
  const driver = await H5Driver.open({
    browser,
    url: app.url,
    now: app.clock.now(),
    viewport: width === 390 ? { width, height: 844 } : { width, height: 800 },
    theme: look === 'dark' ? 'dark' : 'light',
  });
  await driver.login(key);
  await driver.visit('');
  if (look === 'elder') await driver.tap('elder-switch');
  return driver;
}

/** Opens a screen and waits for its content. */
export async function show(driver: H5Driver, { path, ready }: Screen): Promise<void> {
  await driver.visit(path);
  await ('id' in ready ? driver.seeId(ready.id) : driver.see(ready.text));
}

/** What keeps somebody from reading or touching the present screen; what the driver itself finds is in its `problems`. */
export async function hindrances(driver: H5Driver, name: string, look: Look): Promise<string[]> {
  const found: string[] = [];
  await driver.inspect();
  const { violations } = await new AxeBuilder({ page: driver.page }).setLegacyMode(true).analyze();
  for (const { id, impact, nodes } of violations) {
    if (impact !== 'serious' && impact !== 'critical') continue;
    for (const node of nodes) {
      const why = node.any[0]?.message ?? node.all[0]?.message ?? '';
      found.push(`${name}: ${id} at ${node.target.join(' ')} ${why}`);
    }
  }
  const elder = look === 'elder';
  for (const small of await smallTargets(driver.page, elder ? ELDER_TOUCH : TOUCH))
    found.push(`${name}: too small to touch: ${small}`);
  if (elder)
    for (const small of await smallTexts(driver.page, ELDER_TEXT))
      found.push(`${name}: too small to read: ${small}`);
  return found;
}

/** What does not fit into the window. */
export async function overflow(driver: H5Driver, name: string): Promise<string[]> {
  await driver.inspect();
  const over = await sidewaysScroll(driver.page);
  return over > 0 ? [`${name}: ${over} px too wide`] : [];
}
