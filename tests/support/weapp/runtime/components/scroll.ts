/// <reference lib="dom" />
import { convertUnits } from '../../wxss.js';
import type { Behaviour, Builtin } from './builtin.js';

interface ScrollMemory {
  left: number;
  top: number;
  atUpper: boolean;
  atLower: boolean;
  intoView: string;
  setTop: unknown;
  setLeft: unknown;
}

const memories = new WeakMap<Builtin, ScrollMemory>();

function onScroll(self: Builtin): void {
  const memory = memories.get(self);
  if (!memory) return;
  const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight, clientWidth } = self.host;
  const detail = { scrollLeft, scrollTop, scrollHeight, scrollWidth };
  self.emit('scroll', { ...detail, deltaX: memory.left - scrollLeft, deltaY: memory.top - scrollTop });
  const upper = self.number('upperThreshold', 50);
  const lower = self.number('lowerThreshold', 50);
  const across = self.flag('scrollX') && !self.flag('scrollY');
  const atUpper = across ? scrollLeft <= upper : scrollTop <= upper;
  const rest = across ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop;
  const atLower = rest <= lower;
  if (atUpper && !memory.atUpper) self.emit('scrolltoupper', { direction: across ? 'left' : 'top' });
  if (atLower && !memory.atLower) self.emit('scrolltolower', { direction: across ? 'right' : 'bottom' });
  Object.assign(memory, { left: scrollLeft, top: scrollTop, atUpper, atLower });
}

export const scrollView: Behaviour = {
  properties: [
    'scrollX',
    'scrollY',
    'scrollTop',
    'scrollLeft',
    'scrollIntoView',
    'upperThreshold',
    'lowerThreshold',
  ],
  created(self) {
    const memory: ScrollMemory = {
      left: 0,
      top: 0,
      atUpper: true,
      atLower: false,
      intoView: '',
      setTop: undefined,
      setLeft: undefined,
    };
    memories.set(self, memory);
    self.host.addEventListener('scroll', (event) => {
      if (event.target === self.host) onScroll(self);
    });
  },
  changed(self) {
    const memory = memories.get(self);
    if (!memory) return;
    const top = self.get('scrollTop');
    const left = self.get('scrollLeft');
    const intoView = self.text('scrollIntoView');
    requestAnimationFrame(() => {
      if (top !== undefined && top !== memory.setTop) self.host.scrollTop = Number(top);
      if (left !== undefined && left !== memory.setLeft) self.host.scrollLeft = Number(left);
      if (intoView && intoView !== memory.intoView) {
        const target = self.host.querySelector(`#${CSS.escape(intoView)}`);
        target?.scrollIntoView({ block: 'start', inline: 'start' });
      }
      Object.assign(memory, { setTop: top, setLeft: left, intoView });
    });
  },
};

const swipers = new WeakMap<Builtin, { current: number; asked: number }>();

export const swiper: Behaviour = {
  properties: ['current', 'vertical', 'circular', 'autoplay', 'interval', 'indicatorDots'],
  created(self) {
    swipers.set(self, { current: 0, asked: 0 });
    self.host.addEventListener('scrollend', () => {
      const known = swipers.get(self);
      if (!known) return;
      const { clientHeight, clientWidth, scrollLeft, scrollTop } = self.host;
      const size = self.flag('vertical') ? clientHeight : clientWidth;
      const current = size ? Math.round((self.flag('vertical') ? scrollTop : scrollLeft) / size) : 0;
      if (current === known.current) return;
      const source = current === known.asked ? '' : 'touch';
      known.current = current;
      const detail = { current, currentItemId: '', source };
      self.emit('change', detail);
      self.emit('animationfinish', detail);
    });
  },
  changed(self) {
    const known = swipers.get(self);
    const asked = self.number('current', 0);
    if (!known || known.asked === asked) return;
    known.asked = asked;
    requestAnimationFrame(() => {
      const item = self.inside('swiper-item')[asked];
      if (item)
        self.host.scrollTo({ left: item.host.offsetLeft, top: item.host.offsetTop, behavior: 'smooth' });
    });
  },
};

const columns = new WeakMap<Builtin, number[]>();

const rowsOf = (column: Builtin): HTMLElement[] => [
  ...column.host.querySelectorAll<HTMLElement>(':scope > *'),
];

function place(view: Builtin): void {
  const value = view.get('value');
  const wanted = Array.isArray(value) ? value.map(Number) : [];
  const shown = view.inside('picker-view-column').map((column, i) => {
    const rows = rowsOf(column);
    const index = Math.max(0, Math.min(wanted[i] ?? 0, rows.length - 1));
    const row = rows[index];
    const half = (view.host.clientHeight - (row?.offsetHeight ?? 34)) / 2;
    column.host.style.paddingBlock = `${Math.max(0, half)}px`;
    column.host.style.boxSizing = 'border-box';
    if (row) column.host.scrollTop = row.offsetTop - half;
    return index;
  });
  columns.set(view, shown);
}

/** Turns the columns of a picker-view, as a finger does; missing places stay. */
export function turnColumns(view: Builtin, values: number[]): void {
  const before = columns.get(view) ?? [];
  const after = before.map((index, i) => values[i] ?? index);
  columns.set(view, after);
  view.emit('pickstart', {});
  view.emit('change', { value: after });
  view.emit('pickend', {});
}

export const pickerView: Behaviour = {
  properties: ['value', 'indicatorStyle', 'indicatorClass', 'maskStyle', 'maskClass'],
  changed(self) {
    // On a phone every row is as high as the indicator in the middle.
    const height = /(?:^|[;\s])height\s*:\s*([^;]+)/.exec(self.text('indicatorStyle'))?.[1];
    if (height) self.host.style.setProperty('--wx-row', convertUnits(height));
    requestAnimationFrame(() => place(self));
  },
};

export const pickerViewColumn: Behaviour = {
  created(self) {
    let timer = 0;
    self.host.addEventListener('scroll', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => settle(self), 120);
    });
  },
};

function settle(column: Builtin): void {
  const view = column.closest('picker-view');
  const shown = view && columns.get(view);
  if (!view || !shown) return;
  const place = view.inside('picker-view-column').indexOf(column);
  const middle = column.host.scrollTop + column.host.clientHeight / 2;
  const index = rowsOf(column).findIndex((row) => row.offsetTop + row.offsetHeight > middle);
  if (place < 0 || index < 0 || shown[place] === index) return;
  const value = shown.map((old, i) => (i === place ? index : old));
  columns.set(view, value);
  view.emit('change', { value });
  view.emit('pickend', {});
}
