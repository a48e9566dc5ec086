import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import type { JourneyCity } from '../support/journey/city.js';
import { H5Driver } from '../support/journey/h5-driver.js';
import { describePatrol } from '../support/journey/patrol-journey.js';
import { describeVolunteering, type ReadCode } from '../support/journey/volunteering-journeys.js';

describe('volunteering on the H5 build', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  const open = (city: JourneyCity) =>
    H5Driver.open({ browser, url: city.app.url, now: city.app.clock.now() });

  const read: ReadCode = async (volunteer, coordinator) => {
    const digits = (await coordinator.textOf('manual-code')).replace(/\s/g, '');
    await volunteer.fill('协调员手机上的 6 位数字', digits);
    await volunteer.tap('check-in-digits');
  };
  describe('a patrol', () => describePatrol(open));
  describe('other services', () => describeVolunteering(open, read));
});
