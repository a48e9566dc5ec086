import { DomainError } from '../../common/errors/domain-error.js';
import { WeChatError } from '../../integrations/wechat/wechat-error.js';
import type { ErrorCode } from '@jiefang/shared/error-codes';

/** What a resident is told when a call that exchanges their code fails; `codeInvalid` is the refusal of a bad code. */
export function wechatRefusal(
  error: unknown,
  codeInvalid: 'LOGIN_CODE_INVALID' | 'PHONE_CODE_INVALID',
): unknown {
  return error instanceof WeChatError ? new DomainError(refusalCode(error, codeInvalid)) : error;
}

function refusalCode(error: WeChatError, codeInvalid: ErrorCode): ErrorCode {
  switch (error.kind) {
    case 'code_invalid':
      return codeInvalid;
    case 'blocked':
      return 'LOGIN_BLOCKED';
    case 'busy':
      return 'TOO_MANY_REQUESTS';
    // WeChat refuses the text of a code that it never issued with these, too.
    case 'invalid_openid':
    case 'bad_request':
      return codeInvalid;
    default:
      return 'WECHAT_UNAVAILABLE';
  }
}
