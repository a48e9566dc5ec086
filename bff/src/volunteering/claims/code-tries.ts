import { Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { MINUTE_MS } from '@jiefang/shared/time';
import { DomainError } from '../../common/errors/domain-error.js';
import { isTyped } from './shift-codes.js';

/** Codes that one person may type within the span: plenty for slips, nothing for going through a million. */
const TRIES = 10;
const SPAN_MS = 5 * MINUTE_MS;

/**
 * Limits how often the six digits of a shift may be tried: here it is the volunteer who types them, and proves by them
 * to be there. A scanned code is too long to be guessed and is not counted.
 */
@Injectable()
export class CodeTries {
  constructor(@InjectThrottlerStorage() private readonly storage: ThrottlerStorage) {}

  /** Counts a typed code before it is looked at. TOO_MANY_REQUESTS. */
  async count(personId: number, text: string): Promise<void> {
    if (!isTyped(text)) return;
    const { isBlocked } = await this.storage.increment(
      `shift-code:${personId}`,
      SPAN_MS,
      TRIES,
      SPAN_MS,
      'shift-code',
    );
    if (!isBlocked) return;
    throw new DomainError('TOO_MANY_REQUESTS', {
      message: '签到码试的次数太多了，请歇几分钟。',
      next: '可以扫现场的二维码，或请工作人员替你签到。',
    });
  }
}
