/// <reference lib="dom" />
import { bundle, settings } from './bridge.js';
import type { PageConfig, TabBarConfig } from '../bundle-types.js';
import { imageUrl } from './components/media.js';

/** The phone around the pages: navigation bar, page area, tab bar. */

const device = document.getElementById('mp-device') as HTMLElement;
const nav = document.createElement('header');
const back = document.createElement('button');
const title = document.createElement('span');
const pages = document.createElement('main');
const tabs = document.createElement('nav');

nav.id = 'mp-nav';
title.id = 'mp-nav-title';
title.setAttribute('role', 'heading');
back.textContent = '‹';
back.setAttribute('aria-label', '返回');
pages.id = 'mp-pages';
tabs.id = 'mp-tabs';
tabs.setAttribute('role', 'tablist');
nav.append(back, title);
device.append(nav, pages, tabs);

const tabBar: TabBarConfig | undefined = bundle.app.tabBar;
const badges = new Map<number, string>();
let selected = -1;
let tabsWanted = true;
let theme = settings.theme;

export const pageArea = pages;

/** Texts and paths of the tabs, without leading slashes. */
export const tabPaths = (tabBar?.list ?? []).map((item) => item.pagePath.replace(/^\//, ''));

export function isTab(path: string): boolean {
  return tabPaths.includes(path);
}

export function hasCustomTabBar(): boolean {
  return tabBar?.custom === true;
}

/** Hears the person's taps on the back button and on a tab. */
export function onFrame(handlers: {
  back: () => void;
  tab: (path: string, index: number, text: string) => void;
}): void {
  back.addEventListener('click', handlers.back);
  tabs.addEventListener('click', (event) => {
    const index = [...tabs.children].findIndex((tab) => tab.contains(event.target as Node));
    const item = tabBar?.list[index];
    if (item) handlers.tab(item.pagePath.replace(/^\//, ''), index, item.text);
  });
}

/** A page's settings, with those of the app where it has none; `@name` stands for a value of the theme. */
export function configOf(path: string): PageConfig {
  return themed({ ...bundle.app.window, ...bundle.json[path] });
}

function themed<T extends object>(config: T): T {
  const values = bundle.themes?.[theme];
  const resolve = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('@') ? values?.[value.slice(1)] : value;
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, resolve(value)])) as T;
}

/** Redraws the frame in the phone's theme. */
export function setFrameTheme(value: 'light' | 'dark', path: string, canGoBack: boolean): void {
  theme = value;
  const text = currentTitle();
  dressFrame(path, canGoBack);
  setTitle(text);
}

/** Dresses the frame for the page on top. */
export function dressFrame(path: string, canGoBack: boolean): void {
  const config = configOf(path);
  nav.hidden = config.navigationStyle === 'custom';
  back.hidden = !canGoBack;
  setTitle(config.navigationBarTitleText ?? '');
  setNavColors(
    config.navigationBarTextStyle === 'black' ? '#000' : '#fff',
    config.navigationBarBackgroundColor ?? '#000',
  );
  selected = tabPaths.indexOf(path);
  drawTabs();
}

export function setTitle(text: string): void {
  title.textContent = text;
  document.title = text;
}

export function currentTitle(): string {
  return title.textContent ?? '';
}

export function setNavColors(front: string, background: string): void {
  nav.style.color = front;
  nav.style.background = background;
}

export function showTabs(shown: boolean): void {
  tabsWanted = shown;
  drawTabs();
}

/** Sets a tab's badge; '' is a red dot, null removes it. */
export function setBadge(index: number, text: string | null): void {
  if (text === null) badges.delete(index);
  else badges.set(index, text);
  drawTabs();
}

export function setTabItem(
  index: number,
  change: { text?: string; iconPath?: string; selectedIconPath?: string },
): void {
  const item = tabBar?.list[index];
  if (item)
    Object.assign(
      item,
      Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    );
  drawTabs();
}

export function setTabStyle(style: {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
}): void {
  if (tabBar) Object.assign(tabBar, style);
  drawTabs();
}

function drawTabs(): void {
  tabs.hidden = !tabBar || hasCustomTabBar() || selected < 0 || !tabsWanted;
  tabs.replaceChildren(...(tabBar?.list ?? []).map((item, i) => drawTab(item, i)));
  tabs.style.background = (tabBar && themed(tabBar).backgroundColor) ?? '#fff';
}

function drawTab(item: TabBarConfig['list'][number], index: number): HTMLElement {
  const tab = document.createElement('button');
  const isSelected = index === selected;
  tab.className = 'mp-tab';
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-selected', String(isSelected));
  const colors = tabBar ? themed(tabBar) : null;
  tab.style.color = (isSelected ? colors?.selectedColor : colors?.color) ?? '#000';
  const icon = isSelected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath;
  if (icon) {
    const image = document.createElement('img');
    image.src = imageUrl(icon);
    image.alt = '';
    tab.append(image);
  }
  tab.append(item.text);
  const badge = badges.get(index);
  if (badge !== undefined) {
    const mark = document.createElement('span');
    mark.className = badge ? 'mp-badge' : 'mp-badge mp-dot';
    mark.textContent = badge;
    tab.append(mark);
  }
  return tab;
}

/** Size of the area a page has, in CSS px. */
export function pageSize(): { width: number; height: number } {
  return { width: pages.clientWidth, height: pages.clientHeight };
}

new ResizeObserver(() => {
  pages.style.setProperty('--mp-vh', `${pages.clientHeight / 100}px`);
}).observe(pages);
pages.style.setProperty('--mp-vh', `${pages.clientHeight / 100}px`);
