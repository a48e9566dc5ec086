import { act, fireEvent, render, screen } from '@testing-library/react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Paged } from '@/lib/api/types';
import { windowOf } from './list-window';
import { PagedList } from './PagedList';

const PAGE = 20;
const ALL = 75;

Object.assign(Taro, { pageScrollTo: jest.fn() });

const pagesOf = (count: number): Paged<number>[] =>
  Array.from({ length: Math.ceil(count / PAGE) }, (_page, index) => ({
    items: Array.from({ length: Math.min(PAGE, count - index * PAGE) }, (_item, at) => index * PAGE + at),
    nextCursor: null,
  }));

function List({ most }: { most: number }) {
  const [count, setCount] = useState(PAGE);
  const query = {
    data: { pages: pagesOf(count), pageParams: [] },
    error: null,
    dataUpdatedAt: 0,
    isFetching: false,
    isFetchingNextPage: false,
    hasNextPage: count < ALL,
    refetch: jest.fn(),
    fetchNextPage: () => {
      setCount((before) => Math.min(ALL, before + PAGE));
      return Promise.resolve({ isError: false });
    },
  } as unknown as UseInfiniteQueryResult<InfiniteData<Paged<number>>>;
  return (
    <PagedList
      query={query}
      keyOf={String}
      empty="没有"
      most={most}
      render={(item) => <p data-testid="item">{item}</p>}
    />
  );
}

const shown = (): number[] => screen.queryAllByTestId('item').map((item) => Number(item.textContent));
const tap = (word: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByText(word));
    await Promise.resolve();
  });

test('a list never has more than so many items on the page, and every item can be reached both ways', async () => {
  render(<List most={40} />);
  expect(shown()).toHaveLength(20);
  await tap('再看更多');
  expect(shown()).toEqual(Array.from({ length: 40 }, (_item, index) => index));
  await tap('看后面的');
  expect(shown()[0]).toBe(40);
  expect(shown()).toHaveLength(20);
  await tap('再看更多');
  expect(shown()).toEqual(Array.from({ length: 35 }, (_item, index) => 40 + index));
  expect(screen.queryByTestId('more')).toBeNull();
  await tap('看前面 40 条');
  expect(shown()[0]).toBe(0);
  expect(shown()).toHaveLength(40);
  await tap('看后面的');
  expect(shown()).toHaveLength(35);
});

test('what is loaded but did not fit comes before more is asked for', async () => {
  render(<List most={15} />);
  expect(shown()).toHaveLength(15);
  await tap('看后面的');
  expect(shown()).toEqual([15, 16, 17, 18, 19]);
  await tap('再看更多');
  expect(shown()).toEqual(Array.from({ length: 15 }, (_item, index) => 15 + index));
});

test('the window stays on the list when items go away', () => {
  expect(windowOf(0, 0, 15)).toEqual({ start: 0, end: 0 });
  expect(windowOf(15, 15, 15)).toEqual({ start: 0, end: 15 });
  expect(windowOf(16, 15, 15)).toEqual({ start: 15, end: 16 });
  expect(windowOf(40, 30, 15)).toEqual({ start: 30, end: 40 });
});
