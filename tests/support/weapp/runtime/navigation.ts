import { bundle, guarded } from './bridge.js';
import { configOf, dressFrame, isTab, onFrame, tabPaths } from './frame.js';
import { Page } from './page.js';
import type { ModuleLoader } from './sandbox.js';
import { keptTabs, stack, topPage } from './stack.js';

/** WeChat keeps at most this many pages open. */
const MAX_PAGES = 10;

let loader: ModuleLoader;
let setConstructors: (constructors: unknown) => void = () => undefined;

/** Thrown when WeChat would refuse a navigation; the message completes `navigateTo:fail …`. */
export class NavigationError extends Error {}

/** Gives navigation what it needs to open pages; once, at the start. */
export function prepareNavigation(given: ModuleLoader, set: (constructors: unknown) => void): void {
  loader = given;
  setConstructors = set;
  onFrame({
    back: () => guarded(() => navigateBack(1)),
    tab: (path, index, text) => {
      guarded(() => {
        switchTab(`/${path}`);
        topPage().call('onTabItemTap', { index, pagePath: path, text });
      });
    },
  });
}

const allPages = new Set(bundle.app.pages.map((page) => page.replace(/^\//, '')));
for (const part of bundle.app.subPackages ?? bundle.app.subpackages ?? []) {
  for (const page of part.pages) allPages.add(`${part.root}/${page}`.replace(/\/+/g, '/').replace(/^\//, ''));
}

/** Path and query of an address, relative to the page on top. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const base = stack.length ? topPage().path : '';
  const [before = '', text = ''] = url.split(/\?(.*)/s);
  const path = new URL(before, `http://x/${base}`).pathname.slice(1).replace(/\.html$/, '');
  const query: Record<string, string> = {};
  for (const part of text.split('&').filter(Boolean)) {
    const [key = '', value = ''] = part.split(/=(.*)/s);
    query[key] = value; // WeChat leaves the values encoded
  }
  if (!allPages.has(path)) throw new NavigationError(`page "${path}" is not found`);
  return { path, query };
}

function openPage(path: string, query: Record<string, string>, channel?: unknown): Page {
  const page = new Page(path, query, loader, setConstructors, channel);
  if (isTab(path)) keptTabs.set(path, page);
  stack.push(page);
  page.call('onLoad', query);
  reveal(page);
  setTimeout(() => page.call('onReady'), 0);
  return page;
}

/** Shows a page that is open. */
function reveal(page: Page): void {
  dressFrame(page.path, stack.length > 1);
  page.show();
}

function drop(page: Page): void {
  page.unload();
  if (keptTabs.get(page.path) === page) keptTabs.delete(page.path);
}

export function navigateTo(url: string, channel?: unknown): Page {
  const { path, query } = parseUrl(url);
  if (isTab(path)) throw new NavigationError('can not navigateTo a tabbar page');
  if (stack.length >= MAX_PAGES) throw new NavigationError(`webview count limit exceed`);
  topPage().hide();
  return openPage(path, query, channel);
}

export function redirectTo(url: string): void {
  const { path, query } = parseUrl(url);
  if (isTab(path)) throw new NavigationError('can not redirectTo a tabbar page');
  const old = stack.pop();
  if (old) drop(old);
  openPage(path, query);
}

export function switchTab(url: string): void {
  const { path, query } = parseUrl(url);
  if (!isTab(path)) throw new NavigationError('can not switch to no-tabBar page');
  if (topPageIs(path)) return;
  closeToTabs();
  const kept = keptTabs.get(path);
  if (!kept) {
    openPage(path, query);
    return;
  }
  stack.push(kept);
  reveal(kept);
}

const topPageIs = (path: string): boolean => stack.length === 1 && topPage().path === path;

/** Closes every page but the tab pages, which stay behind. */
function closeToTabs(): void {
  for (const page of stack.splice(0).reverse()) {
    if (keptTabs.get(page.path) === page) page.hide();
    else drop(page);
  }
}

export function reLaunch(url: string): void {
  const { path, query } = parseUrl(url);
  const open = new Set([...stack.splice(0).reverse(), ...keptTabs.values()]);
  for (const page of open) drop(page);
  keptTabs.clear();
  openPage(path, query);
}

export function navigateBack(delta: number): void {
  if (stack.length < 2) throw new NavigationError('cannot navigate back at first page');
  const count = Math.min(Math.max(1, delta), stack.length - 1);
  for (const page of stack.splice(stack.length - count).reverse()) drop(page);
  reveal(topPage());
}

/** The `navigator` element's ways to go. */
export function navigateByElement(openType: string, url: string, delta: number): void {
  const ways: Record<string, () => void> = {
    navigate: () => navigateTo(url),
    navigateTo: () => navigateTo(url),
    redirect: () => redirectTo(url),
    switchTab: () => switchTab(url),
    reLaunch: () => reLaunch(url),
    navigateBack: () => navigateBack(delta),
  };
  const go = ways[openType];
  if (!go) throw new Error(`navigator open-type="${openType}" is not something this host plays`);
  go();
}

/** Opens the first page of a start; a page that does not exist gives the first page and `App.onPageNotFound`. */
export function openFirst(path: string, query: Record<string, string>, onNotFound: () => void): void {
  const wanted = path.replace(/^\//, '');
  if (allPages.has(wanted)) {
    openPage(wanted, query);
    return;
  }
  onNotFound();
  openPage(tabPaths[0] ?? bundle.app.pages[0] ?? '', {});
}

/** Pulls the page on top down. @throws when its settings do not allow it */
export function pullDown(): void {
  const page = topPage();
  if (!configOf(page.path).enablePullDownRefresh) throw new Error(`${page.path} cannot be pulled down`);
  page.startPull();
}
