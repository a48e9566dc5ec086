/** What a text must be before anybody else may read it: the same rules on the phone and on the server. */

export type TextFault = 'empty' | 'long' | 'hidden' | 'marks';

/** What is wrong with a text, as its writer reads it. */
export function textFaultWords(fault: TextFault, max: number): string {
  return {
    empty: '请写点内容，只有空格或看不见的字符不行。',
    long: `最多写 ${max} 个字。`,
    hidden: '里面有看不见的字符，请删掉再发。',
    marks: '有的字上叠了太多符号，请用平常的文字。',
  }[fault];
}

/** A text that cannot be taken. `words` is for its writer. */
export class TextRefused extends Error {
  readonly words: string;

  constructor(
    readonly fault: TextFault,
    max: number,
  ) {
    super(`text refused: ${fault}`);
    this.name = 'TextRefused';
    this.words = textFaultWords(fault, max);
  }
}

/** A joiner between the parts of one emoji: the only place where an invisible character shows. */
const EMOJI_JOINER =
  /[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}]\ufe0f?\u200d(?=\p{Extended_Pictographic})/gu;
/** Which form of a character is meant: emoji or text, one of the old forms of a Han character. */
const VARIATION = /([\p{Extended_Pictographic}\p{Script=Han}#*0-9©®])[\ufe0e\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** Controls, text direction, zero width, fillers, lone surrogates, private use: nothing a notice board would show. */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/u;
/** No script that people here write puts more than three marks on a letter. */
const PILED_MARKS = /\p{M}{4,}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** The blank of Braille is a symbol to Unicode, and the fillers of Hangul are letters. */
const BLANKS = /[\u2800\p{Default_Ignorable_Code_Point}]/gu;
/** Composing shortens a text by far less than this. */
const MAX_SHRINKING = 8;

/**
 * The text composed (NFC), trimmed, its lines ended by `\n`, tabs as spaces and at most one empty line in a row. `max`
 * counts what people see as characters: code points, not bytes.
 * @throws {TextRefused} nothing visible in it, too long, hidden characters, piles of combining marks.
 */
export function cleanText(text: string, max: number): string {
  if (text.length > max * MAX_SHRINKING) throw new TextRefused('long', max);
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/ *\n(?: *\n){2,}/g, '\n\n')
    .trim();
  const bare = clean.replace(/\n/g, '').replace(EMOJI_JOINER, '').replace(VARIATION, '$1');
  if (!VISIBLE.test(bare.replace(BLANKS, ''))) throw new TextRefused('empty', max);
  if (HIDDEN.test(bare)) throw new TextRefused('hidden', max);
  if (PILED_MARKS.test(clean)) throw new TextRefused('marks', max);
  if ([...clean].length > max) throw new TextRefused('long', max);
  return clean;
}

/** What is wrong with a text, null when it can be taken. */
export function textFault(text: string, max: number): TextFault | null {
  try {
    cleanText(text, max);
    return null;
  } catch (error) {
    if (error instanceof TextRefused) return error.fault;
    throw error;
  }
}
