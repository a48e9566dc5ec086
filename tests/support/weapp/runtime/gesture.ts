/** Some of WeChat's calls work only while a tap is being handled, before anything is awaited. */
let depth = 0;

/** Runs `send` as the handling of a person's tap. */
export function runGesture(send: () => void): void {
  depth += 1;
  try {
    send();
  } finally {
    depth -= 1;
  }
}

/** Whether a tap is being handled right now. */
export function inGesture(): boolean {
  return depth > 0;
}
