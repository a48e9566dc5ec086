/** Characters turned at once: a longer list of arguments would overflow the stack. */
const AT_ONCE = 8_192;
const BROKEN = 0xfffd;

/**
 * UTF-8 bytes to text, piece by piece; a character that is cut between two pieces comes with the second. WeChat's logic
 * layer has no TextDecoder. What is no UTF-8 becomes U+FFFD, so that it is seen as altered.
 */
export class Utf8Pieces {
  private rest: number[] = [];

  next(bytes: Uint8Array): string {
    const { rest } = this;
    const total = rest.length + bytes.length;
    const at = (index: number): number =>
      (index < rest.length ? rest[index] : bytes[index - rest.length]) as number;
    const parts: string[] = [];
    let units: number[] = [];
    let index = 0;
    while (index < total) {
      const first = at(index);
      const length = lengthOf(first);
      if (index + length > total) break;
      let code = length === 1 ? first : first & (0xff >> (length + 1));
      let read = 1;
      for (; read < length; read += 1) {
        const next = at(index + read);
        if ((next & 0xc0) !== 0x80) break;
        code = (code << 6) | (next & 0x3f);
      }
      if (read < length || (length === 1 && first > 0x7f)) code = BROKEN;
      index += read;
      if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
      else units.push(code);
      if (units.length >= AT_ONCE) {
        parts.push(String.fromCharCode(...units));
        units = [];
      }
    }
    this.rest = [];
    for (let left = index; left < total; left += 1) this.rest.push(at(left));
    parts.push(String.fromCharCode(...units));
    return parts.join('');
  }
}

/** Bytes of the character that starts with this one; 1 for what starts none. */
function lengthOf(first: number): number {
  if (first >= 0xf0 && first < 0xf8) return 4;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xc0 && first < 0xe0 ? 2 : 1;
}
