import { canonicalPhone, typedPhone } from './phone.js';

describe('canonicalPhone', () => {
  it('keeps mainland numbers bare and others with their country code', () => {
    expect(canonicalPhone('13812345678')).toBe('13812345678');
    expect(canonicalPhone('138-1234 5678', '86')).toBe('13812345678');
    expect(canonicalPhone('91234567', '852')).toBe('+85291234567');
  });

  it.each([
    ['1381234567', '86'],
    ['abc', '86'],
    ['13812345678', ''],
    ['13812345678', 'x'],
  ])('refuses %s of %s', (number, country) => expect(canonicalPhone(number, country)).toBeNull());
});

describe('typedPhone', () => {
  it('takes what people type', () => {
    expect(typedPhone(' 138 1234 5678 ')).toBe('13812345678');
    expect(typedPhone('+8613812345678')).toBe('13812345678');
    expect(typedPhone('１３８１２３４５６７８')).toBe('13812345678');
    expect(typedPhone('+852 9123 4567')).toBe('+85291234567');
    expect(typedPhone('12')).toBeNull();
    expect(typedPhone("1' OR 1=1")).toBeNull();
  });
});
