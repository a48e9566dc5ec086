import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

/** Seconds an access token is good for. Log-out everywhere takes effect within seconds all the same, see RevokedSessions. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** What an access token says: the person and the family of sessions it belongs to. */
export interface AccessClaims {
  sub: number;
  fam: number;
}

/** Signs and verifies access tokens (HS256 with a KeyObject: verification costs microseconds, not a key parse). */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  sign(claims: AccessClaims, now: Date): { accessToken: string; accessExpiresAt: string } {
    const issued = Math.floor(now.getTime() / 1000);
    const expires = issued + ACCESS_TOKEN_SECONDS;
    return {
      accessToken: this.jwt.sign({ sub: String(claims.sub), fam: claims.fam, iat: issued, exp: expires }),
      accessExpiresAt: new Date(expires * 1000).toISOString(),
    };
  }

  /** The claims of a good token at `now`; null for a forged, foreign or expired one. */
  verify(token: string, now: Date): AccessClaims | null {
    try {
      const claims = this.jwt.verify<{ sub: unknown; fam: unknown }>(token, {
        clockTimestamp: Math.floor(now.getTime() / 1000),
      });
      const sub = Number(claims.sub);
      if (!Number.isSafeInteger(sub) || typeof claims.fam !== 'number') return null;
      return { sub, fam: claims.fam };
    } catch {
      return null;
    }
  }
}
