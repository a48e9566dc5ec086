/** Hands the number to whatever calls on this device. */
export function call(phoneNumber: string): void {
  window.location.href = `tel:${phoneNumber}`;
}
