import { DomainError } from '../common/errors/domain-error.js';

/** INVALID_INPUT about one field, in the form of the validation pipe's own answers. */
export function invalidField(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', { extra: { details: [{ field, message }] } });
}
