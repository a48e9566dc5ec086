/**
 * What a caller can do about a failed call:
 * - `code_invalid`: the login or phone code is expired, used, foreign or of the other kind: ask for a fresh one.
 * - `blocked`: WeChat blocked this person as high risk: never retry.
 * - `busy`: a limit per minute: wait for the next minute.
 * - `unavailable`: WeChat did not answer properly (-1, network, time limit, HTTP error, garbage): later.
 * - `quota`: the day's quota is used up: closed until midnight.
 * - `config`: app id, secret, address list or permission: the operator must act.
 * - `refused`: the person has no grant left for this message: tell them in the inbox instead.
 * - `invalid_template`: template id or data do not fit: a fault of ours, to be looked at, never retried.
 * - `invalid_page`: the page is not in the released version.
 * - `invalid_openid`: no such person in this app.
 * - `inactive`: the person has not used the mini-program lately, WeChat will not judge their text.
 * - `bad_request`: we sent something malformed: a fault of ours.
 * - `unexpected`: a code that the contract does not list.
 */
export type WeChatErrorKind =
  | 'code_invalid'
  | 'blocked'
  | 'busy'
  | 'unavailable'
  | 'quota'
  | 'config'
  | 'refused'
  | 'invalid_template'
  | 'invalid_page'
  | 'invalid_openid'
  | 'inactive'
  | 'bad_request'
  | 'unexpected';

const KIND_BY_CODE: ReadonlyMap<number, WeChatErrorKind> = new Map<number, WeChatErrorKind>([
  [-1, 'unavailable'],
  [40029, 'code_invalid'],
  [40163, 'code_invalid'],
  [40226, 'blocked'],
  [45011, 'busy'],
  [45009, 'quota'],
  // After one retry with a fresh token these mean that WeChat itself is out of step.
  [40001, 'unavailable'],
  [40014, 'unavailable'],
  [42001, 'unavailable'],
  [40013, 'config'],
  [40125, 'config'],
  [40164, 'config'],
  [40243, 'config'],
  [48001, 'config'],
  [48004, 'config'],
  [50001, 'config'],
  [50002, 'config'],
  [43101, 'refused'],
  [40037, 'invalid_template'],
  [47003, 'invalid_template'],
  [41030, 'invalid_page'],
  [40003, 'invalid_openid'],
  [43104, 'invalid_openid'],
  [61010, 'inactive'],
  [40002, 'bad_request'],
  [40097, 'bad_request'],
  [40129, 'bad_request'],
  [40169, 'bad_request'],
  [41001, 'bad_request'],
  [41002, 'bad_request'],
  [41004, 'bad_request'],
  [41008, 'bad_request'],
  [43002, 'bad_request'],
  [43003, 'bad_request'],
  [43302, 'bad_request'],
  [44002, 'bad_request'],
  [47001, 'bad_request'],
]);

const TOKEN_CODES: ReadonlySet<number> = new Set([40001, 40014, 42001]);
const CREDENTIAL_CODES: ReadonlySet<number> = new Set([40013, 40125, 40164, 40243]);

/** The kind that an `errcode` of WeChat belongs to; `unexpected` for one the contract does not know. */
export function kindOfErrcode(errcode: number): WeChatErrorKind {
  return KIND_BY_CODE.get(errcode) ?? 'unexpected';
}

/** The `rid` in an `errmsg`, whichever of the three suffix shapes it has; it is what WeChat's support asks for. */
export function ridOf(errmsg: string): string | undefined {
  return /\brid:\s*([0-9a-f]+(?:-[0-9a-f]+)+)/i.exec(errmsg)?.[1];
}

export interface WeChatErrorDetails {
  kind: WeChatErrorKind;
  path: string;
  /** WeChat's code; absent when no answer of WeChat's own came (network, time limit, garbage). */
  errcode?: number;
  rid?: string;
  /** Why there was no answer: `timeout`, `ECONNREFUSED`, `http 502`, `garbage`… Never text from the wire. */
  reason?: string;
}

/**
 * A call to WeChat that failed. Carries neither the address nor the request, reply or cause: those hold the secret,
 * the access token and one-use codes. Its message is for logs; people see a sentence chosen by `kind`.
 */
export class WeChatError extends Error {
  override readonly name = 'WeChatError';
  readonly kind: WeChatErrorKind;
  readonly path: string;
  readonly errcode?: number;
  readonly rid?: string;
  readonly reason?: string;

  constructor(details: WeChatErrorDetails) {
    super(
      [
        `wechat ${details.path} ${details.kind}`,
        details.errcode === undefined ? '' : ` errcode=${details.errcode}`,
        details.reason === undefined ? '' : ` reason=${details.reason}`,
        details.rid === undefined ? '' : ` rid=${details.rid}`,
      ].join(''),
    );
    this.kind = details.kind;
    this.path = details.path;
    this.errcode = details.errcode;
    this.rid = details.rid;
    this.reason = details.reason;
  }

  /** The access token was not accepted. WeChat checks it before anything else, so nothing has happened yet. */
  get isTokenError(): boolean {
    return this.errcode !== undefined && TOKEN_CODES.has(this.errcode);
  }

  /** The app id, its secret or this server's address is not accepted: no call can succeed. */
  get isCredentialError(): boolean {
    return this.errcode !== undefined && CREDENTIAL_CODES.has(this.errcode);
  }
}
