import sharp from 'sharp';
import { DomainError } from '../../common/errors/domain-error.js';

/** A file as it is kept. */
export interface CheckedFile {
  mime: 'image/jpeg' | 'application/pdf';
  content: Buffer;
  /** Pixels; null of a document. */
  width: number | null;
  height: number | null;
}

/** The longer side of a kept photo, in pixels. */
const SIDE = 1600;
const QUALITY = 82;
/** Pixels of the largest picture that is decoded; phones' own largest photos have some 48 million. */
const MAX_PIXELS = 49_000_000;
/** A line of four pixels is no photo of anything. */
const MIN_SIDE = 8;

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PDF = /^%PDF-[12]\.\d[\r\n ]/;
/** What may follow the end of a document: nothing but blanks. */
const PDF_END = /%%EOF[\r\n\t ]*$/;
const TAIL = 64;

// One thread a picture, and none kept: photos are rare, and the event loop's cores are for requests.
sharp.concurrency(1);
sharp.cache(false);

/**
 * What is kept of an uploaded file: a picture (JPEG, PNG, WebP by its first bytes, whatever its name says) is decoded,
 * turned upright, brought to at most 1600 pixels and written anew as JPEG, so that nothing but its pixels remains; a PDF
 * stays as it is when it is one from its first byte to its last. Throws ATTACHMENT_INVALID for anything else.
 */
export async function checkFile(content: Buffer): Promise<CheckedFile> {
  if (isPdf(content)) return { mime: 'application/pdf', content, width: null, height: null };
  if (!isPicture(content)) throw new DomainError('ATTACHMENT_INVALID');
  return oneAtATime(() => drawAnew(content));
}

function isPicture(content: Buffer): boolean {
  const is = (bytes: Buffer, at = 0): boolean => content.subarray(at, at + bytes.length).equals(bytes);
  return is(JPEG) || is(PNG) || (is(Buffer.from('RIFF')) && is(Buffer.from('WEBP'), 8));
}

function isPdf(content: Buffer): boolean {
  return (
    PDF.test(content.subarray(0, 12).toString('latin1')) &&
    PDF_END.test(content.subarray(-TAIL).toString('latin1'))
  );
}

async function drawAnew(content: Buffer): Promise<CheckedFile> {
  try {
    const picture = sharp(content, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true });
    const { format, width: givenWidth, height: givenHeight } = await picture.metadata();
    if (!['jpeg', 'png', 'webp'].includes(format) || Math.min(givenWidth, givenHeight) < MIN_SIDE) {
      throw new DomainError('ATTACHMENT_INVALID');
    }
    const { data, info } = await picture
      .autoOrient()
      .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { mime: 'image/jpeg', content: data, width: info.width, height: info.height };
  } catch {
    // Whatever the decoder says is about the picture: cut off, too many pixels, not what its first bytes promise.
    throw new DomainError('ATTACHMENT_INVALID');
  }
}

let last: Promise<unknown> = Promise.resolve();

/** A decoded picture takes up to 150 MB: a process has one at a time. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}
