import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from './Button';

test('cannot be pressed again until its work is done, also when the work fails', async () => {
  let fail: () => void = () => undefined;
  const work = jest.fn(() => new Promise((_resolve, reject) => (fail = () => reject(new Error('no')))));
  render(<Button onTap={work}>预约</Button>);
  const button = screen.getByRole('button');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(work).toHaveBeenCalledTimes(1);
  expect(button.getAttribute('aria-label')).toBe('预约，请稍等');
  await act(async () => fail());
  fireEvent.click(button);
  expect(work).toHaveBeenCalledTimes(2);
});
