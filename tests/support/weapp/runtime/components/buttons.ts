/// <reference lib="dom" />
import { ask } from '../bridge.js';
import { navigateByElement } from '../navigation.js';
import { shareFromButton } from '../share.js';
import { behaviourOf, type Behaviour, type Builtin } from './builtin.js';

/** Every `open-type` the host plays; a button with another one fails visibly. */
export const OPEN_TYPES = ['share', 'getPhoneNumber', 'openSetting', 'contact', 'feedback', 'chooseAvatar'];

function submit(form: Builtin, origin: Builtin): void {
  const value: Record<string, unknown> = {};
  for (const [name, field] of namedFields(form)) value[name] = behaviourOf(field.tag).formValue?.(field);
  form.emit('submit', { value, formId: 'the formId is a mock one', target: origin.node.id });
}

function namedFields(form: Builtin): [string, Builtin][] {
  return form
    .inside('input', 'textarea', 'switch', 'checkbox-group', 'radio-group', 'slider', 'picker')
    .map((field): [string, Builtin] => [field.text('name'), field])
    .filter(([name]) => name !== '');
}

async function open(self: Builtin, openType: string): Promise<void> {
  switch (openType) {
    case 'share':
      shareFromButton({ id: self.node.id, dataset: { ...self.node.dataset } });
      return;
    case 'getPhoneNumber': {
      const reply = await ask('phone', null);
      if ('code' in reply) self.emit('getphonenumber', { code: reply.code, errMsg: 'getPhoneNumber:ok' });
      else self.emit('getphonenumber', { errMsg: `getPhoneNumber:fail ${reply.fail}` });
      return;
    }
    case 'openSetting':
      self.emit('opensetting', { errMsg: 'openSetting:ok', authSetting: {} });
      return;
    case 'contact':
      void ask('record', { api: 'contact', options: { sessionFrom: self.text('sessionFrom') } });
      self.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} });
      return;
    case 'feedback':
      void ask('record', { api: 'feedback', options: {} });
      return;
    case 'chooseAvatar': {
      const reply = await ask('images', { count: 1 });
      if ('paths' in reply) self.emit('chooseavatar', { avatarUrl: reply.paths[0] ?? '' });
      return;
    }
    default:
      throw new Error(`button open-type="${openType}" is not something this host plays`);
  }
}

export const button: Behaviour = {
  properties: ['disabled', 'formType', 'openType', 'type', 'size', 'loading', 'name'],
  created(self) {
    if (!self.host.hasAttribute('role')) self.host.setAttribute('role', 'button');
    self.onTap(() => {
      if (self.flag('disabled')) return;
      const form = self.closest('form');
      const formType = self.text('formType');
      if (form && formType === 'submit') submit(form, self);
      if (form && formType === 'reset') {
        for (const [, field] of namedFields(form)) behaviourOf(field.tag).formReset?.(field);
        form.emit('reset', {});
      }
      const openType = self.text('openType');
      if (openType) void open(self, openType);
    });
  },
};

export const form: Behaviour = { properties: ['reportSubmit', 'name'] };

export const navigator: Behaviour = {
  properties: ['url', 'openType', 'delta', 'target', 'hoverClass'],
  created(self) {
    self.host.setAttribute('role', 'link');
    self.onTap(() =>
      navigateByElement(self.text('openType') || 'navigate', self.text('url'), self.number('delta', 1)),
    );
  },
};
