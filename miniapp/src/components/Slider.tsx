import { Slider as TaroSlider } from '@tarojs/components';
import { useTheme } from '@/theme/useTheme';
import type { SliderProps } from './slider.types';
import { SLIDER_COLOURS } from './slider.types';

/** A value between two ends, set by dragging; always beside buttons that do the same. */
export function Slider({ label, value, max, onChange, testId }: SliderProps) {
  const { colour } = useTheme();
  const { on, off } = SLIDER_COLOURS[colour];
  return (
    <TaroSlider
      className={testId ?? ''}
      min={0}
      max={Math.max(1, max)}
      value={value}
      activeColor={on}
      backgroundColor={off}
      blockColor={on}
      blockSize={28}
      onChanging={(event) => onChange(event.detail.value)}
      onChange={(event) => onChange(event.detail.value)}
      {...{ 'aria-role': 'slider', 'aria-label': label }}
    />
  );
}
