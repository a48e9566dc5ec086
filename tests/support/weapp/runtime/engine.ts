/// <reference lib="dom" />
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type CodeSpace, type Root } from 'glass-easel-miniprogram-adapter';
import { bundle, guarded, reportProblem, templates } from './bridge.js';
import { metered } from './set-data.js';
import { runGesture } from './gesture.js';

/** glass-easel, WeChat's own component framework, on the page's DOM. */
export const environment = new MiniProgramEnv();
export const warnings: string[] = [];

/** A component or page instance as the mini-program's code sees it. */
export type Instance = Record<string, unknown> & {
  setData(data: Record<string, unknown>, done?: () => void): void;
};

interface ComponentNode {
  id: string;
  dataset: Record<string, unknown> | null;
  $$: HTMLElement | null;
}

interface RawEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  mark: Record<string, unknown> | null;
  target: ComponentNode & { _$?: ComponentNode };
  currentTarget: ComponentNode & { _$?: ComponentNode };
  touches?: unknown;
  changedTouches?: unknown;
  getEventBubbleStatus?: () => unknown;
}

/** DOM events that glass-easel may hand on as they are; all others come from the host's own elements. */
const PASSED_ON = /^(touch|tap$|longpress$|longtap$|canceltap$|transitionend$|animation|mouse)/;

glassEasel.addGlobalWarningListener((message: string) => {
  warnings.push(String(message));
  return false;
});
glassEasel.addGlobalErrorListener((error: unknown) => {
  reportProblem(error);
  return false;
});

/** glass-easel prefixes the ids it writes into the DOM; styles and tests look for those of the template. */
function writeIds(): void {
  const prototype = glassEasel.Element.prototype as object;
  const original = Object.getOwnPropertyDescriptor(prototype, 'id');
  if (!original?.set) throw new Error('glass-easel has changed: elements have no id');
  Object.defineProperty(prototype, 'id', {
    ...original,
    set(this: ComponentNode, id: unknown) {
      original.set?.call(this, id);
      if (this.$$ instanceof HTMLElement) this.$$.id = this.id;
    },
  });
}
writeIds();

const context = new glassEasel.CurrentWindowBackendContext();
const backend = environment.associateBackend(context);
let codeSpace: CodeSpace | null = null;

context.onEvent((target, type, detail, options) => {
  const dom = options.originalEvent as Event | undefined;
  if (dom && !PASSED_ON.test(type)) return undefined;
  const node = (target as unknown as ComponentNode).$$;
  if ((type === 'tap' || type === 'longpress') && node?.closest('wx-button[disabled]')) return undefined;
  const { touches, changedTouches } = readTouches(dom);
  const given = type === 'tap' || type === 'longpress' ? detail : {};
  const event = new glassEasel.Event(type, given, { ...options, extraFields: { touches, changedTouches } });
  const send = (): void => glassEasel.Event.dispatchEvent(target, event);
  if (type === 'tap') runGesture(send);
  else send();
  return event.defaultPrevented() ? 1 : 0;
});

function readTouches(dom: Event | undefined): { touches: object[]; changedTouches: object[] } {
  const list = (touches: TouchList | undefined): object[] =>
    [...(touches ?? [])].map(({ identifier, pageX, pageY, clientX, clientY }) => {
      return { identifier, pageX, pageY, clientX, clientY };
    });
  if (typeof TouchEvent !== 'undefined' && dom instanceof TouchEvent) {
    return { touches: list(dom.touches), changedTouches: list(dom.changedTouches) };
  }
  if (dom instanceof MouseEvent) {
    const { pageX, pageY, clientX, clientY } = dom;
    const touch = { identifier: 0, pageX, pageY, clientX, clientY };
    return { touches: dom.type === 'mouseup' ? [] : [touch], changedTouches: [touch] };
  }
  return { touches: [], changedTouches: [] };
}

/** The code space; its elements must be defined before it is first asked for. */
export function space(): CodeSpace {
  if (codeSpace) return codeSpace;
  codeSpace = environment.createCodeSpace('main', true);
  for (const path of bundle.templates) {
    const content = templates[path];
    codeSpace.addCompiledTemplate(path, { groupList: templates, content } as never);
  }
  for (const [path, config] of Object.entries(bundle.json)) {
    const shared = { usingComponents: {}, ...config, styleIsolation: 'shared' };
    codeSpace.addComponentStaticConfig(path, shared as never);
  }
  return codeSpace;
}

/** Makes an instance of a defined page or component. */
export function createRoot(tag: string, path: string): Root {
  return backend.createRoot(tag, space(), path);
}

const plainNode = (caller: RawEvent['target']): object => {
  const node = caller._$ ?? caller;
  return {
    id: node.id ?? '',
    dataset: { ...node.dataset },
    offsetLeft: node.$$?.offsetLeft ?? 0,
    offsetTop: node.$$?.offsetTop ?? 0,
  };
};

/** What a handler is given on a phone: data only, no elements. */
function plainEvent(event: RawEvent): object {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: event.detail,
    mark: event.mark ?? {},
    target: plainNode(event.target),
    currentTarget: plainNode(event.currentTarget),
    ...(event.touches ? { touches: event.touches, changedTouches: event.changedTouches } : {}),
  };
}

const isRawEvent = (value: unknown): value is RawEvent =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as RawEvent).getEventBubbleStatus === 'function';

function wrapHandlers(definition: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(definition)) {
    if (typeof value !== 'function') continue;
    definition[name] = function wrapped(this: unknown, ...args: unknown[]): unknown {
      const [first, ...rest] = args;
      if (!isRawEvent(first)) return Reflect.apply(value, this, args) as unknown;
      return guarded(() => Reflect.apply(value, this, [plainEvent(first), ...rest]) as unknown);
    };
  }
}

/** The constructors a page's script is given while it is loaded. */
export interface Constructors {
  Page(definition: Record<string, unknown>): void;
  Component(definition: Record<string, unknown>): void;
  Behavior(definition: Record<string, unknown>): unknown;
}

/** Runs `load` with the constructors that define the page or component at `path`. */
export function define(path: string, load: (constructors: Constructors) => void): void {
  space().componentEnv(path, (given) => {
    load({
      Page(definition) {
        wrapHandlers(definition);
        given.Page(definition as never);
      },
      Component(definition) {
        const methods = { ...(definition.methods as Record<string, unknown> | undefined) };
        wrapHandlers(methods);
        // Taro gives an empty object where it has no behaviours; WeChat takes it for an empty list.
        const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
        const { behaviors, externalClasses } = definition;
        const lists = { behaviors: list(behaviors), externalClasses: list(externalClasses) };
        given.Component({ ...definition, ...lists, methods } as never);
      },
      Behavior(definition) {
        return given.Behavior(definition as never);
      },
    });
  });
}

/** The instance of a root, its `setData` measured and its data sent as text, as between WeChat's two layers. */
export function instanceOf(root: Root): Instance {
  const caller = root.get();
  metered(caller);
  return caller as unknown as Instance;
}

/** Puts a root into the page in place of `holder`, and gives its DOM element. */
export function attach(root: Root, parent: HTMLElement, holder: HTMLElement): HTMLElement {
  root.attach(parent as never, holder as never);
  return (root.getComponent() as unknown as { $$: HTMLElement }).$$;
}

/** Listens for a long press: 350 ms without moving. */
export function watchLongPress(): void {
  let timer = 0;
  let start = { x: 0, y: 0 };
  const stop = (): void => window.clearTimeout(timer);
  document.addEventListener(
    'touchstart',
    (event) => {
      const touch = event.touches[0];
      if (!touch) return;
      start = { x: touch.clientX, y: touch.clientY };
      stop();
      timer = window.setTimeout(() => {
        let node = event.target as (HTMLElement & { __wxElement?: glassEasel.Element }) | null;
        while (node && !node.__wxElement) node = node.parentElement;
        if (!node?.__wxElement) return;
        const options = { bubbles: true, composed: true, capturePhase: true };
        const extraFields = readTouches(event);
        const press = new glassEasel.Event('longpress', start, { ...options, extraFields });
        glassEasel.Event.dispatchEvent(node.__wxElement, press);
      }, 350);
    },
    { capture: true, passive: true },
  );
  document.addEventListener(
    'touchmove',
    (event) => {
      const touch = event.touches[0];
      if (touch && Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > 10) stop();
    },
    { capture: true, passive: true },
  );
  document.addEventListener('touchend', stop, { capture: true });
  document.addEventListener('touchcancel', stop, { capture: true });
}
