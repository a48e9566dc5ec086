import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';

/** Nobody decides about their own wish, nor says of themselves whether they came. FORBIDDEN. */
export function refuseOwn(caller: Caller, booking: { personId: number | null }): void {
  if (booking.personId === caller.personId) {
    throw new DomainError('FORBIDDEN', { message: '不能办理自己的预约。', next: '请由另一位同事办理。' });
  }
}
