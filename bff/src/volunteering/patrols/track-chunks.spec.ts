import fc from 'fast-check';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { receivedOf } from './patrol-received.js';
import { CHUNK_POINTS, TrackChunk, TrackCipher, type RawPoint } from './track-chunks.js';

const cipher = new TrackCipher(deriveKey('x'.repeat(32), 'track'));

const float = fc.option(fc.float({ noNaN: true, noDefaultInfinity: true }), { nil: null });
const point: fc.Arbitrary<RawPoint> = fc.record({
  at: fc.integer({ min: -1e12, max: 1e13 }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  accuracy: float,
  altitude: float,
  speed: float,
});

describe('a chunk of points', () => {
  it('gives back what was put in, the first of each slot, through encryption', () => {
    const writes = fc.array(fc.tuple(fc.nat(CHUNK_POINTS - 1), point), { maxLength: 150 });
    fc.assert(
      fc.property(writes, fc.nat(3000), (all, number) => {
        const chunk = TrackChunk.empty();
        const first = new Map<number, RawPoint>();
        for (const [slot, one] of all) {
          expect(chunk.put(slot, one, 1_700_000_000_999)).toBe(!first.has(slot));
          if (!first.has(slot)) first.set(slot, one);
        }
        const sealed = cipher.sealChunk(7, number, chunk);
        const opened = cipher.openChunk(7, number, chunk.low, chunk.high, sealed).points(number);
        expect(opened).toEqual(
          [...first.keys()]
            .sort((a, b) => a - b)
            .map((slot) => ({
              ...first.get(slot),
              seq: number * CHUNK_POINTS + slot,
              receivedAt: 1_700_000_000_000,
            })),
        );
        const { receivedPoints } = receivedOf([{ chunk: 0, low: chunk.low, high: chunk.high }], null);
        expect(receivedPoints).toBe(first.size);
      }),
      { numRuns: 50 },
    );
  });

  it('is bound to its patrol, its number and its mask', () => {
    const chunk = TrackChunk.empty();
    chunk.put(59, { at: 0, latitude: 1, longitude: 2, accuracy: null, altitude: null, speed: null }, 0);
    const sealed = cipher.sealChunk(7, 3, chunk);
    expect(chunk.high).toBe(2 ** 29);
    for (const [patrol, number, low, high] of [
      [8, 3, 0, chunk.high],
      [7, 4, 0, chunk.high],
      [7, 3, 1, chunk.high],
      [7, 3, 0, 0],
    ] as const) {
      expect(() => cipher.openChunk(patrol, number, low, high, sealed)).toThrow();
    }
    expect(() => cipher.openChunk(7, 3, 0, chunk.high, sealed.subarray(0, 20))).toThrow();
    expect(() => cipher.openChunk(7, 3, 0, chunk.high, Buffer.alloc(0))).toThrow();
    expect(cipher.sealChunk(7, 3, chunk).equals(sealed)).toBe(false);
  });

  it('keeps positions the same way', () => {
    const place = { latitude: 24.5123456789, longitude: -117.6 };
    const sealed = cipher.sealPosition(7, place);
    expect(cipher.openPosition(7, sealed)).toEqual(place);
    expect(() => cipher.openPosition(8, sealed)).toThrow();
  });
});

describe('receivedOf', () => {
  const masks = (seqs: readonly number[]) =>
    [...new Set(seqs.map((seq) => Math.floor(seq / CHUNK_POINTS)))]
      .sort((a, b) => a - b)
      .map((chunk) => {
        const filled = TrackChunk.empty();
        const nowhere = { at: 0, latitude: 0, longitude: 0, accuracy: null, altitude: null, speed: null };
        for (const seq of seqs) {
          if (Math.floor(seq / CHUNK_POINTS) === chunk) filled.put(seq % CHUNK_POINTS, nowhere, 0);
        }
        return { chunk, low: filled.low, high: filled.high };
      });

  it('knows exactly what is missing', () => {
    const told = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300), { maxLength: 200 }), told, (seqs, last) => {
        const { receivedPoints, lastSeq, missing } = receivedOf(masks(seqs), last);
        expect(receivedPoints).toBe(seqs.length);
        expect(lastSeq).toBe(seqs.length === 0 && last === null ? null : Math.max(...seqs, last ?? -1));
        const gaps = missing.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        const all = Array.from({ length: (lastSeq ?? -1) + 1 }, (_, seq) => seq);
        expect(gaps).toEqual(all.filter((seq) => !seqs.includes(seq)).slice(0, gaps.length));
        if (missing.length < 200) expect(gaps.length + seqs.length).toBe(all.length);
      }),
      { numRuns: 50 },
    );
  });
});
