/// <reference lib="dom" />
import { builtinOf, type Behaviour, type Builtin } from './builtin.js';

const boxes = new WeakMap<Builtin, HTMLElement>();
const checked = new WeakMap<Builtin, boolean>();
const asked = new WeakMap<Builtin, boolean>();

function draw(self: Builtin): void {
  const on = checked.get(self) ?? false;
  boxes.get(self)?.classList.toggle('wx-on', on);
  self.host.setAttribute('aria-checked', String(on));
}

function take(self: Builtin): void {
  const value = self.flag('checked');
  if (asked.get(self) !== value) {
    asked.set(self, value);
    checked.set(self, value);
  }
  draw(self);
}

function group(self: Builtin, tag: string, member: string): Builtin[] {
  return self.closest(tag)?.inside(member) ?? [];
}

/** A tap on the element or its label. */
const taps: Record<string, (self: Builtin) => void> = {
  checkbox(self) {
    if (self.flag('disabled')) return;
    set(self, !checked.get(self));
    const value = group(self, 'checkbox-group', 'checkbox').filter((box) => checked.get(box));
    self.closest('checkbox-group')?.emit('change', { value: value.map((box) => box.text('value')) });
  },
  radio(self) {
    if (self.flag('disabled') || checked.get(self)) return;
    for (const other of group(self, 'radio-group', 'radio')) set(other, other === self);
    set(self, true);
    self.closest('radio-group')?.emit('change', { value: self.text('value') });
  },
  switch(self) {
    if (self.flag('disabled')) return;
    set(self, !checked.get(self));
    self.emit('change', { value: checked.get(self) ?? false });
  },
};

function set(self: Builtin, value: boolean): void {
  checked.set(self, value);
  draw(self);
}

function choice(tag: 'checkbox' | 'radio' | 'switch', className: string): Behaviour {
  return {
    properties: ['checked', 'value', 'disabled', 'name', 'color'],
    created(self) {
      boxes.set(self, self.own('i', className));
      if (!self.host.hasAttribute('role')) self.host.setAttribute('role', tag);
      self.onTap(() => taps[tag]?.(self));
    },
    changed: take,
    ...(tag === 'switch' ? { formValue: (self: Builtin) => checked.get(self) ?? false } : {}),
    formReset: (self) => set(self, self.flag('checked')),
  };
}

export const checkbox = choice('checkbox', 'wx-box');
export const radio = choice('radio', 'wx-box wx-round');
export const switchElement = choice('switch', 'wx-switch');

export const checkboxGroup: Behaviour = {
  properties: ['name'],
  formValue: (self) =>
    self
      .inside('checkbox')
      .filter((box) => checked.get(box))
      .map((box) => box.text('value')),
};

export const radioGroup: Behaviour = {
  properties: ['name'],
  formValue: (self) =>
    self
      .inside('radio')
      .find((box) => checked.get(box))
      ?.text('value') ?? '',
};

/** A label hands its tap to the control it names or holds. */
export const label: Behaviour = {
  properties: ['for'],
  created(self) {
    self.node.addListener('tap', (event) => {
      const from = (event as { target?: { $$?: HTMLElement } }).target?.$$;
      if (from?.closest('wx-checkbox,wx-radio,wx-switch,wx-button,wx-input')) return;
      const id = self.text('for');
      const page = self.host.closest('.mp-frame');
      const named = id ? page?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`) : null;
      const control = named
        ? builtinOf(named)
        : self.inside('checkbox', 'radio', 'switch', 'input', 'button')[0];
      if (!control) return;
      if (control.tag === 'input') control.host.querySelector('input')?.focus();
      else taps[control.tag]?.(control);
    });
  },
};

export const slider: Behaviour = {
  properties: ['min', 'max', 'step', 'value', 'disabled', 'name'],
  created(self) {
    const native = self.own('input', 'wx-native');
    native.type = 'range';
    native.addEventListener('input', (event) => {
      event.stopPropagation();
      self.emit('changing', { value: Number(native.value) });
    });
    native.addEventListener('change', (event) => {
      event.stopPropagation();
      self.emit('change', { value: Number(native.value) });
    });
  },
  changed(self) {
    const native = self.host.querySelector('input');
    if (!native) return;
    native.min = String(self.number('min', 0));
    native.max = String(self.number('max', 100));
    native.step = String(self.number('step', 1));
    native.value = String(self.number('value', 0));
    native.disabled = self.flag('disabled');
  },
  formValue: (self) => Number(self.host.querySelector('input')?.value ?? 0),
};
