/** Phone numbers as the product keeps them: mainland numbers bare (`13812345678`), others with plus and country code. */

const MAINLAND = '86';

/** The one form under which a number is stored, hashed and compared; null for what is no phone number. */
export function canonicalPhone(number: string, countryCode = MAINLAND): string | null {
  const digits = number.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{5,14}$/.test(digits) || !/^\d{1,4}$/.test(countryCode)) return null;
  if (countryCode !== MAINLAND) return `+${countryCode}${digits}`;
  return /^1\d{10}$/.test(digits) ? digits : null;
}

/** The same for a number that a person typed, with or without a leading +86. */
export function typedPhone(text: string): string | null {
  const bare = text.normalize('NFKC').replace(/[\s-]/g, '');
  const mainland = /^(?:\+?86)?(1\d{10})$/.exec(bare)?.[1];
  if (mainland !== undefined) return mainland;
  return /^\+[1-9]\d{6,17}$/.test(bare) ? bare : null;
}
