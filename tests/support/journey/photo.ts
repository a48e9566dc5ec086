import sharp from 'sharp';

let taken: Promise<Buffer> | null = null;

/** A photo as a phone takes it (JPEG), of a sheet of paper on a table. */
export function photo(): Promise<Buffer> {
  taken ??= sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a6f52' } })
    .composite([
      {
        input: { create: { width: 300, height: 400, channels: 3, background: '#f5f2ea' } },
        top: 40,
        left: 170,
      },
    ])
    .jpeg()
    .toBuffer();
  return taken;
}
