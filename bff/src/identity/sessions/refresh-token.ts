import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Seconds a refresh token is good for: thirty days, anew with every rotation. */
export const REFRESH_SECONDS = 30 * 24 * 3600;
/** Seconds after a rotation in which the same token may come again because its answer was lost on the way. */
export const REPEAT_GRACE_SECONDS = 10;

/** A first token of a family: 32 random bytes, base64url. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A seed for one token's successor: 32 random bytes, stored with the token that was used. */
export function newSuccessorSeed(): Buffer {
  return randomBytes(32);
}

/**
 * The token that follows `token`: HMAC-SHA-256 of the stored seed under the token itself, base64url. The server keeps
 * only hashes, so neither its database nor a stolen token gives the successor alone; together they give it again,
 * which is what lets a lost answer be repeated word for word instead of forking the family into two lineages.
 */
export function successorOf(token: string, seed: Buffer): string {
  return createHmac('sha256', token).update(seed).digest('base64url');
}

/** What is stored in place of a token. */
export function hashRefreshToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What the database knows of a presented token. */
export interface KnownToken {
  expiresAt: Date;
  usedAt: Date | null;
  familyRevoked: boolean;
  /** Whether the token that followed it was used in turn, so that its answer certainly arrived. */
  successorUsed: boolean;
}

export type RefreshVerdict = 'rotate' | 'repeat' | 'reused' | 'expired';

/**
 * What to do with a presented token.
 * - `rotate`: its first use.
 * - `repeat`: used within the last ten seconds and its successor not yet: a phone that lost the answer asks again, or
 *   several of its requests asked at once. It gets the same successor. A thief who does the same shares the lineage
 *   with the owner, and whichever of them refreshes second is found out then, as `reused`.
 * - `reused`: used before: two parties hold it. The whole family ends.
 * - `expired`: over, or of a family that has ended already.
 */
export function judgeRefresh(token: KnownToken, now: Date): RefreshVerdict {
  if (token.familyRevoked) return 'expired';
  if (token.usedAt !== null) {
    const age = now.getTime() - token.usedAt.getTime();
    return age <= REPEAT_GRACE_SECONDS * 1000 && !token.successorUsed ? 'repeat' : 'reused';
  }
  return now >= token.expiresAt ? 'expired' : 'rotate';
}
