/// <reference lib="dom" />
import type { Behaviour, Builtin } from './builtin.js';

type Native = HTMLInputElement | HTMLTextAreaElement;

const natives = new WeakMap<Builtin, Native>();
/** The value the mini-program set last: as on a phone, what was typed stays until something else is set. */
const given = new WeakMap<Builtin, string>();
const initial = new WeakMap<Builtin, string>();

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

function listen(self: Builtin, native: Native): void {
  const stop = (event: Event): void => event.stopPropagation();
  const detail = (): object => ({
    value: native.value,
    cursor: native.selectionStart ?? native.value.length,
    keyCode: 0,
  });
  native.addEventListener('input', (event) => {
    stop(event);
    if (self.text('type') === 'number') native.value = native.value.replace(/\D/g, '');
    self.emit('input', detail());
  });
  native.addEventListener('focus', (event) => {
    stop(event);
    self.emit('focus', { value: native.value, height: 0 });
  });
  native.addEventListener('blur', (event) => {
    stop(event);
    self.emit('blur', { value: native.value, cursor: native.selectionStart ?? 0 });
  });
  native.addEventListener('change', stop);
  native.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    if (key.key === 'Enter' && (self.tag === 'input' || self.text('confirmType') === 'send')) {
      self.emit('confirm', { value: native.value });
    }
  });
}

const field = (tag: 'input' | 'textarea'): Behaviour => ({
  properties: [
    'value',
    'type',
    'password',
    'placeholder',
    'disabled',
    'maxlength',
    'focus',
    'name',
    'confirmType',
  ],
  created(self) {
    const native = self.own(tag, 'wx-native');
    natives.set(self, native);
    initial.set(self, self.text('value'));
    listen(self, native);
  },
  changed(self) {
    const native = natives.get(self);
    if (!native) return;
    const value = self.text('value');
    const isNew = given.get(self) !== value;
    given.set(self, value);
    if (isNew && native.value !== value) native.value = value;
    native.placeholder = self.text('placeholder');
    native.disabled = self.flag('disabled');
    const max = self.number('maxlength', 140);
    if (max >= 0) native.maxLength = max;
    else native.removeAttribute('maxlength');
    const label = self.host.getAttribute('aria-label');
    if (label) native.setAttribute('aria-label', label);
    native.setAttribute('inputmode', KEYBOARDS[self.text('type')] ?? 'text');
    if (native instanceof HTMLInputElement) native.type = self.flag('password') ? 'password' : 'text';
    if (self.flag('focus') && document.activeElement !== native) native.focus();
  },
  formValue: (self) => natives.get(self)?.value ?? '',
  formReset(self) {
    const native = natives.get(self);
    if (native) native.value = initial.get(self) ?? '';
  },
});

export const input = field('input');
export const textarea = field('textarea');
