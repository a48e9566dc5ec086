/** Latin words that residents use as they are. Everything else of two letters or more is a code or an English word. */
const KNOWN = new Set([
  'km',
  'wifi',
  'ktv',
  'led',
  'ppt',
  'aed',
  'hdmi',
  'tv',
  'kg',
  'diy',
  'qq',
  'vip',
  'cctv',
  'gpx',
]);

/** Words of a machine that a resident must never read. */
const OFFICIALESE = /系统错误|操作失败|参数错误|未知错误|网络异常|undefined|null|NaN|\[object/;

/** Code of a certificate, made to be copied. */
const CERTIFICATE_CODE = /\b[2-9A-HJKMNP-Z]{12}\b/g;

/**
 * What is wrong with the words of a screen: English, raw codes, `undefined`, the language of machines. The request id in
 * the small line 「编号 …」 is meant to be copied and is left alone.
 */
export function wordsAmiss(text: string): string[] {
  const read = text
    .replace(/编号\s*\S+/g, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(CERTIFICATE_CODE, '');
  const latin = [...read.matchAll(/[A-Za-z][A-Za-z_]+/g)]
    .map(([word]) => word)
    .filter((word) => !KNOWN.has(word.toLowerCase()));
  const officialese = OFFICIALESE.exec(read);
  return [...new Set([...latin, ...(officialese ? [officialese[0]] : [])])];
}
