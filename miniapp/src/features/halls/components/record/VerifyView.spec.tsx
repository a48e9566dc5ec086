import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import * as files from '../../record-file';
import type { RecordFile } from '../../record-file';
import { VerifyView } from './VerifyView';

jest.mock('../../record-file', () => ({ downloadRecord: jest.fn(), pickRecord: jest.fn() }));

const fileOf = (text: string): RecordFile => ({
  name: '存证.ndjson',
  size: text.length,
  read: async (take) => {
    for (let at = 0; at < text.length; at += 40)
      await take(text.slice(at, at + 40), Math.min(at + 40, text.length));
  },
});

test('a file that is no record is said to be none', async () => {
  (files.pickRecord as jest.Mock).mockImplementation((take: (file: RecordFile) => void) =>
    take(fileOf('这不是存证\n一份别的文件\n')),
  );
  render(<VerifyView topicId="" />);
  expect(screen.queryByTestId('verify-now')).toBeNull();
  await act(async () => void fireEvent.click(screen.getByTestId('verify-file')));
  await waitFor(() => expect(screen.getByTestId('record-broken')).not.toBeNull());
  expect(
    screen
      .getAllByTestId('fault')
      .map((fault) => fault.textContent)
      .join(),
  ).toContain('这不是一份存证文件');
});

test('a download that fails is told with a way on', async () => {
  (files.downloadRecord as jest.Mock).mockRejectedValue(new Error('gone'));
  render(<VerifyView topicId="t1" />);
  await act(async () => void fireEvent.click(screen.getByTestId('verify-now')));
  await waitFor(() => expect(screen.getByTestId('refusal')).not.toBeNull());
});
