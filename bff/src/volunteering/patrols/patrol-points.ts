import { DomainError } from '../../common/errors/domain-error.js';
import type { RawPoint } from './track-chunks.js';

/** Points that one request may bring. */
export const MAX_BATCH_POINTS = 500;
/** The last sequence number of a patrol: two days and a half at a point a second. */
export const MAX_SEQ = 200_000;
/** A `Date` holds instants up to this many milliseconds from 1970. */
const MAX_INSTANT = 8.64e15;
/** What a 32-bit float holds with room to spare; a fix that claims more says nothing. */
const MAX_FLOAT = 1e30;

/** A device of one installation of the client; it names no person and no phone. */
export const DEVICE_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;

/** A batch of points as it came: the point at index n has the sequence number `firstSeq` + n. */
export interface PointBatch {
  device: string;
  firstSeq: number;
  points: RawPoint[];
}

/**
 * Reads the body of an upload by one loop: a thousand of them arrive each second, and each brings hundreds of numbers.
 * What is a number and a place is taken, however wrong it looks; the analysis sets it aside later.
 *
 * Throws INVALID_INPUT, PATROL_POINTS_INVALID for what is no batch of points, BODY_TOO_LARGE beyond 500 points.
 */
export function readBatch(body: unknown): PointBatch {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new DomainError('INVALID_INPUT');
  const { device, firstSeq, points, ...rest } = body as Record<string, unknown>;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw invalid(unknown, '多出来的内容，不能识别');
  if (typeof device !== 'string' || !DEVICE_PATTERN.test(device)) throw invalid('device', '格式不对');
  if (!Array.isArray(points)) throw unreadable('points', '应该是一组轨迹点');
  if (points.length === 0) throw unreadable('points', '至少要有一个轨迹点');
  if (points.length > MAX_BATCH_POINTS) {
    throw new DomainError('BODY_TOO_LARGE', {
      message: `一次最多上传 ${MAX_BATCH_POINTS} 个轨迹点。`,
      next: '请分几次上传。',
    });
  }
  if (typeof firstSeq !== 'number' || !Number.isInteger(firstSeq) || firstSeq < 0)
    throw unreadable('firstSeq', '应该是从 0 开始的整数');
  if (firstSeq + points.length - 1 > MAX_SEQ) throw unreadable('firstSeq', '序号太大了');
  return { device, firstSeq, points: points.map(readPoint) };
}

function readPoint(value: unknown, index: number): RawPoint {
  if (Array.isArray(value) && value.length === 6) {
    const [at, latitude, longitude, accuracy, altitude, speed] = value as unknown[];
    if (
      isWithin(at, MAX_INSTANT) &&
      isWithin(latitude, 90) &&
      isWithin(longitude, 180) &&
      (accuracy === null || isWithin(accuracy, MAX_FLOAT)) &&
      (altitude === null || isWithin(altitude, MAX_FLOAT)) &&
      (speed === null || isWithin(speed, MAX_FLOAT))
    ) {
      // Some phones say -1 for what they do not know.
      const known = accuracy !== null && accuracy >= 0;
      return { at, latitude, longitude, accuracy: known ? accuracy : null, altitude, speed };
    }
  }
  throw unreadable(`points.${index}`, '应该是时间、纬度、经度、精度、海拔、速度六个数');
}

function isWithin(value: unknown, limit: number): value is number {
  return typeof value === 'number' && value >= -limit && value <= limit;
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', { extra: { details: [{ field, message }] } });
}

function unreadable(field: string, message: string): DomainError {
  return new DomainError('PATROL_POINTS_INVALID', { extra: { details: [{ field, message }] } });
}
