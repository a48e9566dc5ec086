import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import type { JourneyCity } from '../support/journey/city.js';
import { describePatrol } from '../support/journey/patrol-journey.js';
import { readQr } from '../support/journey/qr.js';
import { describeVolunteering, type ReadCode } from '../support/journey/volunteering-journeys.js';
import { onPhone, WeappDriver } from '../support/journey/weapp-driver.js';

describe('volunteering on the weapp build', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  const open = (city: JourneyCity) =>
    WeappDriver.open({
      browser,
      apiBase: city.app.url,
      weChatUrl: city.app.wechat.url,
      now: city.app.clock.now(),
    });

  const read: ReadCode = async (volunteer, coordinator) => {
    const screen = await onPhone(coordinator).phone.page.screenshot();
    await volunteer.tap('scan');
    await onPhone(volunteer).phone.scan(await readQr(browser, screen));
  };
  describe('a patrol', () => describePatrol(open));
  describe('other services', () => describeVolunteering(open, read));
});
