import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { describeJourneys } from '../support/journey/journeys.js';
import { readQr } from '../support/journey/qr.js';
import { onPhone, WeappDriver } from '../support/journey/weapp-driver.js';

describe('journeys of the weapp build', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describeJourneys(
    (city) =>
      WeappDriver.open({
        browser,
        apiBase: city.app.url,
        weChatUrl: city.app.wechat.url,
        now: city.app.clock.now(),
      }),
    async (staff, resident) => {
      const screen = await onPhone(resident).phone.page.screenshot();
      await staff.tap('scan');
      await onPhone(staff).phone.scan(await readQr(browser, screen));
    },
  );
});
