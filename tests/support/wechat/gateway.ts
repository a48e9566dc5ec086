import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeEndpoints } from './endpoints/codes.js';
import { personEndpoints } from './endpoints/person.js';
import { securityEndpoints } from './endpoints/security.js';
import { subscribeEndpoints } from './endpoints/subscribe.js';
import { loginEndpoint, tokenEndpoints } from './endpoints/token.js';
import { Failure } from './failure.js';
import type { Fault, Faults } from './faults.js';
import type { RequestLog } from './request-log.js';
import type { Endpoint, JsonObject, Reply, World } from './world.js';

/** An answer as bytes. */
interface Answer {
  status: number;
  type: string;
  body: Buffer;
  errcode?: number;
}

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
const JSON_TYPE = 'application/json; encoding=utf-8';

/** Answers calls to WeChat's API, faults included. */
export class Gateway {
  private readonly endpoints: ReadonlyMap<string, Endpoint>;

  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    private readonly log: RequestLog,
  ) {
    const all = [
      ...tokenEndpoints,
      loginEndpoint,
      ...personEndpoints,
      ...securityEndpoints,
      ...subscribeEndpoints(),
      ...codeEndpoints(),
    ];
    this.endpoints = new Map(all.map((endpoint) => [endpoint.path, endpoint]));
  }

  async serve(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const url = new URL(request.url, 'http://localhost');
    const path = url.pathname;
    const query = Object.fromEntries(url.searchParams);
    const rawBody = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';

    const fault = this.faults.take(path);
    if (fault?.kind === 'delay') await sleep(fault.delayMs ?? 1000);
    const replaced = fault && !fault.after ? this.replacement(fault) : undefined;
    const answer = replaced ?? (await this.answer(request.method, path, query, rawBody));
    const broken = fault?.kind === 'reset' || fault?.kind === 'truncate';
    const sent = (fault?.after && this.replacement(fault)) || answer;

    this.log.add({
      at: this.world.clock.now(),
      method: request.method,
      path,
      query,
      body: parseObject(rawBody) ?? {},
      status: sent.status,
      ...(!broken && { errcode: sent.errcode }),
    });
    if (!broken) {
      await reply.code(sent.status).header('content-type', sent.type).send(sent.body);
      return;
    }
    reply.hijack();
    if (fault.kind === 'truncate') {
      reply.raw.writeHead(sent.status, { 'content-type': sent.type, 'content-length': sent.body.length });
      await new Promise((done) => reply.raw.write(sent.body.subarray(0, sent.body.length / 2), done));
    }
    request.raw.socket.destroy();
  }

  private replacement(fault: Fault): Answer | undefined {
    switch (fault.kind) {
      case 'errcode':
        return failureAnswer(new Failure(fault.errcode ?? -1), this.endpoints.get(fault.path));
      case 'http500':
        return { status: 502, type: 'text/html', body: Buffer.from(HTML) };
      case 'html':
        return { status: 200, type: 'text/html', body: Buffer.from(HTML) };
      case 'reset':
        return { status: 0, type: '', body: Buffer.alloc(0) };
      case 'delay':
      case 'truncate':
        return undefined;
    }
  }

  private async answer(
    method: string,
    path: string,
    query: Record<string, string>,
    rawBody: string,
  ): Promise<Answer> {
    const endpoint = this.endpoints.get(path);
    if (!endpoint) return { status: 404, type: 'text/html', body: Buffer.from('<html>404 Not Found</html>') };
    try {
      const body = this.check(endpoint, method, query, rawBody);
      return toAnswer(await endpoint.handle({ query, body, rawBody }, this.world), endpoint);
    } catch (error) {
      if (error instanceof Failure) return failureAnswer(error, endpoint);
      throw error;
    }
  }

  /** What is checked before every endpoint, in WeChat's order. Returns the parsed body. */
  private check(
    endpoint: Endpoint,
    method: string,
    query: Record<string, string>,
    rawBody: string,
  ): JsonObject {
    if (!endpoint.methods.some((allowed) => allowed === method)) {
      throw new Failure(endpoint.wrongMethod ?? (endpoint.methods[0] === 'POST' ? 43002 : 43001));
    }
    if (endpoint.needsToken) {
      const token = query.access_token;
      // A token in the body spoils the body; without any it is missing.
      if (!token) throw new Failure(parseObject(rawBody)?.access_token ? 47001 : 41001);
      this.world.tokens.check(token);
    }
    this.world.quota.count(endpoint.path);
    if (endpoint.body === 'raw') return {};
    if (rawBody.trim() === '') throw new Failure(44002);
    const body = parseObject(rawBody);
    if (!body) throw new Failure(47001);
    return body;
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function toAnswer(reply: Reply, endpoint: Endpoint): Answer {
  if ('image' in reply) return { status: 200, type: reply.type, body: reply.image, errcode: 0 };
  const text = 'text' in reply ? reply.text : JSON.stringify(reply.object);
  return { status: 200, type: typeOf(endpoint), body: Buffer.from(text), errcode: 0 };
}

function failureAnswer(failure: Failure, endpoint: Endpoint | undefined): Answer {
  const body = Buffer.from(JSON.stringify(failure.toReply(endpoint?.suffix ?? 'comma')));
  return { status: 200, type: typeOf(endpoint), body, errcode: failure.errcode };
}

function typeOf(endpoint: Endpoint | undefined): string {
  return endpoint?.plainText ? 'text/plain' : JSON_TYPE;
}
