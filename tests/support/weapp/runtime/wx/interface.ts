/// <reference lib="dom" />
import { hideLoading, hideToast, showLoading, showModal, showSheet, showToast } from '../dialogs.js';
import { setBadge, setNavColors, setTabItem, setTabStyle, setTitle, showTabs } from '../frame.js';
import { navigateBack, navigateTo, pullDown, reLaunch, redirectTo, switchTab } from '../navigation.js';
import { topPage } from '../stack.js';
import { ApiFailure, call, needText, numberOf, recorded, textOf, type Api, type Options } from './api.js';

/** Calls about what is on the screen. */

type TabChange = { text?: string; iconPath?: string; selectedIconPath?: string };
type TabStyle = { color?: string; selectedColor?: string; backgroundColor?: string };

/** The channel between a page and the page it opened. */
class EventChannel {
  private readonly listeners = new Map<string, Set<(...args: unknown[]) => void>>();

  on(event: string, listener: (...args: unknown[]) => void): void {
    const known = this.listeners.get(event) ?? new Set();
    known.add(listener);
    this.listeners.set(event, known);
  }

  once(event: string, listener: (...args: unknown[]) => void): void {
    const once = (...args: unknown[]): void => {
      this.off(event, once);
      listener(...args);
    };
    this.on(event, once);
  }

  off(event: string, listener?: (...args: unknown[]) => void): void {
    if (listener) this.listeners.get(event)?.delete(listener);
    else this.listeners.delete(event);
  }

  emit(event: string, ...args: unknown[]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...args);
  }
}

/** Navigation happens after the call has returned, as on a phone. */
const later = <T>(run: () => T): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(run());
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }, 0);
  });

function modal(options: Options): Promise<object> {
  const [confirmText, cancelText] = [
    textOf(options, 'confirmText', '确定'),
    textOf(options, 'cancelText', '取消'),
  ];
  if ([...confirmText].length > 4)
    throw new ApiFailure('confirmText length should not larger than 4 Chinese characters');
  if ([...cancelText].length > 4)
    throw new ApiFailure('cancelText length should not larger than 4 Chinese characters');
  return showModal({
    title: textOf(options, 'title', ''),
    content: textOf(options, 'content', ''),
    confirmText,
    cancelText: options.showCancel === false ? null : cancelText,
    editable: options.editable === true,
    placeholder: textOf(options, 'placeholderText', ''),
  }).then(({ confirm, content }) => ({
    confirm,
    cancel: !confirm,
    ...(options.editable === true && confirm ? { content } : { content: null }),
  }));
}

async function sheet(options: Options): Promise<object> {
  const items = Array.isArray(options.itemList) ? options.itemList.map(String) : [];
  if (items.length === 0) throw new ApiFailure('parameter error: itemList should have at least 1 item');
  if (items.length > 6) throw new ApiFailure('parameter error: itemList should not be larger than 6');
  const tapIndex = await showSheet(textOf(options, 'alertText', ''), items);
  if (tapIndex === null) throw new ApiFailure('cancel');
  return { tapIndex };
}

async function open(options: Options): Promise<object> {
  const url = needText(options, 'url');
  const channel = new EventChannel();
  const events = (options.events as Record<string, (...args: unknown[]) => void> | undefined) ?? {};
  for (const [event, listener] of Object.entries(events)) channel.on(event, listener);
  await later(() => navigateTo(url, channel));
  return { eventChannel: channel };
}

function scrollPage(options: Options): void {
  const { scroll } = topPage();
  const selector = textOf(options, 'selector', '');
  const target = selector ? scroll.querySelector<HTMLElement>(selector) : null;
  const offset = target
    ? target.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop
    : 0;
  scroll.scrollTo({
    top: target ? offset + numberOf(options, 'offsetTop', 0) : numberOf(options, 'scrollTop', 0),
  });
}

const index = (options: Options): number => numberOf(options, 'index', -1);

export const interfaceApis: Record<string, Api> = {
  showToast: call('showToast', (options) =>
    showToast(textOf(options, 'title', ''), numberOf(options, 'duration', 1500)),
  ),
  hideToast: call('hideToast', hideToast),
  showLoading: call('showLoading', (options) => showLoading(textOf(options, 'title', ''))),
  hideLoading: call('hideLoading', hideLoading),
  showModal: call('showModal', modal),
  showActionSheet: call('showActionSheet', sheet),
  navigateTo: call('navigateTo', open),
  redirectTo: call('redirectTo', (options) => later(() => redirectTo(needText(options, 'url')))),
  switchTab: call('switchTab', (options) => later(() => switchTab(needText(options, 'url')))),
  reLaunch: call('reLaunch', (options) => later(() => reLaunch(needText(options, 'url')))),
  navigateBack: call('navigateBack', (options) => later(() => navigateBack(numberOf(options, 'delta', 1)))),
  setNavigationBarTitle: call('setNavigationBarTitle', (options) => setTitle(textOf(options, 'title', ''))),
  setNavigationBarColor: call('setNavigationBarColor', (options) => {
    setNavColors(needText(options, 'frontColor'), needText(options, 'backgroundColor'));
  }),
  showNavigationBarLoading: recorded('showNavigationBarLoading'),
  hideNavigationBarLoading: recorded('hideNavigationBarLoading'),
  hideHomeButton: recorded('hideHomeButton'),
  setBackgroundColor: call('setBackgroundColor', (options) => {
    topPage().frame.style.background = textOf(options, 'backgroundColor', '');
  }),
  setBackgroundTextStyle: recorded('setBackgroundTextStyle'),
  setTabBarBadge: call('setTabBarBadge', (options) => setBadge(index(options), textOf(options, 'text', ''))),
  removeTabBarBadge: call('removeTabBarBadge', (options) => setBadge(index(options), null)),
  showTabBarRedDot: call('showTabBarRedDot', (options) => setBadge(index(options), '')),
  hideTabBarRedDot: call('hideTabBarRedDot', (options) => setBadge(index(options), null)),
  setTabBarItem: call('setTabBarItem', (options) => setTabItem(index(options), options as TabChange)),
  setTabBarStyle: call('setTabBarStyle', (options) => setTabStyle(options as TabStyle)),
  showTabBar: call('showTabBar', () => showTabs(true)),
  hideTabBar: call('hideTabBar', () => showTabs(false)),
  startPullDownRefresh: call('startPullDownRefresh', pullDown),
  stopPullDownRefresh: call('stopPullDownRefresh', () => topPage().stopPull()),
  pageScrollTo: call('pageScrollTo', scrollPage),
  showShareMenu: recorded('showShareMenu'),
  hideShareMenu: recorded('hideShareMenu'),
  updateShareMenu: recorded('updateShareMenu'),
  hideKeyboard: call('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }),
  enableAlertBeforeUnload: recorded('enableAlertBeforeUnload'),
  disableAlertBeforeUnload: recorded('disableAlertBeforeUnload'),
  loadFontFace: recorded('loadFontFace'),
};
