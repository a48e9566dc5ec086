import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { launchBrowser } from '../support/chromium.js';
import { buildDemoCity } from '../support/journey/demo-city.js';
import { H5Driver } from '../support/journey/h5-driver.js';
import { sidewaysScroll, smallTargets, smallTexts } from '../support/journey/measures.js';
import { residentScreens, staffScreens, type Screen } from '../support/journey/screens.js';

/** rules.md, 适老化: touch areas and main text in elder view, in device-independent px (pt of iOS, dp of Android). */
const TOUCH = 44;
const ELDER_TOUCH = 60;
const ELDER_TEXT = 18;

const LOOKS = ['light', 'dark', 'elder'] as const;
type Look = (typeof LOOKS)[number];

describe('screens of the H5 build with the demo city', () => {
  let browser: Browser;
  let app: TestApp;
  let screens: Record<'verified' | 'administrator', Screen[]>;

  beforeAll(async () => {
    app = await buildDemoCity();
    browser = await launchBrowser();
    screens = { verified: await residentScreens(app), administrator: await staffScreens(app) };
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const open = async (key: string, look: Look, width = 390): Promise<H5Driver> => {
    const viewport = width === 390 ? { width, height: 844 } : { width, height: 800 };
    const theme = look === 'dark' ? 'dark' : 'light';
    const driver = await H5Driver.open({ browser, url: app.url, now: app.clock.now(), viewport, theme });
    await driver.login(key);
    await driver.visit('');
    if (look === 'elder') await driver.tap('elder-switch');
    return driver;
  };
  const show = async (driver: H5Driver, { path, ready }: Screen): Promise<void> => {
    await driver.visit(path);
    await ('id' in ready ? driver.seeId(ready.id) : driver.see(ready.text));
  };

  const people = ['verified', 'administrator'] as const;
  const cases = people.flatMap((key) => LOOKS.map((look) => [key, look] as const));
  it.each(cases)('can be read and touched by everyone: %s, %s', async (key, look) => {
    const driver = await open(key, look);
    const found: string[] = [];
    for (const screen of screens[key]) {
      await show(driver, screen);
      await driver.inspect();
      const { violations } = await new AxeBuilder({ page: driver.page }).setLegacyMode(true).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue;
        for (const node of nodes) {
          const why = node.any[0]?.message ?? node.all[0]?.message ?? '';
          found.push(`${screen.name}: ${id} at ${node.target.join(' ')} ${why}`);
        }
      }
      const elder = look === 'elder';
      for (const small of await smallTargets(driver.page, elder ? ELDER_TOUCH : TOUCH))
        found.push(`${screen.name}: too small to touch: ${small}`);
      if (elder)
        for (const small of await smallTexts(driver.page, ELDER_TEXT))
          found.push(`${screen.name}: too small to read: ${small}`);
    }
    found.push(...(await driver.problems()));
    await driver.close();
    expect(found).toEqual([]);
  });

  it.each(people)('fits a desktop window: %s', async (key) => {
    const driver = await open(key, 'light', 1280);
    const found: string[] = [];
    for (const screen of screens[key]) {
      await show(driver, screen);
      await driver.inspect();
      const over = await sidewaysScroll(driver.page);
      if (over > 0) found.push(`${screen.name}: ${over} px too wide`);
    }
    found.push(...(await driver.problems()));
    await driver.close();
    expect(found).toEqual([]);
  });
});
