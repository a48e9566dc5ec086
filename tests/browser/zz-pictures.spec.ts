import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { launchBrowser } from '../support/chromium.js';
import { buildDemoCity } from '../support/journey/demo-city.js';
import { H5Driver } from '../support/journey/h5-driver.js';
import { residentScreens, staffScreens, type Screen } from '../support/journey/screens.js';

const OUT = '/tmp/journeys-shots';
const LOOKS = ['light', 'dark', 'elder'] as const;
describe('pictures', () => {
  let browser: Browser;
  let app: TestApp;
  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true });
    app = await buildDemoCity();
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  it('takes them', async () => {
    const all: Record<string, Screen[]> = {
      verified: await residentScreens(app),
      administrator: await staffScreens(app),
    };
    const closures: Screen[] = [
      { name: 'closures', path: 'pages-staff/closures/index', ready: { text: '闭馆' } },
      { name: 'staff-venues', path: 'pages-staff/venues/index', ready: { text: '场地' } },
      { name: 'desk', path: 'pages-staff/desk-booking/index', ready: { text: '代约' } },
      { name: 'residencies', path: 'pages-staff/residencies/index', ready: { text: '核' } },
      { name: 'appeals', path: 'pages-staff/appeals/index', ready: { text: '申诉' } },
      { name: 'audit', path: 'pages-staff/audit/index', ready: { text: '操作' } },
      { name: 'roles', path: 'pages-staff/roles/index', ready: { text: '岗位' } },
    ];
    all.administrator?.push(...closures);
    for (const [key, screens] of Object.entries(all)) {
      for (const [look, width] of [
        ['light', 390],
        ['dark', 390],
        ['elder', 390],
        ['light', 1280],
        ['dark', 1280],
        ['elder', 1280],
      ] as const) {
        if (width === 1280 && look !== 'light' && key === 'verified') continue;
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
        for (const { name, path, ready } of screens) {
          await driver.visit(path);
          await ('id' in ready ? driver.seeId(ready.id) : driver.see(ready.text)).catch((e: Error) =>
            console.log(name, e.message),
          );
          await driver.page.waitForTimeout(150);
          await driver.page.screenshot({ path: `${OUT}/${name}-${look}-${width}.png` });
        }
        if (look === 'light' && width === 390 && key === 'verified') {
          await driver.visit('pages-me/login/index').catch(() => undefined);
          await driver.page.screenshot({ path: `${OUT}/login-${look}-${width}.png` });
          await driver.visit(screens[3]?.path ?? '');
          await driver.seeId('unit-840');
          await driver.tap('unit-840');
          await driver.tap('unit-930');
          await driver.fill('用来做什么', '合唱队排练');
          await driver.page.screenshot({ path: `${OUT}/venue-form-390.png` });
          await driver.page.evaluate(() => window.scrollTo(0, 0));
          await driver.page.screenshot({ path: `${OUT}/venue-chosen-390.png` });
        }
        await driver.close();
      }
    }
  }, 900_000);
});
