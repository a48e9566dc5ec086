import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import type {
  BridgeName,
  DeviceSettings,
  LaunchOptions,
  TransportReply,
  TransportRequest,
} from './bridge-types.js';
import { answerFor, defaultPerson, type WeappPerson, type WxCall } from './device.js';
import type { WeappSite } from './site.js';
import { BUILT_API_BASE, Transport } from './transport.js';
import { WeappPage } from './weapp-page.js';

/** The address of the phone's page; it exists only inside the browser. */
const HOST = 'https://weapp.host';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export interface OpenWeappOptions {
  site: WeappSite;
  browser: Browser;
  /** Where the BFF under test listens, e.g. `http://127.0.0.1:41233` (no trailing slash). */
  apiBase: string;
  /** The `API_BASE` the mini-program was built with. */
  builtApiBase?: string;
  person?: Partial<WeappPerson>;
  launch?: Partial<LaunchOptions>;
  /** CSS px; a phone of 390×844 unless said otherwise. */
  viewport?: { width: number; height: number };
  theme?: 'light' | 'dark';
  /** What the phone's clock shows, standing still; timers run on. The real time unless given. */
  now?: Date;
  /** WeChat's own font size setting. */
  fontSizeScaleFactor?: number;
}

/** What stays when the mini-program is killed: the phone. */
export interface Phone {
  context: BrowserContext;
  transport: Transport;
  person: WeappPerson;
  calls: WxCall[];
  errors: string[];
  settings: DeviceSettings;
  viewport: { width: number; height: number };
  /** Starts the mini-program in a new page of the same phone. */
  start(launch: LaunchOptions): Promise<Page>;
}

/**
 * Opens a built mini-program on a phone of its own: nothing is shared with another `openWeapp`.
 *
 *     const site = weappSite('miniapp/dist/weapp');
 *     const phone = await openWeapp({ site, browser, apiBase: app.url, person: simulatedPerson(weChatUrl, 'o-lin', '13900001111') });
 *     await phone.tapTab('我的');
 *     await phone.waitText('还没有登录');
 *
 * @throws when the mini-program does not start at all
 */
export async function openWeapp(options: OpenWeappOptions): Promise<WeappPage> {
  const viewport = options.viewport ?? { width: 390, height: 844 };
  const context = await options.browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'America/New_York', // the phone's zone must not matter
    colorScheme: options.theme ?? 'light',
  });
  const launch: LaunchOptions = { path: '', query: {}, scene: 1001, ...options.launch };
  const phone: Phone = {
    context,
    transport: new Transport(options.builtApiBase ?? BUILT_API_BASE, options.apiBase),
    person: { ...defaultPerson(), ...options.person },
    calls: [],
    errors: [],
    viewport,
    settings: {
      launch,
      online: true,
      theme: options.theme ?? 'light',
      fontSizeScaleFactor: options.fontSizeScaleFactor ?? 1,
      appId: 'wx0000000000000000',
    },
    start: (how) => start(phone, how),
  };
  if (options.now) await context.clock.setFixedTime(options.now);
  await context.route('**/*', (route) => serve(route, options.site.dir, phone));
  await context.exposeBinding('__weappBridge', (_, name: BridgeName, payload: unknown) =>
    bridge(phone, name, payload),
  );
  return new WeappPage(phone, await phone.start(launch));
}

async function start(phone: Phone, launch: LaunchOptions): Promise<Page> {
  phone.settings = { ...phone.settings, launch };
  const page = await phone.context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') phone.errors.push(message.text());
  });
  page.on('pageerror', (error) => phone.errors.push(error.stack ?? error.message));
  await page.addInitScript((settings) => {
    Object.assign(globalThis, { __weappSettings: settings });
  }, phone.settings);
  await page.goto(`${HOST}/index.html`, { waitUntil: 'load' });
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  if ((await page.locator('.mp-frame[data-top]').count()) === 0) {
    throw new Error(`The mini-program did not start:\n${phone.errors.join('\n')}`);
  }
  return page;
}

async function bridge(phone: Phone, name: BridgeName, payload: unknown): Promise<unknown> {
  switch (name) {
    case 'transport':
      return phone.transport.send(payload as TransportRequest) satisfies Promise<TransportReply>;
    case 'abort':
      phone.transport.abort((payload as { id: number }).id);
      return null;
    case 'record':
      phone.calls.push(payload as WxCall);
      return null;
    case 'problem':
      phone.errors.push((payload as { message: string }).message);
      return null;
    default:
      return answerFor(phone.person, name, payload);
  }
}

/** Files of the site, pictures of the BFF, and nothing else of the world. */
async function serve(route: Route, dir: string, phone: Phone): Promise<void> {
  const url = route.request().url();
  if (url.startsWith(`${HOST}/`)) {
    const file = normalize(decodeURIComponent(new URL(url).pathname));
    try {
      const body = readFileSync(join(dir, file));
      await route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
    return;
  }
  const target = phone.transport.resolve(url);
  if (!target) {
    phone.errors.push(`The page asked the world for ${url}`);
    await route.abort('blockedbyclient');
    return;
  }
  try {
    const response = await fetch(target);
    const contentType = response.headers.get('content-type') ?? 'application/octet-stream';
    await route.fulfill({
      status: response.status,
      contentType,
      body: Buffer.from(await response.arrayBuffer()),
    });
  } catch {
    await route.abort('failed');
  }
}
