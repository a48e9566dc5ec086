import { contactFaults, EMPTY_CONTACT, isComplete } from './contact';

const full = { ...EMPTY_CONTACT, name: '林阿姨', phone: '13800000000', purpose: '合唱排练' };

it('takes a mobile number with spaces and a landline with its area code', () => {
  for (const phone of ['138 0000 0000', '0596-2020001', '05962020001']) {
    expect(isComplete(contactFaults({ ...full, phone }, false))).toBe(true);
  }
  for (const phone of ['', '2020001', '1380000000', '23800000000']) {
    expect(contactFaults({ ...full, phone }, false).phone).toBeDefined();
  }
});

it('wants a unit only where only units may book', () => {
  expect(contactFaults(full, true)).toEqual({ unit: '这间场地只接受单位预约，请写单位名称。' });
  expect(isComplete(contactFaults({ ...full, unit: '西桥小学' }, true))).toBe(true);
});

it('names everything that is missing at once', () => {
  expect(Object.keys(contactFaults(EMPTY_CONTACT, false)).sort()).toEqual(['name', 'phone', 'purpose']);
});
