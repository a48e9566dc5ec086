import type { Locator, Page } from 'playwright-core';
import type { DeviceControl, DeviceState, LaunchOptions, SetDataStats, ShareResult } from './bridge-types.js';
import { moveTo, type PhonePlace, type WeappPerson, type WxCall } from './device.js';
import type { Phone } from './open.js';
import type { Exchange } from './transport.js';

/** How long a helper waits for what it was told to find, in milliseconds. */
const PATIENCE = 10_000;

/** The page on top; with it, the tab bar and what WeChat draws above. */
const REACHABLE = '.mp-frame[data-top], #mp-nav, #mp-tabs, .mp-mask, .mp-toast';

type Controls = { [K in keyof DeviceControl]: DeviceControl[K] };

/**
 * A mini-program running on a phone, in the hands of a test. Every helper that names something on the screen looks only
 * at what the person can reach: the page on top, the bars around it and open dialogs.
 */
export class WeappPage {
  constructor(
    private readonly phone: Phone,
    private playwright: Page,
  ) {}

  /** The Chromium page, for what the helpers do not cover (`page.clock`, accessibility scans). */
  get page(): Page {
    return this.playwright;
  }

  /** What the person and WeChat answer; change its fields at any time. */
  get person(): WeappPerson {
    return this.phone.person;
  }

  /** Errors of the mini-program since the phone was opened, refused addresses included. */
  get consoleErrors(): string[] {
    return [...this.phone.errors];
  }

  /** Every request sent, oldest first. */
  get exchanges(): Exchange[] {
    return [...this.phone.transport.exchanges];
  }

  /** Calls of `wx` by name, oldest first; all when no name is given. */
  calls(api?: string): WxCall[] {
    return this.phone.calls.filter((call) => api === undefined || call.api === api);
  }

  // What is on the screen

  state(): Promise<DeviceState> {
    return this.control('state');
  }

  async currentPath(): Promise<string> {
    return (await this.state()).path;
  }

  /** All text the person can see on the page on top, one line an element's. */
  text(): Promise<string> {
    return this.playwright.locator('.mp-frame[data-top]').innerText();
  }

  /** Anything reachable that matches a CSS selector (elements are `wx-view`, `wx-button`, …). */
  find(selector: string): Locator {
    return this.playwright.locator(REACHABLE).locator(selector);
  }

  /** The innermost elements that show `text`. */
  findText(text: string | RegExp, exact = false): Locator {
    return this.playwright
      .locator(REACHABLE)
      .getByText(text, { exact })
      .and(this.playwright.locator(':visible'));
  }

  /** Waits until `text` can be seen. @throws with what is on the screen instead */
  async waitText(text: string | RegExp, timeout = PATIENCE): Promise<void> {
    await this.orExplain(
      this.findText(text).first().waitFor({ state: 'visible', timeout }),
      `"${text}" to appear`,
    );
  }

  /** Waits until `text` can no longer be seen. */
  async waitNoText(text: string | RegExp, timeout = PATIENCE): Promise<void> {
    const until = Date.now() + timeout;
    while ((await this.findText(text).count()) > 0) {
      if (Date.now() > until)
        await this.orExplain(Promise.reject(new Error('still there')), `"${text}" to go`);
      await this.playwright.waitForTimeout(50);
    }
  }

  /** Waits until the page on top is `path` (without leading slash). */
  async waitPath(path: string, timeout = PATIENCE): Promise<void> {
    const frame = this.playwright.locator(`.mp-frame[data-top][data-path="${path}"]`);
    await this.orExplain(frame.waitFor({ state: 'attached', timeout }), `the page ${path}`);
  }

  /** Waits for WeChat's toast, and gives its text. */
  async waitToast(text: string | RegExp = /./, timeout = PATIENCE): Promise<string> {
    const toast = this.playwright.locator('.mp-toast').filter({ hasText: text });
    await this.orExplain(toast.waitFor({ state: 'visible', timeout }), `a toast "${text}"`);
    return toast.innerText();
  }

  /** Saves what the phone shows as PNG. */
  async screenshot(path: string): Promise<void> {
    await this.playwright.screenshot({ path });
  }

  // What the person does

  async tap(target: Locator): Promise<void> {
    await this.orExplain(target.first().tap({ timeout: PATIENCE }), 'something to tap');
  }

  /** Taps the first reachable element showing `text`; `nth` counts from 0. */
  async tapText(
    text: string | RegExp,
    { exact = false, nth = 0 }: { exact?: boolean; nth?: number } = {},
  ): Promise<void> {
    const target = this.findText(text, exact).nth(nth);
    await this.orExplain(target.tap({ timeout: PATIENCE }), `"${text}" to tap`);
  }

  /** Taps the element a screen reader calls `label`. */
  async tapAria(label: string | RegExp, exact = true): Promise<void> {
    const target = this.playwright.locator(REACHABLE).getByLabel(label, { exact }).first();
    await this.orExplain(target.tap({ timeout: PATIENCE }), `"${label}" to tap`);
  }

  /** Taps the element the mini-program gave this test id: on weapp a class. */
  async tapTestId(testId: string): Promise<void> {
    await this.orExplain(this.find(`.${testId}`).first().tap({ timeout: PATIENCE }), `.${testId} to tap`);
  }

  /** Taps the element with this `id`. */
  async tapId(id: string): Promise<void> {
    await this.orExplain(this.find(`[id="${id}"]`).first().tap({ timeout: PATIENCE }), `#${id} to tap`);
  }

  /** Taps a tab of the tab bar, WeChat's or one the mini-program draws itself. */
  async tapTab(text: string): Promise<void> {
    const tabs = this.find('[role="tab"], [role="navigation"] [role="button"], wx-tab-bar *');
    const visible = this.playwright.locator(':visible');
    const tab = tabs.filter({ hasText: text }).and(visible).last();
    await this.orExplain(tab.tap({ timeout: PATIENCE }), `the tab "${text}"`);
  }

  /** Types `value` into the field with this placeholder, label or name, in place of what it holds. */
  async fill(field: string, value: string): Promise<void> {
    const name = JSON.stringify(field);
    const selector = ['input', 'textarea']
      .flatMap((tag) => [
        `wx-${tag} > ${tag}[placeholder=${name}]`,
        `wx-${tag}[aria-label=${name}] > ${tag}`,
        `wx-${tag}[name=${name}] > ${tag}`,
      ])
      .join(',');
    await this.orExplain(
      this.find(selector).first().fill(value, { timeout: PATIENCE }),
      `the field "${field}"`,
    );
  }

  /** Presses the keyboard's 完成 in the field that has the cursor. */
  async confirmKeyboard(): Promise<void> {
    await this.playwright.keyboard.press('Enter');
  }

  /** Goes back by the navigation bar's arrow or the phone's gesture. */
  back(): Promise<void> {
    return this.control('back');
  }

  pullDown(): Promise<void> {
    return this.control('pullDown');
  }

  /** Shares the page on top from the menu. */
  share(): Promise<ShareResult> {
    return this.control('share');
  }

  // What the person answers

  async answerModal(confirm: boolean, content?: string): Promise<void> {
    await this.orExplain(this.playwright.waitForSelector('.mp-modal', { timeout: PATIENCE }), 'a dialog');
    await this.control('answerModal', confirm, content);
  }

  /** Chooses from the open sheet by its text; null closes it. */
  async answerSheet(text: string | null): Promise<void> {
    await this.orExplain(this.playwright.waitForSelector('.mp-sheet', { timeout: PATIENCE }), 'a sheet');
    const items = (await this.state()).sheet ?? [];
    const index = text === null ? null : items.indexOf(text);
    if (index === -1) throw new Error(`The sheet has no "${text}" but ${items.join('、')}`);
    await this.control('answerSheet', index);
  }

  /** Holds a code with this text before the open scanner; null closes the scanner. */
  async scan(text: string | null): Promise<void> {
    await this.orExplain(
      this.playwright.waitForSelector('.mp-scanner', { timeout: PATIENCE }),
      'the scanner',
    );
    await this.control('scan', text);
  }

  /** Chooses in the open picker, a place or a label for each column; null closes it. */
  async pick(values: (number | string)[] | null): Promise<void> {
    await this.orExplain(this.playwright.waitForSelector('.mp-picker', { timeout: PATIENCE }), 'a picker');
    await this.control('pick', values);
  }

  /** Turns the columns of the page's picker-view to these places. */
  pickColumns(values: number[]): Promise<void> {
    return this.control('pickColumns', values);
  }

  // What happens to the phone

  goOffline(): Promise<void> {
    return this.connect(false);
  }

  goOnline(): Promise<void> {
    return this.connect(true);
  }

  /** The person has gone there with the phone: a mini-program that follows it hears so. */
  async moveTo(place: PhonePlace): Promise<void> {
    this.phone.person.location = place;
    await this.control('moved', moveTo(place));
  }

  /** Sets the phone's clock; it stands still, timers run on. */
  setTime(now: Date): Promise<void> {
    return this.phone.context.clock.setFixedTime(now);
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    this.phone.settings = { ...this.phone.settings, theme };
    await this.playwright.emulateMedia({ colorScheme: theme });
    await this.control('setTheme', theme);
  }

  background(): Promise<void> {
    return this.control('background');
  }

  /** Comes back; with `launch`, through a share card, a scanned code or a message. */
  foreground(launch?: Partial<LaunchOptions> & { path: string }): Promise<void> {
    return this.control('foreground', launch && { query: {}, scene: 1001, ...launch });
  }

  /** WeChat kills the mini-program without a word, and the person opens it again. Storage stays. */
  async killAndReopen(launch: Partial<LaunchOptions> = {}): Promise<void> {
    await this.kill();
    await this.reopen(launch);
  }

  /** WeChat kills the mini-program without a word. Nothing but `reopen` and what concerns the phone works until then. */
  async kill(): Promise<void> {
    if (this.playwright.isClosed()) return;
    this.phone.transport.abortAll();
    await this.playwright.close({ runBeforeUnload: false });
  }

  /** Opens the killed mini-program again. */
  async reopen(launch: Partial<LaunchOptions> = {}): Promise<void> {
    this.playwright = await this.phone.start({ path: '', query: {}, scene: 1001, ...launch });
  }

  /** Sends one of WeChat's `on…` events, e.g. `onUserCaptureScreen`. */
  emit(event: string, detail: unknown): Promise<void> {
    return this.control('emit', event, detail);
  }

  // Measures

  setDataStats(): Promise<SetDataStats> {
    return this.control('setDataStats');
  }

  /** glass-easel's remarks about templates and data. */
  warnings(): Promise<string[]> {
    return this.control('warnings');
  }

  /** Nodes on the page on top and how deep they nest: WeChat asks for fewer than 1,000 and 30. */
  nodeStats(): Promise<{ nodes: number; depth: number }> {
    return this.playwright.evaluate(() => {
      const page = document.querySelector('.mp-frame[data-top] wx-page');
      if (!page) return { nodes: 0, depth: 0 };
      const own = [...page.querySelectorAll('*')].filter((element) => element.tagName.startsWith('WX-'));
      const depthOf = (element: Element): number => {
        let depth = 0;
        for (let at: Element | null = element; at && at !== page; at = at.parentElement) depth += 1;
        return depth;
      };
      return { nodes: own.length, depth: own.reduce((most, element) => Math.max(most, depthOf(element)), 0) };
    });
  }

  /** Ends the phone. */
  async close(): Promise<void> {
    this.phone.transport.abortAll();
    await this.phone.context.close();
  }

  private async connect(online: boolean): Promise<void> {
    this.phone.settings = { ...this.phone.settings, online };
    // Of a killed mini-program only the phone learns.
    if (!this.playwright.isClosed()) await this.control('setOnline', online);
  }

  private control<K extends keyof Controls>(
    name: K,
    ...args: Parameters<Controls[K]>
  ): Promise<Awaited<ReturnType<Controls[K]>>> {
    type Result = Promise<Awaited<ReturnType<Controls[K]>>>;
    return this.playwright.evaluate(
      ([key, values]) => {
        const method = window.__weapp[key as K] as (...given: unknown[]) => unknown;
        return method(...(values as unknown[]));
      },
      [name, args] as const,
    ) as Result;
  }

  private async orExplain(work: Promise<unknown>, wanted: string): Promise<void> {
    try {
      await work;
    } catch (error) {
      const { path, stack, toast, modal } = await this.state();
      const shown = (await this.text().catch(() => '')).replace(/\n+/g, ' / ').slice(0, 1500);
      const lines = [
        `Waited for ${wanted}, on ${path} (open: ${stack.join(' → ')})`,
        `screen: ${shown}`,
        ...(toast ? [`toast: ${toast}`] : []),
        ...(modal ? [`dialog: ${modal.title} ${modal.content}`] : []),
        ...this.phone.errors.slice(-5).map((text) => `error: ${text.slice(0, 500)}`),
      ];
      throw new Error(lines.join('\n'), { cause: error });
    }
  }
}
