/** True where a board fits beside its list. On weapp the phone's narrow layout is the only one. */
export function useWide(): boolean {
  return false;
}
