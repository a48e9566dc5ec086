import { toWgs84, type Place } from '@jiefang/shared/geo';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Driver } from './driver.js';
import { photo } from './photo.js';
import { wordsAmiss } from './words.js';

const PATIENCE = 15_000;
/** How long a tap tries the very element it found. */
const AIM = 3_000;
/** What a phone under the open sky says of its own fix, in metres. */
const ACCURACY = 8;

export interface H5Options {
  browser: Browser;
  /** Where the BFF serves the client, without a slash at the end. */
  url: string;
  now?: Date;
  viewport?: { width: number; height: number };
  theme?: 'light' | 'dark';
}

/** The H5 build in Chromium, in a browser profile of its own. */
export class H5Driver implements Driver {
  readonly target = 'h5';
  private readonly faults: string[] = [];
  private readonly answered: string[] = [];
  private isOffline = false;

  private constructor(
    private readonly url: string,
    private readonly context: BrowserContext,
    private current: Page,
  ) {}

  static async open(options: H5Options): Promise<H5Driver> {
    const viewport = options.viewport ?? { width: 390, height: 844 };
    const context = await options.browser.newContext({
      viewport,
      deviceScaleFactor: 2,
      hasTouch: viewport.width < 900,
      locale: 'zh-CN',
      timezoneId: 'America/New_York', // the device's zone must not matter
      colorScheme: options.theme ?? 'light',
    });
    if (options.now) await context.clock.setFixedTime(options.now);
    const driver = new H5Driver(options.url, context, await context.newPage());
    driver.watch();
    try {
      await driver.visit('');
    } catch (error) {
      await context.close();
      throw error;
    }
    return driver;
  }

  /** The Chromium page, for scans and pictures. */
  get page(): Page {
    return this.current;
  }

  async login(key: string): Promise<void> {
    if (!this.current.url().includes('pages-me/login')) await this.visit('pages-me/login/index');
    await this.tap(`demo-${key}`);
    await this.current.waitForFunction(() => !location.hash.includes('pages-me/login'));
  }

  async visit(path: string): Promise<void> {
    if (this.current.isClosed()) {
      this.current = await this.context.newPage();
      this.watch();
    }
    const address = path === '' ? `${this.url}/` : `${this.url}/#/${path}`;
    await this.current.goto(address);
    // A new hash alone loads nothing: a link tapped elsewhere does.
    if (path !== '') await this.current.reload();
    await this.untilDrawn();
  }

  async tab(word: string): Promise<void> {
    const bar = this.current.locator('.tab-bar:visible, .site-bar:visible').last();
    await bar.getByText(word, { exact: true }).click({ timeout: PATIENCE });
  }

  tap(testId: string): Promise<void> {
    return this.orExplain(tapOn(this.byId(testId)), `[${testId}] to tap`);
  }

  tapText(text: string): Promise<void> {
    const target = this.visible(this.current.getByText(text, { exact: true }));
    return this.orExplain(tapOn(target), `"${text}" to tap`);
  }

  tapLabel(label: string | RegExp): Promise<void> {
    const target = this.visible(this.current.getByLabel(label, { exact: true }));
    return this.orExplain(tapOn(target), `"${label}" to tap`);
  }

  tapTwice(testId: string): Promise<void> {
    return this.orExplain(this.byId(testId).dblclick({ timeout: PATIENCE }), `[${testId}] to tap twice`);
  }

  fill(label: string, value: string): Promise<void> {
    const field = this.visible(this.current.locator('input, textarea').and(this.current.getByLabel(label)));
    return this.orExplain(field.fill(value, { timeout: PATIENCE }), `the field "${label}"`);
  }

  async takePhoto(testId: string): Promise<void> {
    await this.choose(testId, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  }

  giveFile(testId: string, name: string, text: string): Promise<void> {
    return this.choose(testId, { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  pickDay(label: string, day: string): Promise<void> {
    return this.fill(label, day);
  }

  see(text: string | RegExp): Promise<void> {
    const target = this.visible(this.current.getByText(text));
    return this.orExplain(target.waitFor({ timeout: PATIENCE }), `"${text}" to appear`);
  }

  seeId(testId: string): Promise<void> {
    return this.orExplain(this.byId(testId).waitFor({ timeout: PATIENCE }), `[${testId}] to appear`);
  }

  async gone(text: string | RegExp): Promise<void> {
    const until = Date.now() + PATIENCE;
    while ((await this.current.getByText(text).and(this.current.locator(':visible')).count()) > 0) {
      if (Date.now() > until)
        await this.orExplain(Promise.reject(new Error('still there')), `"${text}" to go`);
      await this.current.waitForTimeout(50);
    }
  }

  async spoken(testId: string): Promise<string> {
    return (await this.byId(testId).getAttribute('aria-label', { timeout: PATIENCE })) ?? '';
  }

  textOf(testId: string): Promise<string> {
    return this.byId(testId).innerText({ timeout: PATIENCE });
  }

  text(): Promise<string> {
    return this.current.locator('body').innerText();
  }

  count(testId: string): Promise<number> {
    return this.current.locator(`[data-testid="${testId}"]:visible`).count();
  }

  async shared(): Promise<string> {
    const link = await this.byId('share-link').innerText({ timeout: PATIENCE });
    return link.split('#/')[1] ?? '';
  }

  back(): Promise<void> {
    return this.orExplain(
      this.visible(this.current.getByLabel('返回', { exact: true })).click({ timeout: PATIENCE }),
      'the way back',
    );
  }

  async refresh(): Promise<void> {
    await this.current.reload();
    await this.untilDrawn();
  }

  async offline(): Promise<void> {
    this.isOffline = true;
    await this.context.setOffline(true);
  }

  async online(): Promise<void> {
    await this.context.setOffline(false);
    this.isOffline = false;
  }

  /** A browser's positions are WGS-84. */
  async moveTo(place: Place): Promise<void> {
    await this.context.grantPermissions(['geolocation']);
    const { latitude, longitude } = toWgs84(place);
    await this.context.setGeolocation({ latitude, longitude, accuracy: ACCURACY });
    if (this.current.isClosed()) return;
    // Whoever watches hears of it together with the page's own memory of the last position.
    await this.current.evaluate(async (wanted) => {
      const known = (): Promise<number | null> =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            ({ coords }) => resolve(coords.latitude),
            () => resolve(null),
            { maximumAge: 60_000, timeout: 500 },
          );
        });
      for (let tries = 0; tries < 25 && (await known()) !== wanted; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
    }, latitude);
  }

  setTime(now: Date): Promise<void> {
    return this.context.clock.setFixedTime(now);
  }

  kill(): Promise<void> {
    return this.current.close();
  }

  async reopen(): Promise<void> {
    await this.kill();
    await this.visit('');
  }

  async look(): Promise<string> {
    return (await this.current.locator('.jf:visible').last().getAttribute('class')) ?? '';
  }

  requests(): string[] {
    return [...this.answered];
  }

  async inspect(): Promise<void> {
    const place = this.current.url().split('#')[1] ?? '/';
    for (const word of wordsAmiss(await this.text())) this.faults.push(`${place}: shows "${word}"`);
    const over = await this.current.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) this.faults.push(`${place}: scrolls sideways by ${over} px`);
  }

  problems(): Promise<string[]> {
    return Promise.resolve([...this.faults]);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private watch(): void {
    this.current.on('console', (message) => {
      if (message.type() !== 'error') return;
      // Chromium itself writes a line for every answer from 400 on, and for every request without a network.
      if (message.text().startsWith('Failed to load resource')) {
        if (!this.isOffline && /status of 5\d\d/.test(message.text())) this.faults.push(message.text());
        return;
      }
      this.faults.push(`console: ${message.text()}`);
    });
    this.current.on('pageerror', (error) => this.faults.push(`thrown: ${error.stack ?? error.message}`));
    this.current.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/v1')) this.answered.push(`${request.method()} ${pathname.slice(7)}`);
    });
  }

  private async choose(
    testId: string,
    file: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    const question = this.current.waitForEvent('filechooser', { timeout: PATIENCE });
    await Promise.all([this.tap(testId), question]);
    await (await question).setFiles(file);
  }

  private untilDrawn(): Promise<void> {
    const body = this.current.locator('.page-body:visible').first();
    return this.orExplain(body.waitFor({ timeout: PATIENCE }), 'a page');
  }

  private byId(testId: string): Locator {
    return this.current.locator(`[data-testid="${testId}"]:visible`).first();
  }

  private visible(target: Locator): Locator {
    return target.and(this.current.locator(':visible')).first();
  }

  private async orExplain(work: Promise<unknown>, wanted: string): Promise<void> {
    try {
      await work;
    } catch (error) {
      const shown = (await this.text().catch(() => '')).replace(/\n+/g, ' / ').slice(0, 1500);
      const lines = [
        `Waited for ${wanted}, on ${this.current.url()}`,
        `screen: ${shown}`,
        ...this.faults.slice(-5),
      ];
      throw new Error(lines.join('\n'), { cause: error });
    }
  }
}

/**
 * Taps what is in sight, and looks anew when that has gone: a page that is being left still shows its own for a moment, and
 * an element found on it can never be tapped again.
 */
async function tapOn(target: Locator): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await target.click({ timeout: AIM });
    } catch (error) {
      if (Date.now() >= until) throw error;
    }
  }
}
