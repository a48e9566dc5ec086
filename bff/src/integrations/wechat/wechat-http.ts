import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** One HTTP exchange. Times are milliseconds and count from the call. */
export interface HttpExchange {
  method: 'GET' | 'POST';
  url: URL;
  /** JSON text; absent means an empty body. */
  body?: string;
  connectMs: number;
  totalMs: number;
  /**
   * Never on a kept-alive connection: one that the other side has just closed would leave it unknown whether a
   * request that must not be repeated has arrived.
   */
  freshConnection: boolean;
}

export interface HttpAnswer {
  status: number;
  body: Buffer;
}

/** No HTTP answer came. `reason` is a word of ours or a system code (`ECONNREFUSED`), never text from the wire. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  constructor(readonly reason: string) {
    super(reason);
  }
}

const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/**
 * HTTP to WeChat with a time limit for connecting beside the one for the whole. Written on node:http because the
 * global `fetch` of Node 20 cannot bound the time to connect.
 */
export class WeChatHttp {
  private readonly agents = {
    http: new http.Agent({ keepAlive: true, timeout: 30_000 }),
    https: new https.Agent({ keepAlive: true, timeout: 30_000 }),
  };

  /** @throws HttpFailure when no complete answer arrived in time. */
  send(exchange: HttpExchange): Promise<HttpAnswer> {
    return new Promise<HttpAnswer>((resolve, reject) => {
      const secure = exchange.url.protocol === 'https:';
      const request = (secure ? https : http).request(exchange.url, {
        method: exchange.method,
        agent: exchange.freshConnection ? false : secure ? this.agents.https : this.agents.http,
        headers: {
          accept: 'application/json',
          ...(exchange.method === 'POST' && {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(exchange.body ?? ''),
          }),
        },
      });

      const timers: NodeJS.Timeout[] = [];
      const stop = (): void => timers.forEach(clearTimeout);
      const fail = (reason: string): void => {
        stop();
        reject(new HttpFailure(reason));
        request.destroy();
      };

      timers.push(setTimeout(() => fail('timeout'), exchange.totalMs));
      request.once('socket', (socket: Socket) => {
        if (!socket.connecting) return;
        const connecting = setTimeout(() => fail('connect timeout'), exchange.connectMs);
        timers.push(connecting);
        socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
      });
      request.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'network'));
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) fail('too long');
          else chunks.push(chunk);
        });
        response.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'network'));
        response.once('end', () => {
          stop();
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) });
        });
      });
      request.end(exchange.body);
    });
  }

  /** Closes idle connections; call when the application stops. */
  close(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }
}
