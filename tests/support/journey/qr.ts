import type { Browser } from 'playwright-core';

interface Decoder {
  jsQR(data: Uint8ClampedArray, width: number, height: number): { data: string } | null;
}

/** Reads a QR code off a picture of a screen, as a scanner would: from its pixels. Null when there is none to read. */
export async function readQr(browser: Browser, png: Buffer): Promise<string | null> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ path: require.resolve('jsqr') });
    return await page.evaluate(
      async (source) => {
        const picture = new Image();
        picture.src = source;
        await picture.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.width, picture.height];
        const context = canvas.getContext('2d');
        if (!context) return null;
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        return (window as unknown as Decoder).jsQR(data, canvas.width, canvas.height)?.data ?? null;
      },
      `data:image/png;base64,${png.toString('base64')}`,
    );
  } finally {
    await page.close();
  }
}
