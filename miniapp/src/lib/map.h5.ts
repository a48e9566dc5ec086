/** A browser has no map of its own; the address can be copied instead. */
export const hasMap = false;

/** Nothing to open here. */
export function openMap(_place: {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}): void {}
