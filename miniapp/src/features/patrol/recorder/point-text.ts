import type { Point } from './types';

/**
 * Points as text for the device's storage: “at,latitude,longitude,accuracy,altitude,speed;…”, nothing where a number is
 * unknown. About 45 characters a point, and no quotes that a storage would escape.
 */
export function writePoints(points: readonly Point[]): string {
  return points
    .map((point) => point.map((value) => (value === null ? '' : String(value))).join(','))
    .join(';');
}

/** Reads them back; a torn or foreign text gives the points before the fault. */
export function readPoints(text: string): Point[] {
  const points: Point[] = [];
  if (text === '') return points;
  for (const part of text.split(';')) {
    const values = part.split(',');
    if (values.length !== 6) return points;
    const [at, latitude, longitude, ...rest] = values.map((value) => (value === '' ? null : Number(value)));
    const numbers = [at, latitude, longitude, ...rest];
    if (numbers.some((value) => value !== null && !Number.isFinite(value))) return points;
    if (at === null || latitude === null || longitude === null) return points;
    if (at === undefined || latitude === undefined || longitude === undefined) return points;
    const [accuracy = null, altitude = null, speed = null] = rest;
    points.push([at, latitude, longitude, accuracy, altitude, speed]);
  }
  return points;
}

/** A point with no more digits than a phone knows: a centimetre, a decimetre of radius, a centimetre a second. */
export function trimmed([at, latitude, longitude, accuracy, altitude, speed]: Point): Point {
  const cut = (value: number, digits: number): number => Number(value.toFixed(digits));
  const maybe = (value: number | null, digits: number): number | null =>
    value === null ? null : cut(value, digits);
  return [
    Math.round(at),
    cut(latitude, 7),
    cut(longitude, 7),
    maybe(accuracy, 1),
    maybe(altitude, 1),
    maybe(speed, 2),
  ];
}
