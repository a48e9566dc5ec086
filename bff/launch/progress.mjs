/** What a start shows: one line a step with its seconds, live on a terminal and plain in a log. No dependency. */

/** A sentence for the person at the terminal; printed without a stack, the exit code is 1. */
export class LaunchError extends Error {}

const terminal = process.stdout.isTTY === true;
const colour = terminal && !process.env.NO_COLOR;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** @param {string} code @param {string} text */
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const dim = (/** @type {string} */ text) => paint('2', text);
export const bold = (/** @type {string} */ text) => paint('1', text);
export const green = (/** @type {string} */ text) => paint('32', text);
export const red = (/** @type {string} */ text) => paint('31', text);

/** @param {number} started milliseconds since the epoch */
const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;

/**
 * Runs one step under a title. The work may say what it is at by calling `say`, and ends with the line that stays
 * (or nothing, which keeps the title).
 * @template T
 * @param {string} title
 * @param {(say: (detail: string) => void, done: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  let detail = '';
  let line = title;
  let frame = 0;
  let lastSaid = 0;
  const draw = () => {
    const rest = detail === '' ? '' : `：${detail}`;
    frame = (frame + 1) % FRAMES.length;
    process.stdout.write(`\r\u001b[2K${FRAMES[frame]} ${cut(title + rest)} ${dim(seconds(started))}`);
  };
  const timer = terminal ? setInterval(draw, 120) : null;
  const clear = () => {
    if (timer) clearInterval(timer);
    if (terminal) process.stdout.write('\r\u001b[2K');
  };
  try {
    const result = await work(
      (text) => {
        // In a log, a line a second says enough.
        if (!terminal && text !== detail && Date.now() - lastSaid > 1_000) {
          process.stdout.write(`  ${title}：${text}\n`);
          lastSaid = Date.now();
        }
        detail = text;
      },
      (text) => (line = text),
    );
    clear();
    process.stdout.write(`${green('✓')} ${line} ${dim(seconds(started))}\n`);
    return result;
  } catch (error) {
    clear();
    process.stdout.write(`${red('✗')} ${title} ${dim(seconds(started))}\n`);
    throw error;
  }
}

/**
 * Keeps a live line within the terminal's width; a Chinese character takes two cells.
 * @param {string} text
 */
function cut(text) {
  let room = (process.stdout.columns ?? 80) - 14;
  let kept = '';
  for (const character of text) {
    room -= /[\u1100-\uffff]/.test(character) ? 2 : 1;
    if (room < 0) return `${kept}…`;
    kept += character;
  }
  return kept;
}

/**
 * The one way a launcher ends badly: a sentence for what the operator can mend, a stack for what is our fault.
 * @param {unknown} error
 */
export function report(error) {
  const known = error instanceof LaunchError || (error instanceof Error && error.name === 'OperatorError');
  if (known) console.error(`\n${error.message}`);
  else console.error(`\n启动时遇到了没有预料到的问题，请把下面的内容发给维护者：\n`, error);
}
