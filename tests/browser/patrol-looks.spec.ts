import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Browser } from 'playwright-core';
import { buildClaim } from '../builders/volunteering.js';
import { launchBrowser } from '../support/chromium.js';
import { hindrances, LOOKS, openLook, overflow } from '../support/journey/looks.js';
import { buildVolunteeringCity, type VolunteeringCity } from '../support/journey/volunteering-city.js';

/** The large keys of the patrol screen: rules for hands in gloves, in the dark, of the old. */
const KEY_HEIGHT = 88;

describe('the patrol screen of the H5 build', () => {
  let browser: Browser;
  let city: VolunteeringCity;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    city = await buildVolunteeringCity();
  });
  afterEach(() => city.close());

  it.each([...LOOKS.map((look) => [look, 390] as const), ['light', 1280] as const])(
    'can be read and touched by everyone at every step: %s, %i',
    async (look, width) => {
      await city.setTime('2026-11-23T11:05:00Z');
      const claim = encodeId(
        'claim',
        await buildClaim(city.app.database, {
          shiftId: city.patrol.shift,
          personId: city.people.verified,
          status: 'in_progress',
        }),
      );
      const driver = await openLook(browser, city.app, { key: 'verified', look, width });
      const found: string[] = [];
      const measure = async (step: string): Promise<void> => {
        found.push(...(width === 390 ? await hindrances(driver, step, look) : await overflow(driver, step)));
      };
      const keyHeight = async (testId: string): Promise<number> =>
        (await driver.page.locator(`[data-testid="${testId}"]`).boundingBox())?.height ?? 0;

      await city.stroll(city.walk.slice(0, 1), driver);
      await driver.visit(`pages-volunteer/patrol/index?claim=${claim}`);
      await driver.seeId('agree');
      await measure('consent');
      await driver.tap('agree');
      await driver.seeId('start-patrol');
      await measure('start');
      expect(await keyHeight('start-patrol')).toBeGreaterThanOrEqual(KEY_HEIGHT);
      await driver.tap('start-patrol');
      await driver.see('正在记录');
      await city.stroll(city.walk.slice(1, 12), driver);
      await driver.see('2 中山桥');
      await measure('recording');
      expect(await keyHeight('pause-patrol')).toBeGreaterThanOrEqual(KEY_HEIGHT);
      await driver.tap('pause-patrol');
      await driver.see('暂停了，没有在记');
      await measure('paused');
      await driver.tap('resume-patrol');
      await driver.offline();
      await city.stroll(city.walk.slice(12, 20), driver);
      await driver.see(/还有 \d+ 个点没传/);
      await measure('offline');
      await driver.online();
      await driver.tap('finish-patrol');
      await driver.seeId('confirm-finish');
      await measure('confirming');
      await driver.tap('confirm-finish');
      await city.later(1, driver);
      await driver.seeId('patrol-summary');
      await measure('summary');
      found.push(...(await driver.problems()));
      await driver.close();
      expect(found).toEqual([]);
    },
  );
});
