import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isPlace, type Place } from '@jiefang/shared/geo';

/** A point of a GPX file. WGS-84 degrees. */
export interface GpxPoint extends Place {
  /** Epoch milliseconds; null when the file does not say, or says no instant. */
  at: number | null;
  /** Metres above the sea. */
  elevation: number | null;
}

/** What a GPX file says about the ways that were recorded. Planned routes (`rte`) and marks (`wpt`) are no record. */
export interface GpxTracks {
  /** Segments of all tracks, in the order of the file; empty ones left out. */
  segments: GpxPoint[][];
  tracks: number;
  /** Points whose latitude or longitude is missing or no place on earth. */
  unplaced: number;
}

/** The file is no GPX that can be read; the message says why, for its user. */
export class GpxError extends Error {
  override readonly name = 'GpxError';
}

const LISTS = ['trk', 'trkseg', 'trkpt'];

/**
 * Reads tracks of GPX 1.0 or 1.1. Entities are never resolved, neither of the file's own making nor from elsewhere.
 * Throws GpxError for what is no XML or no GPX.
 */
export function readGpx(text: string): GpxTracks {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new GpxError(`the XML is broken at line ${verdict.err.line}`);
  const root = record(parse(text))['gpx'];
  if (root === undefined) throw new GpxError('there is no <gpx> element');
  const tracks = list(record(root)['trk']);
  const found: GpxTracks = { segments: [], tracks: tracks.length, unplaced: 0 };
  for (const segment of tracks.flatMap((track) => list(record(track)['trkseg']))) {
    const points = list(record(segment)['trkpt']).map(pointOf);
    const placed = points.filter((point) => point !== null);
    found.unplaced += points.length - placed.length;
    if (placed.length > 0) found.segments.push(placed);
  }
  return found;
}

function parse(text: string): unknown {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.includes(name),
  });
  try {
    return parser.parse(text) as unknown;
  } catch {
    throw new GpxError('the XML cannot be read');
  }
}

function pointOf(value: unknown): GpxPoint | null {
  const point = record(value);
  const place = { latitude: number(point['@lat']), longitude: number(point['@lon']) };
  if (place.latitude === null || place.longitude === null) return null;
  const known = { latitude: place.latitude, longitude: place.longitude };
  if (!isPlace(known)) return null;
  const time = point['time'];
  const at = typeof time === 'string' ? Date.parse(zoned(time.trim())) : Number.NaN;
  return { ...known, at: Number.isNaN(at) ? null : at, elevation: number(point['ele']) };
}

/** GPX times are UTC; some writers leave the Z out. */
function zoned(time: string): string {
  return /(Z|[+-]\d{2}:?\d{2})$/i.test(time) ? time : `${time}Z`;
}

function number(value: unknown): number | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const result = Number(value);
  return Number.isFinite(result) ? result : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A point to write; WGS-84. */
export interface GpxFix extends Place {
  at: number;
  elevation: number | null;
}

/** A GPX 1.1 document with one track. The elements stand in the order that the schema asks for. */
export function writeGpx(track: {
  name: string;
  startedAt: Date;
  segments: readonly (readonly GpxFix[])[];
}): string {
  const name = escapeXml(track.name);
  const segments = track.segments.map(
    (segment) => `  <trkseg>\n${segment.map(writePoint).join('')}  </trkseg>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gpx version="1.1" creator="Jiefang" xmlns="http://www.topografix.com/GPX/1/1"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
    ' xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">\n' +
    ` <metadata><name>${name}</name><time>${track.startedAt.toISOString()}</time></metadata>\n` +
    ` <trk>\n  <name>${name}</name>\n${segments.join('')} </trk>\n</gpx>\n`
  );
}

function writePoint({ latitude, longitude, elevation, at }: GpxFix): string {
  const height = elevation === null ? '' : `<ele>${elevation.toFixed(1)}</ele>`;
  const time = new Date(at).toISOString();
  return `   <trkpt lat="${latitude.toFixed(7)}" lon="${longitude.toFixed(7)}">${height}<time>${time}</time></trkpt>\n`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
