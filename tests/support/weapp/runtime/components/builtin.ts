/// <reference lib="dom" />
import type * as glassEasel from 'glass-easel';
import { BUILTIN_TAGS } from '../../wxss.js';
import { bundle, guarded, templates } from '../bridge.js';
import { environment, space } from '../engine.js';

type Listener = (event: unknown) => void;

/** The parts of a glass-easel component that the host uses. */
interface Node {
  $$: HTMLElement;
  data: Record<string, unknown>;
  dataset: Record<string, unknown> | null;
  id: string;
  triggerEvent(name: string, detail: unknown, options: object): void;
  addListener(name: string, listener: Listener): void;
}

/** One of WeChat's own elements on the page. */
export class Builtin {
  constructor(
    readonly tag: string,
    readonly node: Node,
  ) {}

  get host(): HTMLElement {
    return this.node.$$;
  }

  /** A property's value, camelCase. */
  get(name: string): unknown {
    return this.node.data[name] ?? undefined;
  }

  text(name: string): string {
    const value = this.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  number(name: string, otherwise: number): number {
    const value = this.get(name);
    const number = value === undefined || value === '' ? NaN : Number(value);
    return Number.isFinite(number) ? number : otherwise;
  }

  flag(name: string): boolean {
    const value = this.get(name);
    return value !== undefined && value !== false && value !== '' && value !== 'false';
  }

  /** Sends one of the element's own events to the mini-program. */
  emit(name: string, detail: unknown, bubbles = false): void {
    this.node.triggerEvent(name, detail, { bubbles, composed: bubbles, capturePhase: false });
  }

  onTap(listener: () => void): void {
    this.node.addListener('tap', () => guarded(listener));
  }

  /** The nearest element of this kind around the element. */
  closest(tag: string): Builtin | undefined {
    const host = this.host.parentElement?.closest<HTMLElement>(`wx-${tag}`);
    return host ? builtinOf(host) : undefined;
  }

  /** Elements of this kind inside the element. */
  inside(...tags: string[]): Builtin[] {
    const hosts = this.host.querySelectorAll<HTMLElement>(tags.map((tag) => `wx-${tag}`).join(','));
    return [...hosts].map((host) => builtinOf(host)).filter((found) => found !== undefined);
  }

  /** Adds a DOM child of the element's own, before what the mini-program puts into it. */
  own<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
    const child = document.createElement(tag);
    child.className = className;
    this.host.prepend(child);
    return child;
  }
}

/** What an element does beyond being a box. `changed` runs after creation and after every change of a property. */
export interface Behaviour {
  properties?: string[];
  created?: (self: Builtin) => void;
  changed?: (self: Builtin) => void;
  removed?: (self: Builtin) => void;
  /** Value the element gives to a form, when it has a name. */
  formValue?: (self: Builtin) => unknown;
  formReset?: (self: Builtin) => void;
}

const builtins = new WeakMap<HTMLElement, Builtin>();
const behaviours = new Map<string, Behaviour>();

export function builtinOf(host: HTMLElement): Builtin | undefined {
  return builtins.get(host);
}

export function behaviourOf(tag: string): Behaviour {
  return behaviours.get(tag) ?? {};
}

const ARIA: Record<string, string> = { ariaRole: 'role' };
const REFLECTED = [
  'disabled',
  'hidden',
  'scrollX',
  'scrollY',
  'enableFlex',
  'vertical',
  'selectable',
  'userSelect',
];
const REFLECTED_TEXT = ['size', 'type', 'openType', 'formType', 'mode', 'name'];

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Attributes that styles, tests and screen readers look for. */
function reflect(self: Builtin): void {
  const { host } = self;
  for (const [name, value] of Object.entries(self.node.data)) {
    if (name.startsWith('aria')) {
      const attribute = ARIA[name] ?? dashed(name);
      const text = typeof value === 'string' || typeof value === 'boolean' ? String(value) : self.text(name);
      if (text) host.setAttribute(attribute, text);
      else if (attribute !== 'role') host.removeAttribute(attribute); // an element's own role stays
    } else if (REFLECTED.includes(name)) {
      host.toggleAttribute(dashed(name), self.flag(name));
    } else if (REFLECTED_TEXT.includes(name)) {
      if (self.text(name)) host.setAttribute(dashed(name), self.text(name));
      else host.removeAttribute(dashed(name));
    }
  }
}

/** Defines every element of WeChat; call once, before any page. */
export function defineBuiltins(all: Record<string, Behaviour>): void {
  for (const [tag, behaviour] of Object.entries(all)) behaviours.set(tag, behaviour);
  const global = environment.getGlobalCodeSpace().getComponentSpace();
  const slot = templates.__slot;
  const definitions: [string, glassEasel.GeneralComponentDefinition][] = [];
  for (const tag of BUILTIN_TAGS) {
    const behaviour = behaviourOf(tag);
    const names = new Set([
      ...(bundle.attributes[tag] ?? []),
      ...(behaviour.properties ?? []),
      'hidden',
      'ariaLabel',
    ]);
    const properties = Object.fromEntries([...names].map((name) => [name, { type: null, value: undefined }]));
    const definition = global.defineComponent({
      is: `builtin/${tag}`,
      options: { hostNodeTagName: `wx-${tag}`, writeIdToDOM: true },
      template: { groupList: templates, content: slot },
      properties: properties as never,
      observers: {
        '**'(this: unknown) {
          const self = builtinOf((this as Node).$$);
          if (self) update(self);
        },
      },
      lifetimes: {
        attached(this: unknown) {
          const node = this as Node;
          const self = new Builtin(tag, node);
          builtins.set(node.$$, self);
          behaviour.created?.(self);
          update(self);
        },
        detached(this: unknown) {
          const self = builtinOf((this as Node).$$);
          if (self) behaviour.removed?.(self);
        },
      },
    });
    definitions.push([`wx-${tag}`, definition]);
  }
  const components = space().getComponentSpace();
  for (const [tag, definition] of definitions) components.setGlobalUsingComponent(tag, definition);

  function update(self: Builtin): void {
    reflect(self);
    behaviourOf(self.tag).changed?.(self);
  }
}
