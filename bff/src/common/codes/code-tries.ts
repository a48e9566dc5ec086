import { Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { MINUTE_MS } from '@jiefang/shared/time';
import { DomainError } from '../errors/domain-error.js';
import { isTyped } from './rotating-codes.js';

/** Codes that one person may type within the span: plenty for slips, nothing for going through a million. */
const TRIES = 10;
const SPAN_MS = 5 * MINUTE_MS;

/**
 * Limits how often the six digits of a rotating code may be tried: whoever types them proves by them to be there. A
 * scanned code is too long to be guessed and is not counted.
 */
@Injectable()
export class CodeTries {
  constructor(@InjectThrottlerStorage() private readonly storage: ThrottlerStorage) {}

  /** Counts a typed code before it is looked at; `kind` keeps one kind's tries from another's. TOO_MANY_REQUESTS. */
  async count(personId: number, text: string, kind = 'shift-code'): Promise<void> {
    if (!isTyped(text)) return;
    const { isBlocked } = await this.storage.increment(`${kind}:${personId}`, SPAN_MS, TRIES, SPAN_MS, kind);
    if (!isBlocked) return;
    throw new DomainError('TOO_MANY_REQUESTS', {
      message: '签到码试的次数太多了，请歇几分钟。',
      next: '可以扫现场的二维码，或请工作人员替你签到。',
    });
  }
}
