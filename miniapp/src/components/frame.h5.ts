/** Titles the browser's tab and colours what lies behind the page. */
export function paintFrame(title: string, colour: 'light' | 'dark'): void {
  document.title = title === '街坊' ? title : `${title} · 街坊`;
  document.documentElement.classList.toggle('dark', colour === 'dark');
}
