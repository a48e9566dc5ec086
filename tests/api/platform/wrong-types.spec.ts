import { randomUUID } from 'node:crypto';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import request from 'supertest';
import { at, buildPlace, DAY } from '../../builders/bookings.js';
import { buildBooking } from '../../builders/catalogue.js';
import { nextOpenid } from '../../builders/identity.js';
import { buildDivision, buildPerson, buildResidency, grantRole } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { Contract, placesIn, withAt, type ContractOperation } from '../../support/contract.js';
import { stage } from '../../support/stage.js';
import { login } from '../identity/support.js';

jest.setTimeout(300_000);

const VALUES: unknown[] = [
  null,
  -1,
  1e300,
  0.5,
  true,
  '',
  ' ',
  'x'.repeat(3000),
  '🎉𠮷',
  "'; DROP TABLE person; --",
  '\u0000',
  '2026-13-45T99:00:00Z',
  [],
  [null],
  [[1]],
  {},
  { $ne: null },
];
/** For what stands deep inside a form: everything that is there has a type that these are not of. */
const INNER_VALUES: unknown[] = [null, -1, 0.5, '', '\u0000', [], [null], {}];
const QUERIES = [
  '',
  'x',
  '-1',
  '99999999999999999999',
  '%00',
  '%F0%9F%8E%89',
  "'%20OR%201=1",
  'a&{name}=b',
  '[]',
];
const PATHS = [
  'x',
  '0',
  '%00',
  '%F0%9F%8E%89',
  "1'%20OR%20'1'='1",
  'z'.repeat(150),
  '99999999',
  'constructor',
];

const DAYTIME = [{ weekday: 2, ranges: [{ openMinute: 480, closeMinute: 1260 }] }];

/** Whatever stands in a place of a request, nobody meets a 500: the contract names the places, this fills them. */
describe('a value that does not belong where it stands', () => {
  const [app] = stage(1);
  let contract: Contract;
  let ids: Record<string, string>;
  let known: Record<string, unknown>;
  let caller: number;

  beforeAll(async () => {
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    const openid = nextOpenid();
    caller = await buildPerson(database, { openid });
    // WeChat judges the words only of people who were here lately.
    await login(app, openid);
    await grantRole(database, caller, 'administrator', '35');
    await buildResidency(database, caller, COMMUNITY);
    const { centre, venue } = await buildPlace(database);
    const booking = await buildBooking(database, {
      venueId: venue,
      centreId: centre,
      day: DAY,
      startMinute: 600,
      endMinute: 660,
      personId: await buildPerson(database),
    });
    ids = {
      venues: encodeId('venue', venue),
      centres: encodeId('centre', centre),
      bookings: encodeId('booking', booking),
      divisions: COMMUNITY,
    };
    known = {
      venueId: ids.venues,
      startsAt: at(900),
      endsAt: at(960),
      building: '3栋',
      room: '502',
      communityCode: COMMUNITY,
      homeCommunityCode: COMMUNITY,
      location: { latitude: 24.5, longitude: 117.6 },
      hours: DAYTIME,
      opening: DAYTIME,
      phone: '13800000000',
      contactPhone: '13800000000',
      nothing: undefined,
    };
    contract = await Contract.of(app.url);
  });

  /** The path with the row it is about, or with `other` for its last parameter. */
  const filled = (path: string, other?: string): string =>
    path.replace(
      /(\w+)\/\{\w+\}/g,
      (_, owner: string) => `${owner}/${other ?? ids[owner] ?? encodeId('venue', 1)}`,
    );

  /** A request with the body as it is: a number, a word or null is one, too. */
  const send = (
    { method, path }: Pick<ContractOperation, 'method' | 'path'>,
    body?: unknown,
  ): request.Test => {
    const { accessToken } = app.app.get(AccessTokens).sign({ sub: caller, fam: 0 }, app.clock.now());
    const test = request(app.url)
      [method](`/api/v1${path}`)
      .set('authorization', `Bearer ${accessToken}`)
      .set('idempotency-key', randomUUID());
    return body === undefined ? test : test.type('json').send(JSON.stringify(body));
  };

  /** Sends requests a few at a time; answers those that went wrong. */
  async function faultsOf(requests: (() => { name: string; test: request.Test })[]): Promise<string[]> {
    const faults: string[] = [];
    const left = [...requests];
    const worker = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const { name, test } = next();
        const { status, body } = await test;
        const { code, message, requestId } = body as Record<string, string>;
        const explained = /\p{Script=Han}/u.test(message ?? '') && /^[0-9a-f]{12}$/.test(requestId ?? '');
        if (status >= 500 || (status >= 400 && !explained)) faults.push(`${name} → ${status} ${code}`);
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
    return faults.sort();
  }

  it('is refused in a body, or does no harm', async () => {
    const requests = contract.operations().flatMap((operation) => {
      if (operation.body === null) return [];
      const base = contract.example(operation.body, known);
      return placesIn(base).flatMap((place) =>
        (place.length > 1 ? INNER_VALUES : VALUES).map((value) => () => ({
          name: `${operation.method} ${operation.path} ${place.join('.')} = ${JSON.stringify(value).slice(0, 40)}`,
          test: send({ ...operation, path: filled(operation.path) }, withAt(base, place, value)),
        })),
      );
    });
    expect(requests.length).toBeGreaterThan(1000);
    expect(await faultsOf(requests)).toEqual([]);
  });

  it('is refused in an address and in a query, or does no harm', async () => {
    const operations = contract.operations();
    const queries = operations.flatMap((operation) =>
      operation.query.flatMap((name) =>
        QUERIES.map((value) => () => {
          const path = `${filled(operation.path)}?${name}=${value.replace('{name}', name)}`;
          return { name: `${operation.method} ${path}`, test: send({ ...operation, path }) };
        }),
      ),
    );
    const paths = operations
      .filter((operation) => operation.path.includes('{'))
      .flatMap((operation) => {
        const body = operation.body === null ? undefined : contract.example(operation.body, known);
        return PATHS.map((value) => () => {
          const path = filled(operation.path, value);
          return { name: `${operation.method} ${path}`, test: send({ ...operation, path }, body) };
        });
      });
    expect(queries.length + paths.length).toBeGreaterThan(300);
    expect(await faultsOf([...queries, ...paths])).toEqual([]);
  });
});
