import { fireEvent, render, screen } from '@testing-library/react';
import { ApiError, networkDown } from '@/lib/api/error';
import { Empty, QueryState } from './QueryState';

const state = (over: object) => ({
  data: undefined as string[] | undefined,
  error: null as Error | null,
  dataUpdatedAt: 0,
  isFetching: false,
  refetch: jest.fn(),
  ...over,
});

const show = (query: ReturnType<typeof state>) =>
  render(
    <QueryState
      query={query}
      isEmpty={(data) => data.length === 0}
      empty={<Empty icon="bell" title="还没有消息" />}
    >
      {(data) => <span>{data.join()}</span>}
    </QueryState>,
  );

test('a skeleton while nothing is known', () => {
  show(state({}));
  expect(screen.getByTestId('skeleton')).not.toBeNull();
});

test('a refusal says what happened, which rule, what next, and its number; it can be tried again', () => {
  const error = new ApiError(409, {
    code: 'BOOKING_TAKEN',
    message: '这个时段刚刚被约走了。',
    rule: { no: 5, title: '每周几次' },
    next: '可以候补。',
    requestId: 'a1b2c3',
  });
  const query = state({ error });
  show(query);
  for (const text of ['这个时段刚刚被约走了。', '依据规则 5「每周几次」', '可以候补。', '编号 a1b2c3']) {
    expect(screen.getByText(text)).not.toBeNull();
  }
  expect(document.body.textContent).not.toContain('BOOKING_TAKEN');
  fireEvent.click(screen.getByText('再试一次'));
  expect(query.refetch).toHaveBeenCalled();
});

test('without a network the last data stays, with its time', () => {
  show(state({ data: ['合唱室'], error: networkDown(), dataUpdatedAt: Date.now() }));
  expect(screen.getByText('合唱室')).not.toBeNull();
  expect(screen.getByTestId('stale').textContent).toMatch(/没有网络，下面是今天 \d\d:\d\d的内容/);
});

test('nothing there says what could be', () => {
  show(state({ data: [] }));
  expect(screen.getByText('还没有消息')).not.toBeNull();
});
