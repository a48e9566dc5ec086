import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemCode } from './operator-error.js';

/** Held until `release()` or the end of the process, however it ends: the kernel closes the socket. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the one lock of a folder, or answers null while another process holds it.
 *
 * The lock is a listening socket whose name derives from the folder: on Linux an abstract one, which leaves nothing
 * behind after kill -9; elsewhere a socket file that is removed when nobody answers on it.
 */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const name = `jiefang-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`;
  const abstract = process.platform === 'linux';
  const address = abstract ? `\0${name}` : path.join(tmpdir(), `${name}.lock`);
  const server = await listen(address);
  if (server) return held(server);
  if (abstract || (await answers(address))) return null;
  rmSync(address, { force: true });
  const second = await listen(address);
  return second ? held(second) : null;
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => {
      if (systemCode(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function held(server: Server): FolderLock {
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
