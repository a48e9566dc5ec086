import { isSafeNumber, parse } from 'lossless-json';
import { kindOfErrcode, ridOf, WeChatError } from './wechat-error.js';

/** A JSON object from WeChat. A number that a double cannot hold exactly (a `msgid`) is a string. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON without losing digits. @throws SyntaxError on anything that is not JSON. */
export function parseLossless(text: string): unknown {
  return parse(text, null, (digits) => (isSafeNumber(digits) ? Number(digits) : digits));
}

const IMAGE_STARTS = [Buffer.from([0xff, 0xd8, 0xff]), Buffer.from([0x89, 0x50, 0x4e, 0x47])];

/** JPEG or PNG by its first bytes: WeChat's Content-Type says nothing reliable. */
export function isImage(body: Buffer): boolean {
  return IMAGE_STARTS.some((start) => body.subarray(0, start.length).equals(start));
}

/**
 * Reads a JSON reply. WeChat answers errors with HTTP 200 and leaves `errcode` out on success, so only `errcode`
 * decides; a JSON error inside an HTTP error is believed too.
 * @throws WeChatError by its code; `unavailable` for an HTTP error or for what is not a JSON object.
 */
export function readJsonReply(path: string, status: number, body: Buffer): JsonObject {
  let value: unknown;
  try {
    value = parseLossless(body.toString('utf8'));
  } catch {
    value = undefined;
  }
  if (isJsonObject(value)) {
    throwOnErrcode(path, value);
    if (status < 300) return value;
  }
  throw new WeChatError({ kind: 'unavailable', path, reason: status < 300 ? 'garbage' : `http ${status}` });
}

/** Reads a reply that is an image on success and JSON on failure. @throws WeChatError like {@link readJsonReply}. */
export function readImageReply(path: string, status: number, body: Buffer): Buffer {
  if (status < 300 && isImage(body)) return body;
  readJsonReply(path, status, body);
  throw new WeChatError({ kind: 'unavailable', path, reason: 'garbage' });
}

/** A non-empty text field. A number counts as text: WeChat's tables and samples disagree on several fields. */
export function textField(path: string, object: JsonObject, field: string): string {
  const value = object[field];
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new WeChatError({ kind: 'unavailable', path, reason: `no ${field}` });
}

/** A nested object. @throws WeChatError `unavailable` when it is missing. */
export function objectField(path: string, object: JsonObject, field: string): JsonObject {
  const value = object[field];
  if (isJsonObject(value)) return value;
  throw new WeChatError({ kind: 'unavailable', path, reason: `no ${field}` });
}

function throwOnErrcode(path: string, value: JsonObject): void {
  const errcode = value.errcode === undefined ? 0 : Number(value.errcode);
  if (errcode === 0) return;
  if (!Number.isInteger(errcode)) throw new WeChatError({ kind: 'unavailable', path, reason: 'garbage' });
  const errmsg = typeof value.errmsg === 'string' ? value.errmsg : '';
  throw new WeChatError({ kind: kindOfErrcode(errcode), path, errcode, rid: ridOf(errmsg) });
}
