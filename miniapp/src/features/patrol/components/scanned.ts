/** The codes staff show: JFV1.<shift>.<checkpoint>.<step>.<mac>, checkpoint 0 for the shift itself. */
const CODE = /^JFV1\.[^.]+\.(\d{1,4})\./;

/** Which checkpoint a scanned code is of; null for a code that does not say (six digits, another kind of code). */
export function checkpointOf(code: string): number | null {
  const no = Number(CODE.exec(code.trim())?.[1] ?? 0);
  return no === 0 ? null : no;
}
