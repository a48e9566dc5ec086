import { randomBytes } from 'node:crypto';

/** A reply with an `errcode`, thrown by whichever check fails first. */
export class Failure extends Error {
  constructor(
    readonly errcode: number,
    private readonly text = TEXTS[errcode] ?? 'error',
  ) {
    super(text);
  }

  /** The reply's object, with a fresh `rid` in the shape this endpoint uses. */
  toReply(suffix: SuffixShape): { errcode: number; errmsg: string } {
    return { errcode: this.errcode, errmsg: `${this.text}${SUFFIXES[suffix]()}` };
  }
}

/** The three shapes in which WeChat appends the request's id to an `errmsg`. */
export type SuffixShape = 'comma' | 'space' | 'hint';

const SUFFIXES: Record<SuffixShape, () => string> = {
  comma: () => `, rid: ${newRid()}`,
  space: () => ` rid: ${newRid()}`,
  hint: () => ` hint: [${randomBytes(8).toString('base64url')}] rid: ${newRid()}`,
};

/** A request or trace id in WeChat's shape: three groups of eight hex digits. */
export function newRid(): string {
  const hex = randomBytes(12).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
}

const TEXTS: Record<number, string> = {
  [-1]: 'system error',
  40001:
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, ' +
    'more details at https://mmbizurl.cn/s/JtxxFh33r',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40165: 'invalid weapp pagepath',
  40169: 'invalid length for scene, or the data is not json string',
  40212: 'invalid query',
  40226: 'code blocked',
  40243: 'appsecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43302: 'require POST method',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit mustslower retry next minute',
  47001: 'data format error',
  48006: 'forbid to clear quota because of reaching the limit',
  61010: 'code is expired',
  85401: 'invalid expire time',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
};
