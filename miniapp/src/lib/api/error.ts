/** A rule of the house as a refusal names it. */
export interface RuleName {
  no: number;
  title: string;
}

/** What every refusal of the BFF carries; sentences are Chinese and ready to show. */
export interface ErrorBody {
  code: string;
  message: string;
  rule: RuleName | null;
  next: string | null;
  requestId: string;
  details?: { field: string; message: string }[];
  retryAfterSeconds?: number;
}

/** Codes the client itself gives when no answer of the BFF exists. */
const NETWORK_DOWN = 'NETWORK_DOWN';
const NO_SENSE = 'NO_SENSE';

/** A request that did not succeed, told in sentences a resident understands. */
export class ApiError extends Error {
  readonly code: string;
  readonly rule: RuleName | null;
  readonly next: string | null;
  /** Empty when the request never reached the BFF. */
  readonly requestId: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly details: { field: string; message: string }[];
  readonly retryAfterSeconds: number | null;
  /** The whole body, for refusals that bring more (alternatives, candidates). */
  readonly body: unknown;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = body.code;
    this.rule = body.rule;
    this.next = body.next;
    this.requestId = body.requestId;
    this.details = body.details ?? [];
    this.retryAfterSeconds = body.retryAfterSeconds ?? null;
    this.body = body;
  }

  /** True when nobody knows whether the BFF did it: the same request may be sent again with the same key. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** The error of a request that got no answer. */
export function networkDown(): ApiError {
  return new ApiError(0, {
    code: NETWORK_DOWN,
    message: '现在连不上网络。',
    rule: null,
    next: '请检查网络后再试一次。',
    requestId: '',
  });
}

/** Reads an error body; anything that is not one (a proxy's page) becomes a plain sentence. */
export function errorFrom(status: number, body: unknown): ApiError {
  if (isErrorBody(body)) return new ApiError(status, body);
  return new ApiError(status, {
    code: NO_SENSE,
    message: status === 503 || status === 502 ? '来的人太多，服务正忙。' : '服务暂时没有回应好。',
    rule: null,
    next: '请过一会儿再试。',
    requestId: '',
  });
}

/** Any thrown thing as an ApiError. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : errorFrom(0, null);
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null) return false;
  const { code, message } = body as Partial<ErrorBody>;
  return typeof code === 'string' && typeof message === 'string';
}
