import fc from 'fast-check';
import { DomainError } from '../errors/domain-error.js';
import { decodeId, encodeId } from './public-id.js';

const ids = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('public ids', () => {
  it('lead back to their row', () => {
    fc.assert(fc.property(ids, (id) => expect(decodeId('booking', encodeId('booking', id))).toBe(id)));
  });

  it('are never taken for another kind', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(() => decodeId('venue', encodeId('booking', id))).toThrow(DomainError);
      }),
    );
  });

  it('are refused with NOT_FOUND whatever else is given, never with an error of ours', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z]{8,24}$/), fc.constant('z'.repeat(24)));
    fc.assert(
      fc.property(text, (given) => {
        try {
          expect(encodeId('booking', decodeId('booking', given))).toBe(given);
        } catch (error) {
          expect(error).toMatchObject({ code: 'NOT_FOUND' });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
