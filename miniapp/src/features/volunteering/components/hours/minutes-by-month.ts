/** One bar of a year: its minutes, and how long it is beside the longest one, 0…100. */
export interface MonthBar {
  month: number;
  minutes: number;
  percent: number;
}

/** Twelve bars from the months that have minutes. */
export function monthBars(byMonth: readonly { month: number; minutes: number }[]): MonthBar[] {
  const most = Math.max(1, ...byMonth.map((one) => one.minutes));
  return Array.from({ length: 12 }, (_month, index) => {
    const minutes = byMonth.find((one) => one.month === index + 1)?.minutes ?? 0;
    return { month: index + 1, minutes, percent: Math.max(0, Math.round((minutes / most) * 100)) };
  });
}
