import { connect, type Socket } from 'node:net';

/** An answer with its body still text: most of a load is only counted. */
export interface Answer {
  status: number;
  body: string;
  /** Milliseconds from sending to the last byte. */
  ms: number;
}

/** What a load sends. */
export interface Request {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  key?: string;
  body?: unknown;
}

interface Pending {
  sentAt: number;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/**
 * Keep-alive HTTP/1.1 over a fixed number of sockets, one request in flight on each. It does as little as it can, so
 * that on two cores the load generator takes little from what it measures.
 */
export class HttpClient {
  private readonly idle: Connection[] = [];
  private readonly waiting: ((connection: Connection) => void)[] = [];
  private readonly all: Connection[] = [];

  private constructor() {}

  static async open(port: number, sockets: number): Promise<HttpClient> {
    const client = new HttpClient();
    for (let index = 0; index < sockets; index += 1) {
      const connection = await Connection.open(port);
      client.all.push(connection);
      client.idle.push(connection);
    }
    return client;
  }

  async send(request: Request): Promise<Answer> {
    // The one that has rested longest: a socket that rests too long is closed by the server.
    const connection =
      this.idle.shift() ?? (await new Promise<Connection>((resolve) => this.waiting.push(resolve)));
    try {
      return await connection.send(request);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.idle.push(connection);
      else next(connection);
    }
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }
}

class Connection {
  private received: Buffer = Buffer.alloc(0);
  private pending: Pending | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
      this.read();
    });
    const fail = (): void => {
      this.pending?.reject(new Error('connection closed'));
      this.pending = null;
    };
    socket.on('error', fail);
    socket.on('close', fail);
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  send({ method, path, token, key, body }: Request): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const head =
      `${method} ${path} HTTP/1.1\r\nhost: bench\r\n` +
      (token === undefined ? '' : `authorization: Bearer ${token}\r\n`) +
      (key === undefined ? '' : `idempotency-key: ${key}\r\n`) +
      (body === undefined
        ? ''
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`);
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) {
        reject(new Error('the server had closed the connection'));
        return;
      }
      this.pending = { sentAt: performance.now(), resolve, reject };
      this.socket.write(`${head}\r\n${text}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(): void {
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0 || this.pending === null) return;
    const head = this.received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.pending.reject(new Error(`an answer without a length: ${head.slice(0, 200)}`));
      return;
    }
    const total = end + 4 + Number(length);
    if (this.received.length < total) return;
    const answer = {
      status: Number(head.slice(9, 12)),
      body: this.received.toString('utf8', end + 4, total),
      ms: performance.now() - this.pending.sentAt,
    };
    this.received = this.received.subarray(total);
    const { resolve } = this.pending;
    this.pending = null;
    resolve(answer);
  }
}
