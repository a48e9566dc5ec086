/// <reference lib="dom" />
import type { DeviceState } from '../bridge-types.js';

/** What WeChat draws above the mini-program: toast, dialog, sheet, picker, scanner. At most one of each. */

interface Dialog<T> {
  mask: HTMLElement;
  settle: (answer: T) => void;
}

interface ModalTexts {
  title: string;
  content: string;
  confirmText: string;
  cancelText: string | null;
  editable: boolean;
  placeholder: string;
}

type ModalAnswer = { confirm: boolean; content: string };

let modal: (Dialog<ModalAnswer> & { texts: ModalTexts }) | null = null;
let sheet: (Dialog<number | null> & { items: string[] }) | null = null;
let scanner: Dialog<string | null> | null = null;
let picker: Dialog<number[] | null> | null = null;
let pickerLabels: string[][] = [];
let toast: { element: HTMLElement; text: string; timer: number } | null = null;
let loading: { element: HTMLElement; text: string } | null = null;

function layer(className: string, label: string): { mask: HTMLElement; box: HTMLElement } {
  const mask = document.createElement('div');
  mask.className = 'mp-mask';
  const box = document.createElement('div');
  box.className = `mp-dialog ${className}`;
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', label);
  mask.append(box);
  document.body.append(mask);
  return { mask, box };
}

/** A button that only a press begun on it can trigger: the click of the tap that opened the dialog must not. */
function pressable(text: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = text;
  let pressed = false;
  button.addEventListener('pointerdown', () => (pressed = true));
  button.addEventListener('click', () => {
    if (pressed) run();
  });
  return button;
}

function line(tag: 'h2' | 'p', text: string): HTMLElement[] {
  if (!text) return [];
  const element = document.createElement(tag);
  element.textContent = text;
  return [element];
}

function actions(className: string, buttons: HTMLElement[]): HTMLElement {
  const row = document.createElement('div');
  row.className = `mp-actions ${className}`;
  row.append(...buttons);
  return row;
}

/** Shows a dialog until the person, or the test, answers. */
export function showModal(texts: ModalTexts): Promise<ModalAnswer> {
  modal?.settle({ confirm: false, content: '' });
  return new Promise((resolve) => {
    const { mask, box } = layer('mp-modal', texts.title || texts.content);
    const entry = document.createElement('input');
    entry.placeholder = texts.placeholder;
    entry.value = texts.editable ? texts.content : '';
    const settle = (answer: ModalAnswer): void => {
      mask.remove();
      modal = null;
      resolve(answer);
    };
    const answer = (confirm: boolean) => () =>
      settle({ confirm, content: texts.editable && confirm ? entry.value : '' });
    const buttons = [pressable(texts.confirmText, answer(true))];
    if (texts.cancelText !== null) buttons.unshift(pressable(texts.cancelText, answer(false)));
    const body = texts.editable ? [entry] : line('p', texts.content);
    box.append(...line('h2', texts.title), ...body, actions('', buttons));
    modal = { mask, settle, texts };
  });
}

/** Answers the open dialog. @throws when none is open */
export function answerModal(confirm: boolean, content = ''): void {
  if (!modal) throw new Error('No dialog is open');
  modal.settle({ confirm, content });
}

/** Shows a sheet of choices; resolves with the place chosen, or null when closed. */
export function showSheet(title: string, items: string[]): Promise<number | null> {
  sheet?.settle(null);
  return new Promise((resolve) => {
    const { mask, box } = layer('mp-sheet', title || '请选择');
    const settle = (index: number | null): void => {
      mask.remove();
      sheet = null;
      resolve(index);
    };
    const buttons = items.map((item, i) => pressable(item, () => settle(i)));
    box.append(
      ...line('h2', title),
      actions('mp-column', [...buttons, pressable('取消', () => settle(null))]),
    );
    sheet = { mask, settle, items };
  });
}

/** @throws when no sheet is open */
export function answerSheet(index: number | null): void {
  if (!sheet) throw new Error('No sheet is open');
  sheet.settle(index);
}

/** Opens the scanner; resolves with the text of the code, or null when closed. */
export function showScanner(): Promise<string | null> {
  return new Promise((resolve) => {
    const { mask, box } = layer('mp-scanner', '扫一扫');
    const settle = (text: string | null): void => {
      mask.remove();
      scanner = null;
      resolve(text);
    };
    box.append(...line('h2', '扫一扫'), actions('', [pressable('关闭', () => settle(null))]));
    scanner = { mask, settle };
  });
}

/** @throws when the scanner is not open */
export function answerScanner(text: string | null): void {
  if (!scanner) throw new Error('The scanner is not open');
  scanner.settle(text);
}

export interface PickerColumn {
  labels: string[];
  index: number;
}

interface PickerOptions {
  title: string;
  columns: PickerColumn[];
  onColumn: (column: number, value: number) => void;
  /** The columns again: what is chosen in one may change the next. */
  refresh: () => PickerColumn[];
  onDone: (places: number[] | null) => void;
}

/** Shows the columns of a picker as lists with 确定 and 取消. */
export function showPicker(options: PickerOptions): void {
  const { mask, box } = layer('mp-picker', options.title || '请选择');
  const lists = options.columns.map((_, i) => {
    const list = document.createElement('select');
    list.setAttribute('aria-label', `第${i + 1}列`);
    list.addEventListener('change', () => {
      options.onColumn(i, list.selectedIndex);
      window.setTimeout(() => fill(options.refresh(), i), 0);
    });
    return list;
  });
  const fill = (columns: PickerColumn[], changed: number): void => {
    pickerLabels = columns.map((column) => column.labels);
    columns.forEach((column, i) => {
      const list = lists[i];
      if (!list || i === changed) return;
      list.replaceChildren(...column.labels.map((text) => new Option(text)));
      list.selectedIndex = Math.min(Math.max(column.index, 0), column.labels.length - 1);
    });
  };
  fill(options.columns, -1);
  const settle = (places: number[] | null): void => {
    mask.remove();
    picker = null;
    options.onDone(places);
  };
  const confirm = (): void => settle(lists.map((list) => list.selectedIndex));
  box.append(
    ...line('h2', options.title),
    ...lists,
    actions('', [pressable('取消', () => settle(null)), pressable('确定', confirm)]),
  );
  picker = { mask, settle };
}

/** Chooses in the open picker by place or by label; null closes it. @throws when none is open or a label is unknown */
export function pick(values: (number | string)[] | null): void {
  if (!picker) throw new Error('No picker is open');
  const places = values?.map((value, column) => {
    if (typeof value === 'number') return value;
    const place = pickerLabels[column]?.indexOf(value) ?? -1;
    if (place < 0) throw new Error(`The picker's column ${column} has no "${value}"`);
    return place;
  });
  picker.settle(places ?? null);
}

function bubble(text: string, blocking: boolean): HTMLElement {
  const element = document.createElement('div');
  element.className = `mp-toast${blocking ? ' mp-blocking' : ''}`;
  element.setAttribute('role', 'status');
  element.textContent = text;
  document.body.append(element);
  return element;
}

export function showToast(text: string, duration: number): void {
  hideToast();
  const timer = window.setTimeout(hideToast, duration);
  toast = { element: bubble(text, false), text, timer };
}

export function hideToast(): void {
  if (!toast) return;
  window.clearTimeout(toast.timer);
  toast.element.remove();
  toast = null;
}

export function showLoading(text: string): void {
  hideToast();
  loading?.element.remove();
  loading = { element: bubble(text, true), text };
}

export function hideLoading(): void {
  loading?.element.remove();
  loading = null;
}

/** What is shown above the page now. */
export function dialogState(): Pick<
  DeviceState,
  'toast' | 'modal' | 'sheet' | 'scanning' | 'picker' | 'loading'
> {
  return {
    toast: toast?.text ?? null,
    modal: modal?.texts ?? null,
    sheet: sheet?.items ?? null,
    scanning: scanner !== null,
    picker: picker !== null,
    loading: loading?.text ?? null,
  };
}
