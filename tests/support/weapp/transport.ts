import { request as httpRequest, type ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { TransportReply, TransportRequest } from './bridge-types.js';

/** Where the built mini-program believes its BFF to be, unless the build was given another `API_BASE`. */
export const BUILT_API_BASE = 'https://api.jiefang.example';

/** One exchange as the test sees it. */
export interface Exchange {
  method: string;
  /** Path and query at the BFF. */
  path: string;
  headers: Record<string, string>;
  /** Text of the body sent, '' for none. */
  body: string;
  /** 0 while under way or when it failed. */
  status: number;
  /** Why it failed, or null. */
  failure: string | null;
}

const TIMEOUT: TransportReply = { ok: false, errMsg: 'timeout', errno: 5 };
const FOREIGN: TransportReply = { ok: false, errMsg: 'url not in domain list', errno: 600002 };
const REFUSED: TransportReply = {
  ok: false,
  errMsg: 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED',
  errno: 600001,
};

/** Headers that Node sets itself or that mean nothing to the receiver. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/**
 * Carries the phone's requests to the BFF under test: the address built into the mini-program is exchanged for the one
 * the BFF listens on, and every other address is refused as WeChat refuses a domain that was not declared.
 */
export class Transport {
  readonly exchanges: Exchange[] = [];
  private readonly underWay = new Map<number, ClientRequest>();

  constructor(
    private readonly builtBase: string,
    private readonly realBase: string,
  ) {}

  /** The real address for one the mini-program uses, or null when it is not the BFF's. */
  resolve(url: string): URL | null {
    for (const base of [this.builtBase, this.realBase]) {
      if (base && (url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`))) {
        return new URL(this.realBase + url.slice(base.length));
      }
    }
    return null;
  }

  send(given: TransportRequest): Promise<TransportReply> {
    const url = this.resolve(given.url);
    const body = given.body === null ? null : Buffer.from(given.body, 'base64');
    const exchange: Exchange = {
      method: given.method,
      path: url ? url.pathname + url.search : given.url,
      headers: given.headers,
      body: body?.toString('utf8') ?? '',
      status: 0,
      failure: null,
    };
    this.exchanges.push(exchange);
    if (!url) {
      exchange.failure = FOREIGN.ok ? null : FOREIGN.errMsg;
      return Promise.resolve(FOREIGN);
    }
    return this.exchange(given, url, body).then((reply) => {
      if (reply.ok) exchange.status = reply.statusCode;
      else exchange.failure = reply.errMsg;
      return reply;
    });
  }

  /** Ends one request; its reply is no longer waited for. */
  abort(id: number): void {
    this.underWay.get(id)?.destroy(new Error('aborted'));
  }

  /** Ends everything under way: the phone killed the mini-program. */
  abortAll(): void {
    for (const request of this.underWay.values()) request.destroy(new Error('aborted'));
  }

  private exchange(given: TransportRequest, url: URL, body: Buffer | null): Promise<TransportReply> {
    return new Promise((resolve) => {
      const headers: Record<string, string | number> = {
        'user-agent': 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50 MiniProgramEnv/android',
        accept: '*/*',
        ...Object.fromEntries(
          Object.entries(given.headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())),
        ),
        ...(body ? { 'content-length': body.byteLength } : {}),
      };
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const timer = setTimeout(() => {
        finish(TIMEOUT);
        request.destroy();
      }, given.timeout);
      const finish = (reply: TransportReply): void => {
        clearTimeout(timer);
        this.underWay.delete(given.id);
        resolve(reply);
      };
      const request = send(url, { method: given.method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => finish(REFUSED));
        response.on('end', () => {
          const plain: Record<string, string> = {};
          for (const [name, value] of Object.entries(response.headers)) {
            plain[name] = Array.isArray(value) ? value.join(',') : (value ?? '');
          }
          finish({
            ok: true,
            statusCode: response.statusCode ?? 0,
            headers: plain,
            cookies: response.headers['set-cookie'] ?? [],
            body: Buffer.concat(chunks).toString('base64'),
          });
        });
      });
      this.underWay.set(given.id, request);
      request.on('error', () => finish(REFUSED));
      request.end(body ?? undefined);
    });
  }
}
