import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { ShiftCodes } from '@jiefang/bff/volunteering/claims/shift-codes';
import type { Sql } from '@jiefang/bff/database/database';
import type { CoordinateSystem, Place } from '@jiefang/shared/geo';
import type { TestApp } from '../support/app.js';
import { buildClaim, buildPost, buildVolunteer, PLACE } from './volunteering.js';

/** When every built patrol may begin: the Tuesday's shift has just started. */
export const PATROL_START = '2026-11-24T01:00:00Z';
export const DEVICE = 'phone-aaaaaaaa';
export const OTHER_DEVICE = 'phone-bbbbbbbb';

/** Metres of a degree of latitude, near enough for building tracks. */
const DEGREE = 111_195;

/** A place `north` and `east` metres from the built tasks' place. */
export function placeAt(north: number, east = 0): Place {
  return {
    latitude: PLACE.latitude + north / DEGREE,
    longitude: PLACE.longitude + east / (DEGREE * Math.cos((PLACE.latitude * Math.PI) / 180)),
  };
}

/** A route of 600 metres to the north with three checkpoints, in GCJ-02. */
export const ROUTE = {
  line: [placeAt(0), placeAt(600)],
  lengthMetres: 600,
  checkpoints: [0, 300, 600].map((north, index) => ({
    no: index + 1,
    name: ['南门', '凉亭', '北门'][index],
    ...placeAt(north),
    radiusMetres: 30,
    dwellSeconds: 0,
  })),
};

/** Agrees to tracks. Returns the consent's row number. */
export async function buildTrackConsent(sql: Sql, personId: number, version = 1): Promise<number> {
  const { insertId } = await sql.execute(
    "INSERT INTO consent (person_id, purpose, version, granted_at) VALUES (?, 'track', ?, '2026-11-01')",
    [personId, version],
  );
  return insertId;
}

/** A volunteer who has checked in to a patrol's shift and has agreed to tracks. */
export async function buildWalker(
  sql: Sql,
  options: { divisionCode?: string; route?: object | null; kind?: string; consent?: boolean } = {},
): Promise<{ person: number; claim: string; shift: number; task: number }> {
  const person = await buildVolunteer(sql);
  const { task, shift } = await buildPost(sql, {
    kind: options.kind ?? 'patrol',
    title: '夜间巡防',
    route: options.route === undefined ? ROUTE : options.route,
    ...(options.divisionCode === undefined ? {} : { divisionCode: options.divisionCode }),
  });
  const claim = await buildClaim(sql, { shiftId: shift, personId: person, status: 'in_progress' });
  if (options.consent !== false) await buildTrackConsent(sql, person);
  return { person, claim: encodeId('claim', claim), shift, task };
}

/** What starting a patrol sends. */
export function startBody(change: Partial<{ device: string; coordinateSystem: CoordinateSystem }> = {}) {
  return { device: DEVICE, coordinateSystem: 'GCJ-02' as CoordinateSystem, consentVersion: 1, ...change };
}

/** A walker whose patrol has just begun; the clock stands at its start. */
export async function buildPatrol(
  app: TestApp,
  options: Parameters<typeof buildWalker>[1] & { coordinateSystem?: CoordinateSystem } = {},
): Promise<Awaited<ReturnType<typeof buildWalker>> & { patrol: string; row: number }> {
  app.clock.set(PATROL_START);
  const walker = await buildWalker(app.database, options);
  const answer = await app
    .as(walker.person)
    .post(
      `/claims/${walker.claim}/patrol`,
      startBody(options.coordinateSystem === undefined ? {} : { coordinateSystem: options.coordinateSystem }),
    );
  if (answer.status !== 201) throw new Error(`not started: ${answer.status} ${answer.text}`);
  const patrol = (answer.body as { id: string }).id;
  return { ...walker, patrol, row: decodeId('patrol', patrol) };
}

/** Epoch milliseconds of a second of the patrol. */
export function second(seconds: number): number {
  return Date.parse(PATROL_START) + seconds * 1000;
}

/** A point as the client sends it: `seconds` after the start, metres from the task's place. */
export function fix(
  seconds: number,
  north: number,
  east = 0,
  accuracy: number | null = 8,
): (number | null)[] {
  const { latitude, longitude } = placeAt(north, east);
  return [second(seconds), latitude, longitude, accuracy, 12.5, 1.2];
}

/** A walk north at 1.2 m/s with a fix every five seconds: numbers `from` to `to`, the last one left out. */
export function walk(from: number, to: number): (number | null)[][] {
  return Array.from({ length: to - from }, (_, index) => fix((from + index) * 5, (from + index) * 6));
}

/** The body of an upload. */
export function batch(firstSeq: number, points: readonly unknown[], device = DEVICE) {
  return { device, firstSeq, points };
}

/** The rotating code of a checkpoint, as the staff phone shows it now. */
export function checkpointCode(app: TestApp, shiftId: number, checkpoint: number | null): string {
  return app.app.get(ShiftCodes, { strict: false }).issue({ shiftId, checkpoint }, app.clock.now()).qr;
}
