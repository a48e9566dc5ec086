import type { SliderProps } from './slider.types';
import './slider.scss';

/** A value between two ends, by dragging or the arrow keys; always beside buttons that do the same. */
export function Slider({ label, spokenValue, value, max, onChange, testId }: SliderProps) {
  return (
    <input
      type="range"
      className="slider"
      min={0}
      max={Math.max(1, max)}
      step={1}
      value={value}
      aria-label={label}
      aria-valuetext={spokenValue}
      data-testid={testId}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}
