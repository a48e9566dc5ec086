import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

/** Pixels of one module. 8 is a JPEG block, so every block is of one shade and needs a single coefficient. */
const MODULE = 8;
const QUIET_ZONE = 4;

/** Dark or light modules, by row, with the quiet zone. */
function modulesOf(text: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const inside = (n: number): boolean => n >= QUIET_ZONE && n < count + QUIET_ZONE;
  const size = Array.from({ length: count + 2 * QUIET_ZONE }, (_, n) => n);
  return size.map((row) =>
    size.map((col) => inside(row) && inside(col) && code.isDark(row - QUIET_ZONE, col - QUIET_ZONE)),
  );
}

/** A QR code of the text as a PNG (8-bit grey). */
export function pngCode(text: string): Buffer {
  const modules = modulesOf(text);
  const width = modules.length * MODULE;
  const rows = modules.flatMap((row) => {
    const line = Buffer.concat([
      Buffer.from([0]),
      ...row.map((dark) => Buffer.alloc(MODULE, dark ? 0 : 255)),
    ]);
    return Array.from({ length: MODULE }, () => line);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([size, typed, check]);
}

/** A QR code of the text as a baseline JPEG (grey). */
export function jpegCode(text: string): Buffer {
  const modules = modulesOf(text);
  const width = modules.length * MODULE;
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(width, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    // All coefficients in steps of 8: a block's mean shade m is the coefficient 8·m.
    jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 8)])),
    jpegSegment(0xc0, frame),
    // A block's step from the last needs no bits, 7 or 8; "no detail" is the only other symbol.
    jpegSegment(0xc4, Buffer.from([0x00, 1, 1, 1, ...Array<number>(13).fill(0), 0, 7, 8])),
    jpegSegment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0])),
    jpegSegment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    jpegScan(modules.flat()),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The Huffman codes of the numbers of bits, as the table above defines them. */
const STEP_CODES = new Map([
  [0, '0'],
  [7, '10'],
  [8, '110'],
]);

function jpegScan(blocks: boolean[]): Buffer {
  let last = 0;
  let bits = '';
  for (const dark of blocks) {
    const shade = dark ? -128 : 127;
    const step = shade - last;
    last = shade;
    const size = step === 0 ? 0 : Math.abs(step).toString(2).length;
    // A negative step is written as its one's complement.
    const value = step >= 0 ? step : step + 2 ** size - 1;
    const digits = size === 0 ? '' : value.toString(2).padStart(size, '0');
    bits += `${STEP_CODES.get(size)}${digits}0`;
  }
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8), 2);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Buffer.from(bytes);
}
