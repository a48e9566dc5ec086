import type { ReactNode } from 'react';
import { scaleBar, type GroundFrame } from './frame-of';

/** Paper to draw on: a grid as wide as the scale bar, the bar with its round length, and north. */
export function Ground({ frame, children }: { frame: GroundFrame; children: ReactNode }) {
  const { width, height } = frame;
  const bar = scaleBar(frame.metresPerPixel, Math.min(140, width / 3));
  const columns = lines(width / 2, bar.pixels, width);
  const rows = lines(height / 2, bar.pixels, height);
  return (
    <>
      <rect className="map-ground" width={width} height={height} />
      <g className="map-grid">
        {columns.map((x) => (
          <line key={`x${x}`} x1={x} x2={x} y1={0} y2={height} />
        ))}
        {rows.map((y) => (
          <line key={`y${y}`} x1={0} x2={width} y1={y} y2={y} />
        ))}
      </g>
      {children}
      <g transform={`translate(12 ${height - 12})`}>
        <path className="map-bar-back" d={`M0 -6V0H${bar.pixels}V-6`} />
        <path className="map-bar" d={`M0 -6V0H${bar.pixels}V-6`} />
        <text className="map-word" x={bar.pixels + 6} y={0}>
          {bar.word}
        </text>
      </g>
      <g transform={`translate(22 26)`}>
        <path className="map-north" d="M0 -16 6 4 0 0 -6 4z" />
        <text className="map-word" x={0} y={18} textAnchor="middle">
          北
        </text>
      </g>
    </>
  );
}

/** Where lines `step` apart fall on 0…end when one goes through `middle`. */
function lines(middle: number, step: number, end: number): number[] {
  const first = middle % step;
  return Array.from({ length: Math.floor((end - first) / step) + 1 }, (_, index) =>
    Math.round(first + index * step),
  );
}
