import {
  hashRefreshToken,
  judgeRefresh,
  newRefreshToken,
  newSuccessorSeed,
  successorOf,
} from './refresh-token.js';

const now = new Date('2026-11-23T01:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const fresh = { expiresAt: ago(-60), usedAt: null, familyRevoked: false, successorUsed: false };

describe('judgeRefresh', () => {
  it('rotates an unused token until it expires', () => {
    expect(judgeRefresh(fresh, now)).toBe('rotate');
    expect(judgeRefresh({ ...fresh, expiresAt: now }, now)).toBe('expired');
  });

  it('repeats the answer for ten seconds, not longer, and not once the answer has arrived', () => {
    expect(judgeRefresh({ ...fresh, usedAt: ago(10) }, now)).toBe('repeat');
    expect(judgeRefresh({ ...fresh, usedAt: ago(10.001) }, now)).toBe('reused');
    expect(judgeRefresh({ ...fresh, usedAt: ago(1), successorUsed: true }, now)).toBe('reused');
  });

  it('finds reuse also of a token that is past its life', () => {
    expect(judgeRefresh({ ...fresh, usedAt: ago(99), expiresAt: ago(1) }, now)).toBe('reused');
  });

  it('says nothing more about a family that has ended', () => {
    expect(judgeRefresh({ ...fresh, familyRevoked: true }, now)).toBe('expired');
    expect(judgeRefresh({ ...fresh, usedAt: ago(99), familyRevoked: true }, now)).toBe('expired');
  });
});

describe('tokens', () => {
  it('are 32 bytes, differ, and have one successor for a seed', () => {
    const token = newRefreshToken();
    const seed = newSuccessorSeed();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newRefreshToken()).not.toBe(token);
    expect(successorOf(token, seed)).toBe(successorOf(token, seed));
    expect(successorOf(token, seed)).not.toBe(successorOf(token, newSuccessorSeed()));
    expect(successorOf(newRefreshToken(), seed)).not.toBe(successorOf(token, seed));
    expect(Buffer.from(successorOf(token, seed), 'base64url')).toHaveLength(32);
    expect(hashRefreshToken(token)).toHaveLength(32);
  });
});
