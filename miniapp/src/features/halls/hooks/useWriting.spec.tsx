import { act, renderHook } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '@/lib/api/client';
import { ApiError } from '@/lib/api/error';
import { queryClient } from '@/lib/query';
import type { Topic } from '../api/types';
import { faultsOf, useWriting } from './useWriting';

jest.mock('@/lib/api/client', () => ({
  ...jest.requireActual('@/lib/api/client'),
  api: { get: jest.fn(), post: jest.fn(), put: jest.fn() },
}));

const post = api.post as jest.Mock;
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
const stored = (more: Partial<Topic> = {}): Topic =>
  ({ id: 't1', status: 'draft', title: '路灯不亮', body: '三天了。', text: { no: 1 }, ...more }) as Topic;

beforeEach(() => {
  post.mockReset();
  (api.put as jest.Mock).mockReset();
});

test('a topic is saved once however often handing it in is refused, and its draft is kept until it is taken', async () => {
  const held = { code: 'TOPIC_TEXT_HELD', message: '还在看。', rule: null, next: null, requestId: 'r' };
  post.mockImplementation((path: string) =>
    path === '/topics' ? Promise.resolve(stored()) : Promise.reject(new ApiError(409, held)),
  );
  const { result } = renderHook(() => useWriting('350602002002', null), { wrapper });
  act(() => result.current.draft.change({ title: '路灯不亮' }));
  act(() => result.current.draft.change({ body: '三天了。' }));
  await act(() => result.current.submit());
  await act(() => result.current.submit());
  expect(post.mock.calls.filter(([path]) => path === '/topics')).toHaveLength(1);
  expect(result.current.error?.message).toBe('还在看。');
  expect(result.current.draft.value.body).toBe('三天了。');

  post.mockResolvedValue(stored({ status: 'submitted' }));
  await act(() => result.current.submit());
  expect(post).toHaveBeenLastCalledWith(
    '/topics/{id}/submit',
    expect.objectContaining({ path: { id: 't1' } }),
  );
  expect(result.current.draft.value.title).toBe('');
});

test('a text that others see is changed as a new version and not handed in again', async () => {
  const known = stored({ status: 'deliberating', text: { no: 3 } as Topic['text'] });
  (api.put as jest.Mock).mockResolvedValue(known);
  const { result } = renderHook(() => useWriting('350602002002', known), { wrapper });
  expect(result.current.revises).toBe(true);
  act(() => result.current.draft.change({ body: '五天了。' }));
  await act(() => result.current.submit());
  expect(api.put).toHaveBeenCalledWith('/topics/{id}/text', {
    path: { id: 't1' },
    body: { no: 3, title: '路灯不亮', body: '五天了。' },
    key: expect.any(String),
  });
  expect(post).not.toHaveBeenCalled();
});

test('what cannot be read is refused before it is sent', () => {
  expect(faultsOf(' ', '好')).toEqual({ title: expect.stringContaining('请写点内容') });
  expect(faultsOf('好', '长'.repeat(4001))).toEqual({ body: '最多写 4000 个字。' });
});
