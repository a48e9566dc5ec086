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
  'csv',
  'utf',
  'ndjson',
]);

/** Words of a machine that a resident must never read. */
const OFFICIALESE = /系统错误|操作失败|参数错误|未知错误|网络异常|undefined|null|NaN|\[object/;

/** What is made to be compared or copied: code of a certificate, receipt of a ballot, fingerprints of the record. */
const MADE_TO_COMPARE = [
  /\b[2-9A-HJKMNP-Z]{12}\b/g,
  /\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\b/g,
  /\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b/g,
  /（[0-9a-f]{4}）/g,
];

/**
 * What is wrong with the words of a screen: English, raw codes, `undefined`, the language of machines. The request id in
 * the small line 「编号 …」 is meant to be copied and is left alone.
 */
export function wordsAmiss(text: string): string[] {
  const bare = text.replace(/编号\s*\S+/g, '').replace(/https?:\/\/\S+/g, '');
  const read = MADE_TO_COMPARE.reduce((left, code) => left.replace(code, ''), bare);
  const latin = [...read.matchAll(/[A-Za-z][A-Za-z_]+/g)]
    .map(([word]) => word)
    .filter((word) => !KNOWN.has(word.toLowerCase()));
  const officialese = OFFICIALESE.exec(read);
  return [...new Set([...latin, ...(officialese ? [officialese[0]] : [])])];
}
