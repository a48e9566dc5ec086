/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { convertUnits } from '../wxss.js';
import { getApp, isInBackground, launch, registerApp, toBackground, toForeground } from './app.js';
import { bundle, reportProblem, settings } from './bridge.js';
import { builtinOf } from './components/builtin.js';
import { defineElements } from './components/all.js';
import { turnColumns } from './components/scroll.js';
import { answerModal, answerScanner, answerSheet, dialogState, pick } from './dialogs.js';
import { warnings, watchLongPress, type Constructors } from './engine.js';
import { currentTitle, setFrameTheme } from './frame.js';
import { navigateBack, prepareNavigation, pullDown, reLaunch } from './navigation.js';
import { ModuleLoader } from './sandbox.js';
import { setDataStats } from './set-data.js';
import { sharePage } from './share.js';
import { currentPages, stack, topPage } from './stack.js';
import { emit } from './wx/listeners.js';
import { phoneMoved } from './wx/location.js';
import { setOnline } from './wx/network.js';
import { setThemeValue } from './wx/system.js';
import { createWx } from './wx/wx.js';

/** Style strings set on elements are WeChat's: their rpx and vh are not the browser's. */
function convertStyleAttributes(): void {
  const original = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function setAttribute(name, value) {
    const isStyle = name === 'style' && typeof value === 'string' && /\d(rpx|vh)\b/.test(value);
    original.call(this, name, isStyle ? convertUnits(value) : value);
  };
}

function addSharedSheets(): void {
  const components = Object.keys(bundle.css).filter((path) => path === 'app' || bundle.json[path]?.component);
  for (const path of ['app', ...components.filter((name) => name !== 'app')]) {
    const css = bundle.css[path];
    if (!css) continue;
    const sheet = document.createElement('style');
    sheet.dataset.sheet = path;
    sheet.textContent = css;
    document.head.append(sheet);
  }
}

function control(): void {
  window.__weapp = {
    state: () => ({
      path: stack.length ? topPage().path : '',
      query: stack.length ? topPage().query : {},
      stack: stack.map((page) => page.path),
      title: currentTitle(),
      ...dialogState(),
    }),
    answerModal,
    answerSheet,
    scan: answerScanner,
    pick,
    pickColumns(values) {
      const host = topPage().frame.querySelector<HTMLElement>('wx-picker-view');
      const view = host ? builtinOf(host) : undefined;
      if (!view) throw new Error('There is no picker-view on this page');
      turnColumns(view, values);
    },
    setOnline,
    moved: (move) => phoneMoved(move, isInBackground()),
    setTheme(theme) {
      setThemeValue(theme);
      setFrameTheme(theme, topPage().path, stack.length > 1);
      emit('onThemeChange', { theme });
    },
    background: toBackground,
    foreground(options) {
      toForeground(options);
      if (!options?.path) return;
      const query = new URLSearchParams(options.query).toString();
      const url = `/${options.path}${query ? `?${query}` : ''}`;
      reLaunch(url);
    },
    pullDown,
    share: () => sharePage('menu'),
    back: () => navigateBack(1),
    emit,
    setDataStats,
    warnings: () => [...warnings],
  };
}

function start(): void {
  convertStyleAttributes();
  addSharedSheets();
  watchLongPress();
  defineElements();
  let constructors: Constructors | null = null;
  const need = (): Constructors => {
    if (!constructors)
      throw new Error('Page, Component and Behavior may be called only while a page is loaded');
    return constructors;
  };
  const loader = new ModuleLoader({
    wx: createWx(),
    App: registerApp,
    Page: (definition: Record<string, unknown>) => need().Page(definition),
    Component: (definition: Record<string, unknown>) => need().Component(definition),
    Behavior: (definition: Record<string, unknown>) => need().Behavior(definition),
    getApp,
    getCurrentPages: currentPages,
  });
  prepareNavigation(loader, (given) => {
    constructors = given as Constructors;
  });
  control();
  loader.require('app.js');
  launch(settings.launch);
}

try {
  start();
} catch (error) {
  reportProblem(error);
}
document.documentElement.dataset.ready = 'true';
