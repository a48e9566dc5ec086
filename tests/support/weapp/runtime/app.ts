/// <reference lib="dom" />
import type { LaunchOptions } from '../bridge-types.js';
import { bundle, guarded, onProblem, settings } from './bridge.js';
import { openFirst } from './navigation.js';
import { stack, topPage } from './stack.js';
import { emit } from './wx/listeners.js';
import { interruptRequests } from './wx/network.js';

/** WeChat ends requests this long after the app went to the background, in milliseconds. */
const BACKGROUND_LIMIT = 5000;

type AppInstance = Record<string, unknown>;

let app: AppInstance = {};
let inBackground = false;
let backgroundTimer = 0;

export function registerApp(definition: AppInstance): void {
  app = definition;
}

export function getApp(): AppInstance {
  return app;
}

function callApp(name: string, argument: unknown): void {
  const method = app[name];
  if (typeof method === 'function') guarded(() => void Reflect.apply(method, app, [argument]));
}

/** Starts the mini-program: `onLaunch`, `onShow`, then the first page. */
export function launch(options: LaunchOptions): void {
  onProblem((message) => {
    const handler = app.onError;
    if (typeof handler === 'function') Reflect.apply(handler, app, [message]);
    emit('onError', { message });
  });
  window.addEventListener('unhandledrejection', (event) => {
    const result = { reason: event.reason as unknown, promise: event.promise };
    callApp('onUnhandledRejection', result);
    emit('onUnhandledRejection', result);
  });
  const path = options.path || bundle.app.pages[0] || '';
  const given = { ...options, path, referrerInfo: {}, shareTicket: undefined };
  callApp('onLaunch', given);
  callApp('onShow', given);
  emit('onAppShow', given);
  openFirst(path, options.query, () => {
    const missing = { path, query: options.query, isEntryPage: true };
    callApp('onPageNotFound', missing);
    emit('onPageNotFound', missing);
  });
}

/** The person leaves for another app. */
export function toBackground(): void {
  if (inBackground) return;
  inBackground = true;
  if (stack.length) topPage().rest();
  callApp('onHide', {});
  emit('onAppHide', {});
  backgroundTimer = window.setTimeout(interruptRequests, BACKGROUND_LIMIT);
}

/** True while the person is in another app. */
export function isInBackground(): boolean {
  return inBackground;
}

/** The person comes back, by the icon or through a scene. */
export function toForeground(options: LaunchOptions = settings.launch): void {
  if (!inBackground) return;
  inBackground = false;
  window.clearTimeout(backgroundTimer);
  callApp('onShow', options);
  emit('onAppShow', options);
  if (stack.length) topPage().show();
}
