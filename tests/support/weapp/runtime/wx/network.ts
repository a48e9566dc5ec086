/// <reference lib="dom" />
import type { TransportReply, TransportRequest } from '../../bridge-types.js';
import { ask, guarded, settings } from '../bridge.js';
import {
  ApiFailure,
  call,
  needText,
  numberOf,
  record,
  settle,
  textOf,
  type Api,
  type Options,
} from './api.js';
import { addListener, emit, removeListener } from './listeners.js';

/** WeChat sends at most this many requests at a time; more wait. */
const MAX_CONCURRENT = 10;
const DEFAULT_TIMEOUT = 60_000;

const OFFLINE: TransportReply = {
  ok: false,
  errMsg: 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
  errno: 600001,
};

interface Job {
  request: TransportRequest;
  finish: (reply: TransportReply) => void;
  started: boolean;
}

const jobs = new Map<number, Job>();
let nextId = 1;
let online = settings.online;

function pump(): void {
  const running = [...jobs.values()].filter((job) => job.started).length;
  const waiting = [...jobs.values()].filter((job) => !job.started);
  for (const job of waiting.slice(0, MAX_CONCURRENT - running)) {
    job.started = true;
    if (online) void ask('transport', job.request).then((reply) => finish(job.request.id, reply));
    else setTimeout(() => finish(job.request.id, OFFLINE), 20);
  }
}

function finish(id: number, reply: TransportReply): void {
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  job.finish(reply);
  pump();
}

function cancel(id: number, errMsg: string, errno: number): void {
  const job = jobs.get(id);
  if (job?.started) void ask('abort', { id });
  finish(id, { ok: false, errMsg, errno });
}

/** Ends every request, as WeChat does 5 s after the app went to the background. */
export function interruptRequests(): void {
  for (const id of [...jobs.keys()]) cancel(id, 'interrupted', 600003);
}

/** Takes the phone off the network or back on it; requests under way fail. */
export function setOnline(value: boolean): void {
  if (online === value) return;
  online = value;
  if (!value) for (const id of [...jobs.keys()]) finish(id, OFFLINE);
  emit('onNetworkStatusChange', { isConnected: value, networkType: value ? 'wifi' : 'none' });
}

function exchange(request: Omit<TransportRequest, 'id'>): { id: number; reply: Promise<TransportReply> } {
  const id = nextId;
  nextId += 1;
  const reply = new Promise<TransportReply>((resolve) => {
    jobs.set(id, { request: { ...request, id }, finish: resolve, started: false });
  });
  pump();
  return { id, reply };
}

/** Bytes of a reply's body. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Bytes as base64, any size. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

const form = (data: object): string =>
  Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(toText(value))}`)
    .join('&');

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

function headersOf(options: Options): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [key, value] of Object.entries((options.header as Record<string, unknown> | undefined) ?? {})) {
    if (value !== undefined && value !== null && key.toLowerCase() !== 'referer')
      headers[key.toLowerCase()] = toText(value);
  }
  headers.referer = `https://servicewechat.com/${settings.appId}/0/page-frame.html`;
  return headers;
}

function requestOf(options: Options): Omit<TransportRequest, 'id'> {
  const method = textOf(options, 'method', 'GET').toUpperCase();
  const headers = { 'content-type': 'application/json', ...headersOf(options) };
  const timeout = numberOf(options, 'timeout', DEFAULT_TIMEOUT);
  const url = needText(options, 'url');
  const { data } = options;
  const base = { url, method, headers, timeout, body: null };
  if (data === undefined || data === null) return base;
  if (data instanceof ArrayBuffer) return { ...base, body: toBase64(new Uint8Array(data)) };
  if (method === 'GET' && typeof data === 'object') {
    const query = form(data);
    return { ...base, url: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url };
  }
  const isForm = headers['content-type'].startsWith('application/x-www-form-urlencoded');
  const text = typeof data === 'object' ? (isForm ? form(data) : JSON.stringify(data)) : toText(data);
  return { ...base, body: toBase64(new TextEncoder().encode(text)) };
}

function readBody(options: Options, body: string): unknown {
  const bytes = fromBase64(body);
  if (options.responseType === 'arraybuffer') return bytes.buffer;
  const text = new TextDecoder().decode(bytes);
  if (textOf(options, 'dataType', 'json') !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // WeChat gives the text when it is no JSON
  }
}

type HeaderListener = (result: object) => void;

/** `wx.request`: gives a task at once; callbacks come later. */
function request(given?: Options): object {
  const options: Options = given ?? {};
  record('request', {
    url: options.url,
    method: options.method ?? 'GET',
    header: options.header,
    data: options.data,
  });
  const listeners = new Set<HeaderListener>();
  let id = 0;
  const work = async (): Promise<object> => {
    const started = exchange(requestOf(options));
    id = started.id;
    const reply = await started.reply;
    if (!reply.ok) throw new ApiFailure(reply.errMsg, { errno: reply.errno });
    const { statusCode, headers: header, cookies } = reply;
    for (const listener of listeners) guarded(() => listener({ header, statusCode, cookies }));
    return {
      statusCode,
      header,
      cookies,
      data: readBody(options, reply.body),
      profile: {},
      errMsg: 'request:ok',
    };
  };
  settle('request', options, work()).catch(() => undefined);
  return {
    abort: () => cancel(id, 'abort', 600004),
    onHeadersReceived: (listener: HeaderListener) => listeners.add(listener),
    offHeadersReceived: (listener?: HeaderListener) =>
      listener ? listeners.delete(listener) : listeners.clear(),
    onChunkReceived: () => undefined,
    offChunkReceived: () => undefined,
  };
}

/** `wx.downloadFile`: the file's path is a data address, which images and previews take. */
async function download(options: Options): Promise<object> {
  const url = needText(options, 'url');
  const headers = headersOf(options);
  const timeout = numberOf(options, 'timeout', DEFAULT_TIMEOUT);
  const reply = await exchange({ url, method: 'GET', headers, timeout, body: null }).reply;
  if (!reply.ok) throw new ApiFailure(reply.errMsg, { errno: reply.errno });
  const type = reply.headers['content-type'] ?? 'application/octet-stream';
  return {
    statusCode: reply.statusCode,
    tempFilePath: `data:${type};base64,${reply.body}`,
    header: reply.headers,
  };
}

/** `wx.uploadFile`: multipart with the form's fields and one file, given as a data address. */
async function upload(options: Options): Promise<object> {
  const path = needText(options, 'filePath');
  const [, type = 'application/octet-stream', content = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(path) ?? [];
  const boundary = `----weapp${Date.now().toString(36)}`;
  const fields = Object.entries((options.formData as Record<string, unknown> | undefined) ?? {}).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${toText(value)}\r\n`,
  );
  const fileName = `file.${type.split('/')[1] ?? 'bin'}`;
  const head = `${fields.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${needText(options, 'name')}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`;
  const encoder = new TextEncoder();
  const parts = [encoder.encode(head), fromBase64(content), encoder.encode(`\r\n--${boundary}--\r\n`)];
  const body = toBase64(new Uint8Array(await new Blob(parts).arrayBuffer()));
  const headers = { ...headersOf(options), 'content-type': `multipart/form-data; boundary=${boundary}` };
  const timeout = numberOf(options, 'timeout', DEFAULT_TIMEOUT);
  const reply = await exchange({ url: needText(options, 'url'), method: 'POST', headers, timeout, body })
    .reply;
  if (!reply.ok) throw new ApiFailure(reply.errMsg, { errno: reply.errno });
  return { statusCode: reply.statusCode, data: new TextDecoder().decode(fromBase64(reply.body)) };
}

export const networkApis: Record<string, Api> = {
  request,
  downloadFile: call('downloadFile', download),
  uploadFile: call('uploadFile', upload),
  getNetworkType: call('getNetworkType', () => ({ networkType: online ? 'wifi' : 'none' })),
  onNetworkStatusChange: (listener: (result: unknown) => void) =>
    addListener('onNetworkStatusChange', listener),
  offNetworkStatusChange: (listener?: (result: unknown) => void) =>
    removeListener('onNetworkStatusChange', listener),
};
