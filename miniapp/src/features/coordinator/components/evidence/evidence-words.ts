/** 45 秒, 12 分钟, 1 小时 5 分钟 of seconds. */
export function lengthWord(seconds: number): string {
  if (seconds === 0) return '没有';
  if (seconds < 60) return `${Math.round(seconds)} 秒`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${minutes} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

/** 87% of a share 0…1; never 100% for less than all. */
export function coverageWord(share: number): string {
  return `${Math.floor(Math.min(1, share) * 100)}%`;
}
