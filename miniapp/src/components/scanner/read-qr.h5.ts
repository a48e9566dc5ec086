/** Side of the picture that is searched; larger ones only cost time. */
const MAX_SIDE = 900;

/** What a QR code in these pixels says; null when none is found. */
export async function readPixels(
  { data, width, height }: ImageData,
  thorough: boolean,
): Promise<string | null> {
  const { default: jsQR } = await import('jsqr');
  const found = jsQR(data, width, height, { inversionAttempts: thorough ? 'attemptBoth' : 'dontInvert' });
  return found === null || found.data === '' ? null : found.data;
}

/** Draws a picture or a video's present frame, shrunk to `MAX_SIDE`, and hands out its pixels. */
export function pixelsOf(
  source: HTMLVideoElement | HTMLImageElement,
  naturalWidth: number,
  naturalHeight: number,
  canvas: HTMLCanvasElement = document.createElement('canvas'),
): ImageData | null {
  const scale = Math.min(1, MAX_SIDE / Math.max(naturalWidth, naturalHeight));
  const width = Math.round(naturalWidth * scale);
  const height = Math.round(naturalHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || width === 0 || height === 0) return null;
  canvas.width = width;
  canvas.height = height;
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** What a QR code in a picked photo says; null when there is none, or it is no picture. */
export async function readPicture(file: Blob): Promise<string | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const pixels = pixelsOf(image, image.naturalWidth, image.naturalHeight);
    return pixels === null ? null : await readPixels(pixels, true);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
