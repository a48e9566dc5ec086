import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { book } from '../builders/bookings.js';
import { buildJourneyCity, TODAY, type JourneyCity } from '../support/journey/city.js';
import { H5Driver } from '../support/journey/h5-driver.js';
import { readQr } from '../support/journey/qr.js';

describe('what only a browser has', () => {
  let browser: Browser;
  let city: JourneyCity;
  let lin: H5Driver;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    city = await buildJourneyCity();
    lin = await H5Driver.open({ browser, url: city.app.url, now: city.app.clock.now() }).catch(
      async (error: unknown) => {
        await city.close();
        throw error;
      },
    );
  });
  afterEach(async () => {
    const problems = await lin.problems();
    await lin.close();
    await city.close();
    expect(problems).toEqual([]);
  });

  it.each(['浅色', '深色'])('shows a check-in code that a camera can read: %s', async (colour) => {
    const id = await book(city.app, city.people.verified, city.room, 840, 900, { day: TODAY });
    await lin.login('verified');
    await lin.visit('pages-me/settings/index');
    await lin.tapLabel(colour);
    await lin.visit(`pages-venues/booking/index?id=${id}&code=1`);
    await lin.seeId('manual-code');
    const text = await readQr(browser, await lin.page.screenshot());
    const code = (await city.app.as(city.people.verified).get(`/bookings/${id}/check-in-code`)).body as {
      qr: string;
    };
    expect(text).toBe(code.qr);
  });

  it('goes back and forward with the browser', async () => {
    await lin.login('verified');
    await lin.visit('');
    await lin.see('多功能厅');
    await lin.tapText('多功能厅');
    await lin.see('选时间');
    await lin.page.goBack();
    await lin.see(/今天有空/);
    await lin.gone('选时间');
    await lin.page.goForward();
    await lin.see('选时间');
    await lin.back();
    await lin.see(/今天有空/);
  });

  it('leads to its own pages by their addresses only', async () => {
    const answer = await lin.page.goto(`${city.app.url}/nothing/here`);
    expect(answer?.status()).toBe(404);
    await lin.visit('');
    await lin.see('你住在哪个社区？');
  });
});
