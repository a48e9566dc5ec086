/** WeChat's limit for one text check, in characters. Counted here in UTF-16 units, which are never fewer. */
export const CHECK_LIMIT = 2_500;

/** How much of a part the next one repeats, so that a word cut at the border is seen whole once. */
export const CHECK_OVERLAP = 100;

/** Cuts a long text into overlapping parts of at most `limit` units, never inside a surrogate pair. */
export function splitForCheck(text: string, limit = CHECK_LIMIT, overlap = CHECK_OVERLAP): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const end = charBoundary(text, start + limit);
    parts.push(text.slice(start, end));
    start = charBoundary(text, end - overlap);
  }
  parts.push(text.slice(start));
  return parts;
}

function charBoundary(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}
