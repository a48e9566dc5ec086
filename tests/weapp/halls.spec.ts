import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { describeHalls } from '../support/journey/hall-journeys.js';
import { readQr } from '../support/journey/qr.js';
import { onPhone, WeappDriver } from '../support/journey/weapp-driver.js';

describe('a hall on the weapp build', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describeHalls(
    (city) =>
      WeappDriver.open({
        browser,
        apiBase: city.app.url,
        weChatUrl: city.app.wechat.url,
        now: city.app.clock.now(),
      }),
    async (resident, screen) => {
      const picture = await onPhone(screen).phone.page.screenshot();
      await resident.tap('scan');
      await onPhone(resident).phone.scan(await readQr(browser, picture));
    },
  );
});
