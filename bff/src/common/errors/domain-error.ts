import { VOLUNTEER_ERRORS, type ErrorCode } from '@jiefang/shared/error-codes';
import { BOOKING_RULES, type BookingRule } from '@jiefang/shared/venues';
import { CLAIM_RULES, type ClaimRule } from '@jiefang/shared/volunteering';
import { ERROR_CATALOGUE } from './catalogue.js';

/** What a refusal may add to the catalogue's entry. */
export interface RefusalDetail {
  /** Replaces the catalogue's sentence: what happened, in the resident's words. */
  message?: string;
  /** Replaces what to do next. */
  next?: string | null;
  /** The rule that refused: one of claiming for the codes of volunteering, of booking for all others. */
  rule?: BookingRule | ClaimRule;
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
      rule: detail.rule === undefined ? null : ruleOf(code, detail.rule),
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

const OF_CLAIMING: ReadonlySet<ErrorCode> = new Set(VOLUNTEER_ERRORS);

/** Number and title of a rule; both domains have one called `hours`, so the code says which is meant. */
function ruleOf(code: ErrorCode, rule: BookingRule | ClaimRule): { no: number; title: string } | null {
  const rules: Partial<Record<string, { no: number; title: string }>> = OF_CLAIMING.has(code)
    ? CLAIM_RULES
    : BOOKING_RULES;
  const found = rules[rule];
  return found === undefined ? null : { ...found };
}
