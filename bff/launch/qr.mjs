/** A QR code for the terminal: two modules a character, dark on light whatever the terminal's colours are. */

/**
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function terminalQr(text) {
  const { default: qrcode } = await import('qrcode-generator');
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const margin = 2;
  const dark = (/** @type {number} */ row, /** @type {number} */ column) =>
    row >= 0 && column >= 0 && row < size && column < size && code.isDark(row, column);
  const lines = [];
  for (let row = -margin; row < size + margin; row += 2) {
    let line = '';
    for (let column = -margin; column < size + margin; column += 1) {
      const upper = dark(row, column);
      const lower = dark(row + 1, column);
      line += upper && lower ? '█' : upper ? '▀' : lower ? '▄' : ' ';
    }
    lines.push(process.stdout.isTTY ? `\u001b[30;107m${line}\u001b[0m` : line);
  }
  return lines.join('\n');
}
