/** Shows a picture large, in a tab of its own. */
export function showPictures(_paths: readonly string[], current: string): void {
  window.open(current, '_blank', 'noopener');
}
