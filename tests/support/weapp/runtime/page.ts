/// <reference lib="dom" />
import type { Root } from 'glass-easel-miniprogram-adapter';
import { bundle, guarded } from './bridge.js';
import { attach, createRoot, define, instanceOf, type Instance } from './engine.js';
import { configOf, hasCustomTabBar, isTab, pageArea } from './frame.js';
import type { ModuleLoader } from './sandbox.js';

/** Where the custom tab bar of a mini-program lives. */
const TAB_BAR = 'custom-tab-bar/index';

const defined = new Set<string>();

/** Loads the script that defines a page or component, and those of the components it uses. */
function ensureDefined(path: string, loader: ModuleLoader, set: (constructors: unknown) => void): void {
  if (defined.has(path)) return;
  defined.add(path);
  const uses = { ...bundle.app.usingComponents, ...bundle.json[path]?.usingComponents };
  for (const target of Object.values(uses)) {
    ensureDefined(new URL(target, `http://x/${path}`).pathname.slice(1), loader, set);
  }
  define(path, (constructors) => {
    set(constructors);
    loader.require(`${path}.js`);
  });
}

/** One page of the stack. */
export class Page {
  readonly instance: Instance;
  readonly frame: HTMLElement;
  readonly scroll: HTMLElement;
  readonly tabBar: Instance | null;
  shown = false;
  private readonly root: Root;
  private readonly style: HTMLStyleElement | null;
  private pulling: HTMLElement | null = null;
  private atBottom = false;

  constructor(
    readonly path: string,
    readonly query: Record<string, string>,
    loader: ModuleLoader,
    setConstructors: (constructors: unknown) => void,
    channel: unknown,
  ) {
    ensureDefined(path, loader, setConstructors);
    this.style = addSheet(path);
    this.frame = document.createElement('div');
    this.frame.className = 'mp-frame';
    this.frame.dataset.path = path;
    this.frame.style.background = configOf(path).backgroundColor ?? '#fff';
    this.scroll = document.createElement('div');
    this.scroll.className = configOf(path).disableScroll ? 'mp-scroll mp-fixed' : 'mp-scroll';
    const holder = document.createElement('div');
    this.scroll.append(holder);
    this.frame.append(this.scroll);
    pageArea.append(this.frame);
    this.root = createRoot('wx-page', path);
    this.instance = instanceOf(this.root);
    const withTabBar = hasCustomTabBar() && isTab(path);
    if (withTabBar) ensureDefined(TAB_BAR, loader, setConstructors);
    this.tabBar = withTabBar ? this.mountTabBar() : null;
    Object.assign(this.instance, {
      route: path,
      __route__: path,
      options: query,
      getTabBar: () => this.tabBar,
      getOpenerEventChannel: () => channel,
    });
    attach(this.root, this.scroll, holder);
    this.scroll.addEventListener('scroll', () => this.onScroll());
  }

  /** Calls one of the page's own functions, when it has it. */
  call(name: string, argument?: unknown): unknown {
    const method = this.instance[name];
    if (typeof method !== 'function') return undefined;
    return guarded(
      () => Reflect.apply(method, this.instance, argument === undefined ? [] : [argument]) as unknown,
    );
  }

  has(name: string): boolean {
    return typeof this.instance[name] === 'function';
  }

  show(): void {
    this.frame.hidden = false;
    this.frame.toggleAttribute('data-top', true);
    if (this.style) this.style.media = 'all';
    if (this.shown) return;
    this.shown = true;
    this.call('onShow');
    this.root.getComponent().triggerPageLifetime('show', []);
  }

  hide(): void {
    this.frame.hidden = true;
    this.frame.toggleAttribute('data-top', false);
    if (this.style) this.style.media = 'not all';
    this.rest();
  }

  /** Tells the page it is hidden, while it stays on the screen (the app went to the background). */
  rest(): void {
    if (!this.shown) return;
    this.shown = false;
    this.call('onHide');
    this.root.getComponent().triggerPageLifetime('hide', []);
  }

  unload(): void {
    this.call('onUnload');
    this.root.release();
    this.frame.remove();
    this.style?.remove();
  }

  startPull(): void {
    if (this.pulling) return;
    this.pulling = document.createElement('div');
    this.pulling.className = 'mp-pulling';
    this.pulling.textContent = '正在刷新';
    this.scroll.prepend(this.pulling);
    this.call('onPullDownRefresh');
  }

  stopPull(): void {
    this.pulling?.remove();
    this.pulling = null;
  }

  private onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroll;
    this.call('onPageScroll', { scrollTop });
    const distance = configOf(this.path).onReachBottomDistance ?? 50;
    const atBottom = scrollHeight - clientHeight - scrollTop <= distance;
    if (atBottom && !this.atBottom) this.call('onReachBottom');
    this.atBottom = atBottom;
  }

  private mountTabBar(): Instance {
    addSheet(TAB_BAR);
    const holder = document.createElement('div');
    this.frame.append(holder);
    const root = createRoot('wx-tab-bar', TAB_BAR);
    attach(root, this.frame, holder);
    return instanceOf(root);
  }
}

/** A page's style sheet counts only while the page is on top; a component's always. */
function addSheet(path: string): HTMLStyleElement | null {
  const css = bundle.css[path];
  if (!css || document.head.querySelector(`style[data-sheet="${path}"]:not([data-page])`)) return null;
  const sheet = document.createElement('style');
  sheet.dataset.sheet = path;
  sheet.textContent = css;
  if (path !== TAB_BAR) sheet.dataset.page = '';
  document.head.append(sheet);
  return sheet;
}
