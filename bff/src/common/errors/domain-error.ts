import type { ErrorCode } from '@jiefang/shared/error-codes';
import { BOOKING_RULES, type BookingRule } from '@jiefang/shared/venues';
import { ERROR_CATALOGUE } from './catalogue.js';

/** What a refusal may add to the catalogue's entry. */
export interface RefusalDetail {
  /** Replaces the catalogue's sentence: what happened, in the resident's words. */
  message?: string;
  /** Replaces what to do next. */
  next?: string | null;
  /** The booking rule that refused. */
  rule?: BookingRule;
  /** Field errors, offers and candidates; merged into the body. */
  extra?: Record<string, unknown>;
}

/** The body of every non-2xx answer, without the request id that the filter adds. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  rule: { no: number; title: string } | null;
  next: string | null;
  [extra: string]: unknown;
}

/** A refusal that a resident can understand. Thrown by services; the error filter turns it into the answer. */
export class DomainError extends Error {
  readonly status: number;
  readonly refusal: Refusal;

  constructor(
    readonly code: ErrorCode,
    detail: RefusalDetail = {},
  ) {
    super(code);
    this.name = 'DomainError';
    const entry = ERROR_CATALOGUE[code];
    this.status = entry.status;
    this.refusal = {
      code,
      message: detail.message ?? entry.message,
      rule: detail.rule === undefined ? null : { ...BOOKING_RULES[detail.rule] },
      next: detail.next === undefined ? entry.next : detail.next,
      ...detail.extra,
    };
  }

  /** A refusal that was kept with an idempotency key, thrown again word for word. */
  static stored(refusal: Refusal): DomainError {
    const error = new DomainError(refusal.code);
    Object.assign(error.refusal, refusal);
    return error;
  }
}
