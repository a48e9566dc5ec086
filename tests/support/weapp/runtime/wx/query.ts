/// <reference lib="dom" />
import { guarded } from '../bridge.js';
import { builtinOf } from '../components/builtin.js';
import { topPage } from '../stack.js';
import type { Api } from './api.js';

/** `createSelectorQuery` and `createIntersectionObserver` over the page on top. */

interface Fields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  node?: boolean;
  context?: boolean;
}

type Callback = (result: unknown) => void;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Selectors of WeChat name its elements without the prefix the host gives them, and `>>>` reaches into components. */
function find(selector: string): HTMLElement[] {
  const plain = selector.replace(/>>>/g, ' ').replace(/(^|[\s>+~,])([a-z][\w-]*)/g, '$1wx-$2');
  return [...topPage().frame.querySelectorAll<HTMLElement>(plain)];
}

/** Measures one element relative to the page area, as WeChat's window. */
function measure(element: HTMLElement, fields: Fields): Record<string, unknown> {
  const area = topPage().frame.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const result: Record<string, unknown> = {};
  if (fields.id) result.id = element.id;
  if (fields.dataset) result.dataset = { ...builtinOf(element)?.node.dataset };
  if (fields.rect) {
    Object.assign(result, {
      left: box.left - area.left,
      right: box.right - area.left,
      top: box.top - area.top,
      bottom: box.bottom - area.top,
    });
  }
  if (fields.size) Object.assign(result, { width: box.width, height: box.height });
  if (fields.scrollOffset) {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
    Object.assign(result, { scrollLeft, scrollTop, scrollWidth, scrollHeight });
  }
  for (const name of fields.properties ?? []) result[name] = builtinOf(element)?.get(name) ?? null;
  const style = window.getComputedStyle(element);
  for (const name of fields.computedStyle ?? []) result[name] = style.getPropertyValue(kebab(name));
  if (fields.node) result.node = element.querySelector('canvas');
  if (fields.context) result.context = {};
  return result;
}

function measureViewport(fields: Fields): Record<string, unknown> {
  const { scroll } = topPage();
  const {
    clientWidth: width,
    clientHeight: height,
    scrollLeft,
    scrollTop,
    scrollWidth,
    scrollHeight,
  } = scroll;
  return {
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? { scrollLeft, scrollTop, scrollWidth, scrollHeight } : {}),
    id: '',
    dataset: {},
  };
}

class Query {
  private readonly jobs: { run: () => unknown; callback: Callback | undefined }[] = [];

  in(): this {
    return this;
  }

  select(selector: string): object {
    return this.node(() => find(selector).slice(0, 1), true);
  }

  selectAll(selector: string): object {
    return this.node(() => find(selector), false);
  }

  selectViewport(): object {
    return this.reader((fields) => measureViewport(fields));
  }

  exec(callback?: Callback): this {
    requestAnimationFrame(() => {
      const results = this.jobs.map((job) => {
        const result = job.run();
        const { callback: own } = job;
        if (own) guarded(() => own(result));
        return result;
      });
      if (callback) guarded(() => callback(results));
    });
    return this;
  }

  private node(elements: () => HTMLElement[], single: boolean): object {
    return this.reader((fields) => {
      const found = elements().map((element) => measure(element, fields));
      return single ? (found[0] ?? null) : found;
    });
  }

  private reader(read: (fields: Fields) => unknown): object {
    const add = (fields: Fields, callback?: Callback): this => {
      this.jobs.push({ run: () => read(fields), callback });
      return this;
    };
    return {
      boundingClientRect: (callback?: Callback) =>
        add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      fields: (fields: Fields, callback?: Callback) => add(fields, callback),
      node: (callback?: Callback) => add({ node: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
    };
  }
}

interface Margins {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

class Observer {
  private root: HTMLElement | null = null;
  private margin = '0px';
  private observer: IntersectionObserver | null = null;

  constructor(private readonly options: { thresholds?: number[]; observeAll?: boolean }) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.root = find(selector)[0] ?? null;
    return this.withMargins(margins);
  }

  relativeToViewport(margins: Margins = {}): this {
    this.root = topPage().scroll;
    return this.withMargins(margins);
  }

  observe(selector: string, listener: (result: object) => void): void {
    const area = topPage().frame.getBoundingClientRect();
    const place = (box: DOMRectReadOnly | null): object | null =>
      box && {
        left: box.left - area.left,
        right: box.right - area.left,
        top: box.top - area.top,
        bottom: box.bottom - area.top,
        width: box.width,
        height: box.height,
      };
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const result = {
            id: entry.target.id,
            dataset: { ...builtinOf(entry.target as HTMLElement)?.node.dataset },
            intersectionRatio: entry.intersectionRatio,
            intersectionRect: place(entry.intersectionRect),
            boundingClientRect: place(entry.boundingClientRect),
            relativeRect: place(entry.rootBounds),
            time: Date.now(),
          };
          guarded(() => listener(result));
        }
      },
      { root: this.root, rootMargin: this.margin, threshold: this.options.thresholds ?? [0] },
    );
    const targets = find(selector);
    for (const target of this.options.observeAll ? targets : targets.slice(0, 1))
      this.observer.observe(target);
  }

  disconnect(): void {
    this.observer?.disconnect();
  }

  private withMargins({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): this {
    this.margin = `${top}px ${right}px ${bottom}px ${left}px`;
    return this;
  }
}

export const queryApis: Record<string, Api> = {
  createSelectorQuery: () => new Query(),
  createIntersectionObserver: (_: unknown, options?: { thresholds?: number[]; observeAll?: boolean }) =>
    new Observer(options ?? {}),
  nextTick: (run: () => void) => void setTimeout(() => guarded(run), 0),
};
