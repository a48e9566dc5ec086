import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { HttpFailure, WeChatHttp } from './wechat-http.js';

describe('WeChatHttp', () => {
  const client = new WeChatHttp();
  const closers: (() => void)[] = [];
  afterEach(() => closers.splice(0).forEach((close) => close()));
  afterAll(() => client.close());

  async function listen(server: net.Server): Promise<number> {
    const sockets = new Set<net.Socket>();
    server.on('connection', (socket: net.Socket) => sockets.add(socket));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closers.push(() => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    });
    return (server.address() as AddressInfo).port;
  }

  const send = (url: string, totalMs = 1_000): ReturnType<WeChatHttp['send']> =>
    client.send({ method: 'GET', url: new URL(url), connectMs: 100, totalMs, freshConnection: true });

  it('gives up early on a connection that does not come about', async () => {
    // Accepts TCP and never speaks TLS.
    const port = await listen(net.createServer(() => undefined));
    const started = performance.now();
    await expect(send(`https://127.0.0.1:${port}/`)).rejects.toThrow(new HttpFailure('connect timeout'));
    expect(performance.now() - started).toBeLessThan(900);
  });

  it('gives a connected but silent server the whole time and no more', async () => {
    const port = await listen(http.createServer(() => undefined));
    const started = performance.now();
    await expect(send(`http://127.0.0.1:${port}/`, 300)).rejects.toThrow(new HttpFailure('timeout'));
    expect(performance.now() - started).toBeGreaterThan(250);
  });

  it('names the system error of a refused connection', async () => {
    const port = await listen(net.createServer());
    closers.splice(0).forEach((close) => close());
    await expect(send(`http://127.0.0.1:${port}/`)).rejects.toThrow(new HttpFailure('ECONNREFUSED'));
  });

  it('does not swallow an endless answer', async () => {
    const server = http.createServer((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    const port = await listen(server);
    await expect(send(`http://127.0.0.1:${port}/`, 5_000)).rejects.toThrow(new HttpFailure('too long'));
  });
});
