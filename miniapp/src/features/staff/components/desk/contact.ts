/** For whom staff book, as typed. */
export interface Contact {
  channel: 'phone' | 'counter';
  name: string;
  phone: string;
  unit: string;
  purpose: string;
  attendees: number;
}

export const EMPTY_CONTACT: Contact = {
  channel: 'phone',
  name: '',
  phone: '',
  unit: '',
  purpose: '',
  attendees: 1,
};

type Faults = Partial<Record<'name' | 'phone' | 'unit' | 'purpose', string>>;

/** A mobile number, or a landline with its area code: what the server takes. */
const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

/** What is missing or wrong, by field. */
export function contactFaults(contact: Contact, unitNeeded: boolean): Faults {
  return {
    ...(contact.name.trim() === '' ? { name: '请写联系人姓名。' } : {}),
    ...(PHONE.test(contact.phone.replace(/\s/g, '')) ? {} : { phone: '请写 11 位手机号，或带区号的座机。' }),
    ...(unitNeeded && contact.unit.trim() === '' ? { unit: '这间场地只接受单位预约，请写单位名称。' } : {}),
    ...(contact.purpose.trim() === '' ? { purpose: '请写用来做什么。' } : {}),
  };
}

/** True when nothing is wrong. */
export function isComplete(faults: Faults): boolean {
  return Object.keys(faults).length === 0;
}
