/** Downloads the track by its signed path. */
export async function saveGpx(path: string): Promise<void> {
  const link = document.createElement('a');
  link.href = path;
  link.download = '巡防轨迹.gpx';
  document.body.appendChild(link);
  link.click();
  link.remove();
}
