import type { Browser } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { launchBrowser } from '../support/chromium.js';
import { buildDemoCity } from '../support/journey/demo-city.js';
import { hallDeskScreens, hallScreens, streetDeskScreens } from '../support/journey/hall-screens.js';
import { hindrances, LOOKS, openLook, overflow, show } from '../support/journey/looks.js';
import {
  coordinatorScreens,
  newcomerScreens,
  residentScreens,
  staffScreens,
  volunteerScreens,
  type Screen,
} from '../support/journey/screens.js';

const SETS = [
  'bookings',
  'volunteering',
  'joining',
  'halls',
  'desk',
  'coordination',
  'hall desk',
  'street desk',
] as const;
type ScreenSet = (typeof SETS)[number];

/** Who looks at which screens, by the demo's keys. */
const LOOKS_AT: Record<ScreenSet, string> = {
  bookings: 'verified',
  volunteering: 'verified',
  joining: 'resident',
  halls: 'verified',
  desk: 'administrator',
  coordination: 'coordinator',
  'hall desk': 'moderator',
  'street desk': 'administrator',
};

describe('screens of the H5 build with the demo city', () => {
  let browser: Browser;
  let app: TestApp;
  let screens: Record<ScreenSet, Screen[]>;

  beforeAll(async () => {
    app = await buildDemoCity();
    browser = await launchBrowser();
    screens = {
      bookings: await residentScreens(app),
      volunteering: await volunteerScreens(app),
      joining: newcomerScreens(),
      halls: await hallScreens(app),
      desk: await staffScreens(app),
      coordination: await coordinatorScreens(app),
      'hall desk': await hallDeskScreens(app),
      'street desk': await streetDeskScreens(app),
    };
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const cases = SETS.flatMap((set) => LOOKS.map((look) => [set, look] as const));
  it.each(cases)('can be read and touched by everyone: %s, %s', async (set, look) => {
    const driver = await openLook(browser, app, { key: LOOKS_AT[set], look });
    const found: string[] = [];
    for (const screen of screens[set]) {
      await show(driver, screen);
      found.push(...(await hindrances(driver, screen.name, look)));
    }
    found.push(...(await driver.problems()));
    await driver.close();
    expect(found).toEqual([]);
  });

  it.each(SETS)('fits a desktop window: %s', async (set) => {
    const driver = await openLook(browser, app, { key: LOOKS_AT[set], look: 'light', width: 1280 });
    const found: string[] = [];
    for (const screen of screens[set]) {
      await show(driver, screen);
      found.push(...(await overflow(driver, screen.name)));
    }
    found.push(...(await driver.problems()));
    await driver.close();
    expect(found).toEqual([]);
  });
});
