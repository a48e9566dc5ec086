import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { readReceipt, RECEIPT_BYTES, writeReceipt } from './receipts.js';

describe('receipts', () => {
  it('are read back however they were typed', () => {
    for (let n = 0; n < 500; n += 1) {
      const receipt = randomBytes(RECEIPT_BYTES);
      const text = writeReceipt(receipt);
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      for (const typed of [
        text,
        text.toLowerCase(),
        text.replaceAll('-', ''),
        ` ${text.replaceAll('-', ' ')} `,
      ])
        expect(readReceipt(typed)).toEqual(receipt);
      expect(readReceipt(text.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual(receipt);
    }
  });

  it('keep leading zeros and the last bit', () => {
    expect(writeReceipt(Buffer.alloc(RECEIPT_BYTES))).toBe('0000-0000-0000-0000');
    expect(writeReceipt(Buffer.alloc(RECEIPT_BYTES, 255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(readReceipt('0000-0000-0000-0001')).toEqual(Buffer.from('00000000000000000001', 'hex'));
  });

  it('are never made out of anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const receipt = readReceipt(text);
        expect(receipt === null || receipt.length === RECEIPT_BYTES).toBe(true);
      }),
    );
    for (const wrong of ['', '0000', 'UUUU-UUUU-UUUU-UUUU', '0000-0000-0000-00000', '票'.repeat(16)])
      expect(readReceipt(wrong)).toBeNull();
  });
});
