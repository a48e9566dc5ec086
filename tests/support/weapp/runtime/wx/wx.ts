import { BUILTIN_TAGS } from '../../wxss.js';
import { bundle } from '../bridge.js';
import { OPEN_TYPES } from '../components/buttons.js';
import { record, type Api } from './api.js';
import { fileApis } from './files.js';
import { interfaceApis } from './interface.js';
import { locationApis } from './location.js';
import { fromBase64, networkApis, toBase64 } from './network.js';
import { personApis } from './person.js';
import { queryApis } from './query.js';
import { storageApis } from './storage.js';
import { systemApis } from './system.js';

const implemented: Record<string, Api> = {
  ...storageApis,
  ...networkApis,
  ...systemApis,
  ...personApis,
  ...fileApis,
  ...locationApis,
  ...interfaceApis,
  ...queryApis,
  arrayBufferToBase64: (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)),
  base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
  canIUse,
};

/** True for what this host really does: calls, elements, and button open-types. */
function canIUse(schema: string): boolean {
  const [first = '', second, third] = schema.split('.');
  if (first === 'button' && second === 'open-type' && third) return OPEN_TYPES.includes(third);
  return first in implemented || (BUILTIN_TAGS as readonly string[]).includes(first);
}

/**
 * The `wx` object. Calls that WeChat has and this host has not throw when made, so that no test passes on a call that
 * did nothing; names WeChat does not know are simply not there.
 */
export function createWx(): Record<string, unknown> {
  const wx: Record<string, unknown> = { env: { USER_DATA_PATH: 'http://usr' } };
  for (const key of bundle.wxKeys) {
    wx[key] = () => {
      record(key, {});
      throw new Error(`wx.${key} is not something this host plays`);
    };
  }
  return Object.assign(wx, implemented);
}
