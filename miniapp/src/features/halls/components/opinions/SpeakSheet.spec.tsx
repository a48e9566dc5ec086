import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { api } from '@/lib/api/client';
import { queryClient } from '@/lib/query';
import { SpeakSheet } from './SpeakSheet';

jest.mock('@/lib/api/client', () => ({
  ...jest.requireActual('@/lib/api/client'),
  api: { get: jest.fn(), post: jest.fn() },
}));

const onClose = jest.fn();
const show = (topicId: string, stance: 'for' | 'against' | null = null): void => {
  render(
    <QueryClientProvider client={queryClient}>
      <SpeakSheet topicId={topicId} stance={stance} onClose={onClose} />
    </QueryClientProvider>,
  );
};
const write = (text: string): void => {
  fireEvent.change(screen.getByLabelText('理由'), { target: { value: text } });
};
const tap = async (testId: string): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByTestId(testId));
    await new Promise((resolve) => setTimeout(resolve));
  });
};

beforeEach(() => {
  queryClient.clear();
  jest.clearAllMocks();
});

test('what was written is still there after the page was closed, and gone once it was sent', async () => {
  (api.post as jest.Mock).mockResolvedValue({ id: 'o1', status: 'visible' });
  show('draft1');
  await tap('stance-against');
  write('东门是消防通道');
  cleanup();
  show('draft1');
  expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('东门是消防通道');
  await tap('send-opinion');
  expect(api.post).toHaveBeenCalledWith(
    '/topics/{id}/opinions',
    expect.objectContaining({ body: { stance: 'against', text: '东门是消防通道' } }),
  );
  expect(onClose).toHaveBeenCalled();
  cleanup();
  show('draft1');
  expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('');
});

test('the position comes first, and a text without anything to see is not sent', async () => {
  show('draft2');
  write('好');
  await tap('send-opinion');
  expect(screen.getByText('先选赞成、反对或中立。')).not.toBeNull();
  await tap('stance-for');
  write('\u200b ');
  await tap('send-opinion');
  expect(screen.getByRole('alert').textContent).not.toBe('');
  expect(api.post).not.toHaveBeenCalled();
});

test('the position tapped on the page counts, whatever an old draft says', async () => {
  show('draft3');
  await tap('stance-for');
  cleanup();
  show('draft3', 'against');
  expect(screen.getByTestId('stance-against').getAttribute('aria-checked')).toBe('true');
});

test('a text that waits for a person says so', async () => {
  (api.post as jest.Mock).mockResolvedValue({ id: 'o1', status: 'held' });
  show('draft4', 'for');
  write('早建早安心');
  await tap('send-opinion');
  expect(screen.getByTestId('opinion-held').textContent).toContain('正在查看');
});
