import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { H5Driver } from '../support/journey/h5-driver.js';
import { describeHalls } from '../support/journey/hall-journeys.js';

describe('a hall on the H5 build', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describeHalls(
    (city) => H5Driver.open({ browser, url: city.app.url, now: city.app.clock.now() }),
    async (resident, screen) => {
      const digits = (await screen.textOf('manual-code')).replace(/\s/g, '');
      await resident.fill('或者输入屏幕上的 6 位数字', digits);
      await resident.tap('sign-in-digits');
    },
  );
});
