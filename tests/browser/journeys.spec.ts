import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { H5Driver } from '../support/journey/h5-driver.js';
import { describeJourneys } from '../support/journey/journeys.js';

describe('journeys of the H5 build', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describeJourneys(
    (city) => H5Driver.open({ browser, url: city.app.url, now: city.app.clock.now() }),
    async (staff, resident) => {
      const digits = (await resident.textOf('manual-code')).replace(/\s/g, '');
      for (const digit of digits) await staff.tap(`key-${digit}`);
      await staff.tap('check-in');
    },
  );
});
