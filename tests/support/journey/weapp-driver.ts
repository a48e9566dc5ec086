import path from 'node:path';
import type { Place } from '@jiefang/shared/geo';
import type { Browser } from 'playwright-core';
import { simulatedPerson } from '../weapp/device.js';
import { openWeapp } from '../weapp/open.js';
import { weappSite } from '../weapp/site.js';
import type { WeappPage } from '../weapp/weapp-page.js';
import type { Driver } from './driver.js';
import { photo } from './photo.js';
import { wordsAmiss } from './words.js';

const WEAPP_DIR = path.join(__dirname, '../../../miniapp/dist/weapp');

/** What a phone under the open sky says of its own fix, in metres. */
const ACCURACY = 8;
const STRIDE_MS = 250;

/** WeChat's own limits. */
const MAX_NODES = 1000;
const MAX_DEPTH = 30;
const MAX_SET_DATA_BYTES = 256 * 1024;
const MAX_SET_DATA_PER_SECOND = 20;

export interface WeappOptions {
  browser: Browser;
  apiBase: string;
  weChatUrl: string;
  now?: Date;
  theme?: 'light' | 'dark';
}

/** The weapp build on the test phone. */
export class WeappDriver implements Driver {
  readonly target = 'weapp';
  private readonly faults: string[] = [];

  private constructor(
    private readonly weChatUrl: string,
    /** The phone itself, for what only a phone does (scanning). */
    readonly phone: WeappPage,
  ) {}

  static async open(options: WeappOptions): Promise<WeappDriver> {
    const { weChatUrl, ...rest } = options;
    const phone = await openWeapp({ site: weappSite(WEAPP_DIR), ...rest });
    return new WeappDriver(weChatUrl, phone);
  }

  async login(key: string): Promise<void> {
    Object.assign(this.phone.person, simulatedPerson(this.weChatUrl, `demo-${key}`, null));
    if ((await this.phone.currentPath()) !== 'pages-me/login/index') {
      await this.phone.tapTab('我的');
      await this.phone.tapTestId('login');
      await this.phone.waitPath('pages-me/login/index');
    }
    await this.phone.tapTestId('login');
    await this.phone.waitNoText('微信一键登录');
  }

  async visit(page: string): Promise<void> {
    const [where = '', search = ''] = page.split('?');
    const query = Object.fromEntries(new URLSearchParams(search));
    await this.phone.killAndReopen({ path: where, query });
  }

  tab(word: string): Promise<void> {
    return this.phone.tapTab(word);
  }

  tap(testId: string): Promise<void> {
    return this.phone.tapTestId(testId);
  }

  tapText(text: string): Promise<void> {
    return this.phone.tapText(text, { exact: true });
  }

  tapLabel(label: string | RegExp): Promise<void> {
    return this.phone.tapAria(label);
  }

  async tapTwice(testId: string): Promise<void> {
    const target = this.phone.find(`.${testId}`).first();
    await target.waitFor();
    const box = await target.boundingBox();
    if (!box) throw new Error(`${testId} has no place on the screen`);
    const { touchscreen } = this.phone.page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await Promise.all([touchscreen.tap(x, y), touchscreen.tap(x, y)]);
  }

  fill(label: string, value: string): Promise<void> {
    return this.phone.fill(label, value);
  }

  async takePhoto(testId: string): Promise<void> {
    this.phone.person.images = [`data:image/jpeg;base64,${(await photo()).toString('base64')}`];
    await this.tap(testId);
  }

  async giveFile(testId: string, name: string, text: string): Promise<void> {
    this.phone.person.file = { name, path: `data:text/plain;base64,${Buffer.from(text).toString('base64')}` };
    await this.tap(testId);
  }

  async pickDay(label: string, day: string): Promise<void> {
    await this.phone.tapAria(new RegExp(`^${label} `));
    await this.phone.pick(day.split('-'));
  }

  see(text: string | RegExp): Promise<void> {
    return this.phone.waitText(text, 15_000);
  }

  async seeId(testId: string): Promise<void> {
    await this.phone.find(`.${testId}`).first().waitFor({ timeout: 15_000 });
  }

  gone(text: string | RegExp): Promise<void> {
    return this.phone.waitNoText(text);
  }

  async spoken(testId: string): Promise<string> {
    return (await this.phone.find(`.${testId}`).first().getAttribute('aria-label')) ?? '';
  }

  textOf(testId: string): Promise<string> {
    return this.phone.find(`.${testId}`).first().innerText();
  }

  text(): Promise<string> {
    return this.phone.text();
  }

  count(testId: string): Promise<number> {
    return this.phone.find(`.${testId}:visible`).count();
  }

  async shared(): Promise<string> {
    await this.see('发给微信好友');
    return (await this.phone.share()).path.replace(/^\//, '');
  }

  back(): Promise<void> {
    return this.phone.back();
  }

  refresh(): Promise<void> {
    return this.phone.pullDown();
  }

  offline(): Promise<void> {
    return this.phone.goOffline();
  }

  online(): Promise<void> {
    return this.phone.goOnline();
  }

  async moveTo(place: Place): Promise<void> {
    await this.phone.moveTo({ ...place, accuracy: ACCURACY });
    // A phone tells its place once a second: here four times as often, so that setData is measured at a human pace.
    await new Promise((resolve) => setTimeout(resolve, STRIDE_MS));
  }

  setTime(now: Date): Promise<void> {
    return this.phone.setTime(now);
  }

  kill(): Promise<void> {
    return this.phone.kill();
  }

  reopen(): Promise<void> {
    return this.phone.killAndReopen();
  }

  async look(): Promise<string> {
    return (await this.phone.find('.jf').first().getAttribute('class')) ?? '';
  }

  requests(): string[] {
    return this.phone.exchanges
      .filter(({ status }) => status > 0)
      .map(({ method, path: at }) => `${method} ${at.replace(/\?.*$/, '').replace('/api/v1', '')}`);
  }

  async inspect(): Promise<void> {
    const place = await this.phone.currentPath();
    for (const word of wordsAmiss(await this.text())) this.faults.push(`${place}: shows "${word}"`);
    const { nodes, depth } = await this.phone.nodeStats();
    if (nodes >= MAX_NODES || depth >= MAX_DEPTH) this.faults.push(`${place}: ${nodes} nodes, ${depth} deep`);
    const over = await this.phone
      .find('.jf')
      .first()
      .evaluate((page) => page.scrollWidth - page.clientWidth);
    if (over > 0) this.faults.push(`${place}: scrolls sideways by ${over} px`);
    const { maxBytes, maxPerSecond } = await this.phone.setDataStats();
    if (maxBytes > MAX_SET_DATA_BYTES) this.faults.push(`${place}: setData of ${maxBytes} bytes`);
    if (maxPerSecond > MAX_SET_DATA_PER_SECOND)
      this.faults.push(`${place}: ${maxPerSecond} setData a second`);
  }

  problems(): Promise<string[]> {
    return Promise.resolve([...this.faults, ...this.phone.consoleErrors]);
  }

  close(): Promise<void> {
    return this.phone.close();
  }
}

/** The phone behind a driver, for what only a phone does. */
export function onPhone(driver: Driver): WeappDriver {
  if (driver instanceof WeappDriver) return driver;
  throw new Error('This journey runs on weapp');
}
