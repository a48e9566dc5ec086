import { Utf8Pieces } from './utf8-pieces';

const TEXT = '{"text":"电动车充电棚建在哪？🙂 élan"}\n'.repeat(3);

test('text comes out as it went in, wherever it is cut', () => {
  const bytes = new Uint8Array(Buffer.from(TEXT, 'utf8'));
  for (let size = 1; size <= 9; size += 1) {
    const pieces = new Utf8Pieces();
    let text = '';
    for (let at = 0; at < bytes.length; at += size) text += pieces.next(bytes.subarray(at, at + size));
    expect(text).toBe(TEXT);
  }
});

test('a long piece fits, and what is no UTF-8 is marked', () => {
  const long = '街'.repeat(50_000);
  expect(new Utf8Pieces().next(new Uint8Array(Buffer.from(long, 'utf8')))).toBe(long);
  expect(new Utf8Pieces().next(new Uint8Array([0x61, 0xff, 0x62, 0xe8, 0x61]))).toContain('\ufffd');
});
