import { deriveKey, FieldCipher, maskName, maskPhone } from './field-cipher.js';

const SECRET = 'a-secret-of-at-least-32-characters-00';
const cipher = new FieldCipher(SECRET);
const NONCE = { from: 1, to: 13 };
const TAG = { from: 13, to: 29 };

describe('a personal field at rest', () => {
  it.each(['13800138000', '王秀英', '', '👵🏽𠮷', 'x'.repeat(5000)])('comes back as it was: %.20s', (text) => {
    expect(cipher.decrypt(cipher.encrypt(text))).toBe(text);
    expect(new FieldCipher(SECRET).decrypt(cipher.encrypt(text))).toBe(text);
  });

  it('does not show in what is stored, and the length is version, nonce, tag and text', () => {
    const stored = cipher.encrypt('13800138000');
    expect(stored.includes('13800138000')).toBe(false);
    expect(stored).toHaveLength(29 + 11);
    expect(stored[0]).toBe(1);
  });

  it('never uses a nonce twice', () => {
    const stored = Array.from({ length: 2_000 }, () => cipher.encrypt('13800138000'));
    const nonces = stored.map((bytes) => bytes.subarray(NONCE.from, NONCE.to).toString('hex'));
    expect(new Set(nonces).size).toBe(stored.length);
    expect(new Set(stored.map((bytes) => bytes.toString('hex'))).size).toBe(stored.length);
  });

  it('is refused when any byte of it was changed', () => {
    const stored = cipher.encrypt('13800138000');
    for (let index = 0; index < stored.length; index += 1) {
      const tampered = Buffer.from(stored);
      tampered.writeUInt8(stored.readUInt8(index) ^ 1, index);
      expect(() => cipher.decrypt(tampered)).toThrow();
    }
  });

  it('is refused when it was cut, extended or pieced together', () => {
    const [one, other] = [cipher.encrypt('13800138000'), cipher.encrypt('13800138001')];
    const mixed = Buffer.concat([one.subarray(0, TAG.to), other.subarray(TAG.to)]);
    const broken = [Buffer.alloc(0), one.subarray(0, 5), one.subarray(0, TAG.to - 4), one.subarray(0, -1)];
    for (const bytes of [...broken, Buffer.concat([one, Buffer.of(0)]), mixed]) {
      expect(() => cipher.decrypt(bytes)).toThrow();
    }
  });

  it('is refused with another secret', () => {
    const stranger = new FieldCipher(`${SECRET}!`);
    expect(() => stranger.decrypt(cipher.encrypt('13800138000'))).toThrow();
  });

  it('says which version it does not know', () => {
    const stored = cipher.encrypt('13800138000');
    stored.writeUInt8(2, 0);
    expect(() => cipher.decrypt(stored)).toThrow('unknown version');
  });
});

describe('the hash a field is looked up by', () => {
  it('is 32 bytes, the same for the same text however it was typed', () => {
    const hash = cipher.lookupHash('name', '王秀英');
    expect(hash).toHaveLength(32);
    expect(cipher.lookupHash('name', ' 王秀英 ').equals(hash)).toBe(true);
    expect(cipher.lookupHash('phone', '１３８').equals(cipher.lookupHash('phone', '138'))).toBe(true);
    expect(new FieldCipher(SECRET).lookupHash('name', '王秀英').equals(hash)).toBe(true);
  });

  it('differs by text, purpose and secret', () => {
    const hash = cipher.lookupHash('name', '138');
    expect(cipher.lookupHash('name', '139').equals(hash)).toBe(false);
    expect(cipher.lookupHash('phone', '138').equals(hash)).toBe(false);
    expect(new FieldCipher(`${SECRET}!`).lookupHash('name', '138').equals(hash)).toBe(false);
  });

  it('has a key of its own', () => {
    const keys = ['field-encryption', 'field-lookup'].map((purpose) =>
      deriveKey(SECRET, purpose).export().toString('hex'),
    );
    expect(keys[0]).toHaveLength(64);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('what is shown of it', () => {
  it('hides the middle of a phone number, and all of a short one', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('123456')).toBe('****');
  });

  it('leaves the family name, one character of whatever width', () => {
    expect(maskName('王秀英')).toBe('王**');
    expect(maskName('王')).toBe('王*');
    expect(maskName('𠮷田')).toBe('𠮷*');
    expect(maskName('')).toBe('*');
  });
});
