import { Failure } from '../failure.js';
import type { Endpoint, JsonObject, World } from '../world.js';

/** Above 2^53: whoever reads it as a double gets another number. */
const FIRST_MSGID = 1988810812324364291n;

/** What each kind of field may hold, by the documentation. Characters are code points. */
const FIELD_RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => Array.from(value).length <= 20,
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => Array.from(value).length <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => value.split('~').every(isTime),
  date: (value) => value.split('~').every((part) => isDate(part) || isTime(part)),
  amount: (value) => /^[¥$€£]?\d{1,10}(\.\d{1,2})?元?$/.test(value),
  phone_number: (value) => /^[\d\-+() ]{1,17}$/.test(value),
  car_number: (value) => Array.from(value).length <= 8,
  name: (value) => /^\p{Script=Han}{1,10}$/u.test(value) || /^[A-Za-z\p{Script=Han}·. ]{1,20}$/u.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

function isDate(text: string): boolean {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(text.trim());
}

function isTime(text: string): boolean {
  return /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}(:\d{2})?$/.test(text.trim());
}

function requireData(data: unknown, fields: readonly string[]): void {
  const values = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  for (const field of new Set([...fields, ...values.keys()])) {
    const entry: unknown = values.get(field);
    const value = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : undefined;
    const rule = FIELD_RULES[field.replace(/\d+$/, '')];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (text === '' || !rule?.(text)) {
      throw new Failure(47003, `argument invalid! data.${field}.value invalid`);
    }
  }
}

function requirePage(page: unknown, world: World): void {
  if (page === undefined || page === '') return;
  if (typeof page !== 'string') throw new Failure(41030);
  const path = page.split('?')[0] ?? '';
  if (path.startsWith('/') || (world.pages && !world.pages.has(path))) throw new Failure(41030);
}

/** One message uses up one grant, unless consent lasts. */
function spendGrant(body: JsonObject, templateId: string, world: World): void {
  const person = world.people.get(body.touser);
  if (!person.mainSwitch) throw new Failure(43101);
  if (person.longTerm.has(templateId)) return;
  const left = person.grants.get(templateId) ?? 0;
  if (left < 1) throw new Failure(43101);
  person.grants.set(templateId, left - 1);
}

function makeSend(): Endpoint {
  let lastMsgid = FIRST_MSGID - 1n;
  return {
    path: '/cgi-bin/message/subscribe/send',
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle: ({ body }, world) => {
      world.people.get(body.touser);
      const templateId = body.template_id;
      if (typeof templateId !== 'string' || templateId === '') throw new Failure(40037);
      const template = world.templates?.get(templateId);
      if (world.templates && !template) throw new Failure(40037);
      requireData(body.data, template?.fields ?? []);
      requirePage(body.page, world);
      spendGrant(body, templateId, world);

      const msgid = ++lastMsgid;
      void world.pushes.deliver({
        FromUserName: String(body.touser),
        Event: 'subscribe_msg_sent_event',
        List: { TemplateId: templateId, MsgID: String(msgid), ErrorCode: 0, ErrorStatus: 'success' },
      });
      // As text: a JavaScript number could not carry it.
      return { text: `{"errcode":0,"errmsg":"ok","msgid":${msgid}}` };
    },
  };
}

/** Subscribe messages. A fresh set for each server: message ids count per server. */
export function subscribeEndpoints(): readonly Endpoint[] {
  return [makeSend()];
}
