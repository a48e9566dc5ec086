import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { Unit } from '@/lib/api/types';
import type { MinuteRun } from './selection';
import { UnitGrid } from './UnitGrid';

const UNITS: Unit[] = [
  { startMinute: 540, state: 'free' },
  { startMinute: 570, state: 'free' },
  { startMinute: 600, state: 'taken' },
  { startMinute: 630, state: 'mine' },
];

function Grid({ onRun }: { onRun: (run: MinuteRun | null) => void }) {
  const [run, setRun] = useState<MinuteRun | null>(null);
  return (
    <UnitGrid
      units={UNITS}
      value={run}
      onChange={(next) => {
        setRun(next);
        onRun(next);
      }}
      unitMinutes={30}
      minMinutes={30}
      maxMinutes={120}
    />
  );
}

test('every cell says its time and state, not by colour alone', () => {
  render(<Grid onRun={jest.fn()} />);
  for (const label of ['09:00–09:30 可约', '10:00–10:30 已约', '10:30–11:00 我的']) {
    expect(screen.getByLabelText(label)).not.toBeNull();
  }
});

test('the first and the last unit make a run; taken cells do nothing', () => {
  const onRun = jest.fn();
  render(<Grid onRun={onRun} />);
  fireEvent.click(screen.getByTestId('unit-600'));
  expect(onRun).not.toHaveBeenCalled();
  fireEvent.click(screen.getByTestId('unit-540'));
  fireEvent.click(screen.getByTestId('unit-570'));
  expect(onRun).toHaveBeenLastCalledWith({ startMinute: 540, endMinute: 600 });
  expect(screen.getByTestId('unit-570').getAttribute('aria-checked')).toBe('true');
});

test('arrow keys move between cells, which share one tab stop', () => {
  render(<Grid onRun={jest.fn()} />);
  const first = screen.getByTestId('unit-540');
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(screen.getByTestId('unit-570'));
  expect(first.getAttribute('tabindex')).toBe('-1');
});
