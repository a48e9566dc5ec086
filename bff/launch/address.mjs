/** The address the product is served at: checked before anything is built, shown when it answers. */
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { LaunchError } from './progress.mjs';

/**
 * PORT (3000) and HOST (127.0.0.1) of the environment.
 * @returns {{ host: string, port: number }}
 * @throws {LaunchError}
 */
export function addressToServe() {
  const host = process.env.HOST || '127.0.0.1';
  const raw = process.env.PORT || '3000';
  const port = Number(raw);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LaunchError(`PORT=${raw} 不是可用的端口：请用 1 到 65535 之间的整数。`);
  }
  return { host, port };
}

/**
 * @param {string} host @param {number} port
 * @throws {LaunchError} when nobody could listen there
 */
export async function requireFree(host, port) {
  const error = await new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
  if (!error) return;
  if (error.code === 'EADDRINUSE') {
    throw new LaunchError(
      `端口 ${port} 已被占用（也许街坊已经在运行）：请先停下占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
    );
  }
  if (error.code === 'EACCES') throw new LaunchError(`没有权限使用端口 ${port}：请换一个 1024 以上的端口。`);
  throw new LaunchError(`本机没有 ${host} 这个地址：请检查 HOST。`);
}

/** @param {string} host */
export const isLoopback = (host) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Where this machine itself reaches the server.
 * @param {string} host @param {number} port
 */
export function localUrl(host, port) {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Addresses for phones in the same network; empty when the server listens on loopback only.
 * @param {string} host @param {number} port
 * @returns {string[]}
 */
export function phoneUrls(host, port) {
  if (isLoopback(host)) return [];
  if (host !== '0.0.0.0' && host !== '::') return [localUrl(host, port)];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address.address}:${port}`);
}
