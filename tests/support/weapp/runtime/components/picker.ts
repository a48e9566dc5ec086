/// <reference lib="dom" />
import { showPicker, type PickerColumn } from '../dialogs.js';
import type { Behaviour, Builtin } from './builtin.js';

const values = new WeakMap<Builtin, unknown>();

const two = (n: number): string => String(n).padStart(2, '0');
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function labels(range: unknown, key: string): string[] {
  if (!Array.isArray(range)) return [];
  return range.map((item: unknown) => {
    if (typeof item === 'object' && item !== null && key) return String(Reflect.get(item, key));
    return String(item);
  });
}

function columnsOf(self: Builtin): PickerColumn[] {
  const value = self.get('value');
  const key = self.text('rangeKey');
  const range = self.get('range');
  switch (self.text('mode') || 'selector') {
    case 'selector':
      return [{ labels: labels(range, key), index: self.number('value', 0) }];
    case 'multiSelector':
      return (Array.isArray(range) ? range : []).map((column: unknown, i) => {
        return { labels: labels(column, key), index: Array.isArray(value) ? Number(value[i] ?? 0) : 0 };
      });
    case 'time': {
      const [hour = 0, minute = 0] = self.text('value').split(':').map(Number);
      return [
        { labels: numbers(0, 23).map(two), index: hour },
        { labels: numbers(0, 59).map(two), index: minute },
      ];
    }
    case 'date':
      return dateColumns(self);
    default:
      throw new Error(`picker mode="${self.text('mode')}" is not something this host plays`);
  }
}

function dateColumns(self: Builtin): PickerColumn[] {
  const start = Number(self.text('start').slice(0, 4)) || 1970;
  const end = Number(self.text('end').slice(0, 4)) || 2099;
  const [year = start, month = 1, day = 1] = (self.text('value') || `${start}-01-01`).split('-').map(Number);
  const all: PickerColumn[] = [
    { labels: numbers(start, end).map(String), index: year - start },
    { labels: numbers(1, 12).map(two), index: month - 1 },
    { labels: numbers(1, 31).map(two), index: day - 1 },
  ];
  return all.slice(0, { year: 1, month: 2, day: 3 }[self.text('fields') || 'day'] ?? 3);
}

/** The value a picker reports for the chosen places of its columns. */
function valueOf(self: Builtin, columns: PickerColumn[], places: number[]): unknown {
  const words = columns.map((column, i) => column.labels[places[i] ?? 0] ?? '');
  switch (self.text('mode') || 'selector') {
    case 'selector':
      return places[0] ?? 0;
    case 'multiSelector':
      return places;
    case 'time':
      return words.join(':');
    default:
      return words.join('-');
  }
}

export const picker: Behaviour = {
  properties: [
    'mode',
    'range',
    'rangeKey',
    'value',
    'start',
    'end',
    'fields',
    'disabled',
    'name',
    'headerText',
  ],
  created(self) {
    self.onTap(() => {
      if (self.flag('disabled')) return;
      const columns = columnsOf(self);
      showPicker({
        title: self.text('headerText'),
        columns,
        onColumn: (column, value) => {
          if (self.text('mode') === 'multiSelector') self.emit('columnchange', { column, value });
        },
        refresh: () => columnsOf(self),
        onDone: (places) => {
          if (!places) return self.emit('cancel', {});
          const value = valueOf(self, columnsOf(self), places);
          values.set(self, value);
          self.emit('change', { value });
        },
      });
    });
  },
  formValue: (self) => values.get(self) ?? self.get('value') ?? '',
};
