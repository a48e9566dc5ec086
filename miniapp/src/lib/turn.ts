/** WeChat runs one copy of the app: it is always its turn. */
export function waitForTurn(_name: string, begin: () => void, _lost: () => void): void {
  begin();
}

export function seizeTurn(_name: string, _lost: () => void): void {}
