/**
 * What may stand as a nickname or a claimed name. Both are shown to neighbours and staff, so nothing invisible, no
 * control characters, and nothing that only markup or queries need.
 */

/** Most characters as a reader counts them: an emoji of several code points is one. */
export const NAME_MAX = 20;
/** Most code points, which is what the database column counts. */
const CODE_POINTS_MAX = 40;

const EMOJI =
  /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u{e0020}-\u{e007f}]*|[0-9#*]\ufe0f?\u20e3)$/u;
/** Letters of any script, marks, digits, and punctuation that people put into nicknames. */
const NICKNAME_TEXT = /^[\p{L}\p{M}\p{N} ·・.,，。、!！?？~～_\-—…()（）@&+：:’]+$/u;
const REAL_NAME = /^\p{L}[\p{L}\p{M} ·•.'’-]*$/u;
/** Letters by their class that nobody can see: Hangul fillers, Braille blank, and whatever renderers ignore. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u;
/** A letter buried under marks is drawn over its neighbours' lines. */
const MARKS_PER_LETTER = 3;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The text in composed form (NFC), every kind of space as one plain space, none at the ends. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}

/** Why a tidied nickname cannot be taken, in the reader's words; null when it can. */
export function nicknameFault(nickname: string): string | null {
  const letters = Array.from(graphemes.segment(nickname), (part) => part.segment);
  if (letters.length === 0) return '昵称不能空着';
  if (letters.length > NAME_MAX || Array.from(nickname).length > CODE_POINTS_MAX)
    return `昵称最多 ${NAME_MAX} 个字`;
  const readable = letters.every((letter) => EMOJI.test(letter) || isPlain(letter, NICKNAME_TEXT));
  if (!readable) return '昵称里有不能用的符号';
  return letters.every(
    (letter) => letter === ' ' || /^[.,，。、!！?？~～_\-—…()（）@&+：:’·・]$/u.test(letter),
  )
    ? '昵称里要有文字'
    : null;
}

/** Why a tidied name of a person cannot be taken, in the reader's words; null when it can. Letters only, no emoji. */
export function realNameFault(name: string): string | null {
  if (name === '') return '姓名不能空着';
  if (Array.from(name).length > NAME_MAX) return `姓名最多 ${NAME_MAX} 个字`;
  const letters = Array.from(graphemes.segment(name), (part) => part.segment);
  return REAL_NAME.test(name) && letters.every((letter) => isPlain(letter, /./u)) ? null : '姓名只能是文字';
}

function isPlain(letter: string, allowed: RegExp): boolean {
  return (
    allowed.test(letter) &&
    !INVISIBLE.test(letter) &&
    (letter.match(/\p{M}/gu)?.length ?? 0) <= MARKS_PER_LETTER
  );
}
