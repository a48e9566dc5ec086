import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { JwtService } from '@nestjs/jwt';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import { deriveKey } from '@jiefang/bff/common/crypto/field-cipher';
import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { Database } from '@jiefang/bff/database/database';
import { addDays, instantAt, shanghaiDay } from '@jiefang/shared/time';
import type { DataSource } from 'typeorm';
import { buildPerson } from '../builders/people.js';
import { buildVenue } from '../builders/venues.js';
import { faultsIn, NO_FAULTS } from '../contention/ledger-proof.js';
import { TEST_SECRET } from '../support/app.js';
import { workerDatabase } from '../support/database.js';
import { createSimulatedWeChat, type SimulatedWeChat } from '../support/wechat/server.js';

jest.setTimeout(120_000);

const ROOT = path.resolve(__dirname, '../..');

interface Replica {
  process: ChildProcess;
  url: string;
  /** Code and signal with which it ended. */
  ended: Promise<[number | null, NodeJS.Signals | null]>;
}

describe('SIGTERM under load', () => {
  let dataSource: DataSource;
  let databaseUrl: string;
  let database: Database;
  let wechat: SimulatedWeChat;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    ({ dataSource, url: databaseUrl } = await workerDatabase());
    database = new Database(dataSource);
    wechat = await createSimulatedWeChat({});
  });
  afterAll(async () => {
    for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
    await wechat.close();
    await dataSource.destroy();
  });

  const start = (): Promise<Replica> =>
    new Promise((resolve, reject) => {
      const { PATH, HOME } = process.env;
      const child = spawn(process.execPath, ['bff/dist/main.js'], {
        cwd: ROOT,
        env: {
          PATH,
          HOME,
          PORT: '0',
          DATABASE_URL: databaseUrl,
          APP_SECRET: TEST_SECRET,
          WECHAT_BASE_URL: wechat.url,
          WECHAT_APP_ID: wechat.appId,
          WECHAT_APP_SECRET: wechat.appSecret,
          REQUESTS_PER_MINUTE: '1000000',
          LOG_LEVEL: 'silent',
        },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      started.push(child);
      let errors = '';
      child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
      const ended = new Promise<[number | null, NodeJS.Signals | null]>((done) =>
        child.once('exit', (code, signal) => done([code, signal])),
      );
      void ended.then(([code]) => reject(new Error(`ended with ${code}: ${errors}`)));
      child.once('message', (message: { address: { port: number } }) =>
        resolve({ process: child, url: `http://127.0.0.1:${message.address.port}`, ended }),
      );
    });

  it('keeps every acknowledged booking and answers the rest with 503 or not at all', async () => {
    const tokens = new AccessTokens(
      new JwtService({ secret: deriveKey(TEST_SECRET, 'access-token'), signOptions: { algorithm: 'HS256' } }),
    );
    const venues = await Promise.all(
      Array.from({ length: 12 }, () => buildVenue(database, { unitMinutes: 15 })),
    );
    const people = await Promise.all(Array.from({ length: 40 }, () => buildPerson(database)));
    const headers = people.map((person) => ({
      authorization: `Bearer ${tokens.sign({ sub: person, fam: 0 }, new Date()).accessToken}`,
      'content-type': 'application/json',
    }));
    const day = addDays(shanghaiDay(new Date()), 2);
    const replica = await start();

    const acknowledged = new Map<string, number>();
    const refused: { status: number; body: string }[] = [];
    let unanswered = 0;
    let stopping = false;
    const knock = async (n: number): Promise<void> => {
      for (let round = 0; ; round += 1) {
        const slot = (n * 13 + round * 7) % 48;
        let answer: Response;
        try {
          answer = await fetch(`${replica.url}/api/v1/bookings`, {
            method: 'POST',
            headers: { ...headers[n % people.length], 'idempotency-key': `sigterm-${n}-${round}` } as Record<
              string,
              string
            >,
            body: JSON.stringify({
              venueId: encodeId('venue', venues[(n + round) % venues.length] as number),
              startsAt: instantAt(day, 480 + 15 * slot).toISOString(),
              endsAt: instantAt(day, 510 + 15 * slot).toISOString(),
              purpose: '合唱排练',
              attendees: 3,
            }),
          });
        } catch {
          // Refused or dropped: nothing was acknowledged.
          unanswered += 1;
          return;
        }
        const body = await answer.text().catch(() => '');
        if (answer.status === 201)
          acknowledged.set((JSON.parse(body) as { id: string }).id, people[n % people.length] as number);
        else if (answer.status !== 409) refused.push({ status: answer.status, body });
        if (acknowledged.size >= 60 && !stopping) {
          stopping = true;
          replica.process.kill('SIGTERM');
        }
        if (answer.status === 503 || refused.length > 100) return;
      }
    };
    await Promise.all(Array.from({ length: 80 }, (_, n) => knock(n)));

    expect(await replica.ended).toEqual([0, null]);
    expect(stopping).toBe(true);
    expect(refused.length + unanswered).toBeGreaterThan(0);
    expect(refused.filter((answer) => answer.status !== 503)).toEqual([]);
    const rows = await database.query<{ id: number; personId: number; status: string }>(
      'SELECT id, person_id AS personId, status FROM booking',
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const [id, personId] of acknowledged) {
      expect(stored.get(decodeId('booking', id))).toMatchObject({ personId, status: 'confirmed' });
    }
    expect(await faultsIn(database)).toEqual(NO_FAULTS);
  });

  it('refuses a second start of the same port in one sentence', async () => {
    const first = await start();
    const second = spawn(process.execPath, ['bff/dist/main.js'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        PORT: new URL(first.url).port,
        DATABASE_URL: databaseUrl,
        APP_SECRET: TEST_SECRET,
        WECHAT_BASE_URL: wechat.url,
        WECHAT_APP_ID: wechat.appId,
        WECHAT_APP_SECRET: wechat.appSecret,
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    started.push(second);
    let errors = '';
    second.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    const code = await new Promise((resolve) => second.once('close', resolve));
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    first.process.kill('SIGTERM');
    expect(await first.ended).toEqual([0, null]);
  });
});
