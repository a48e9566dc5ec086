import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import type { Paged } from '@/lib/api/types';
import { Box } from './base';
import { Button } from './Button';
import { windowOf } from './list-window';
import { scrollToTop } from './Page';
import { QueryState } from './QueryState';

interface Props<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Paged<Item>>>;
  keyOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
  empty: ReactNode;
  skeleton?: ReactNode;
  /** Class of the list: stack by default, grid-2 for cards. */
  className?: string;
  /** Items on the page at once; fewer for large cards. */
  most?: number;
}

const MOST = 40;

/**
 * A list that continues by a button, never by a gesture alone. It grows to `most` items; going on from there shows the
 * next ones in their place, with the way back above them.
 */
export function PagedList<Item>({ query, empty, skeleton, ...shown }: Props<Item>) {
  return (
    <QueryState
      query={query}
      skeleton={skeleton}
      empty={empty}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
    >
      {(data) => <Stretch query={query} items={data.pages.flatMap((page) => page.items)} {...shown} />}
    </QueryState>
  );
}

interface StretchProps<Item> extends Omit<Props<Item>, 'empty' | 'skeleton'> {
  items: readonly Item[];
}

function Stretch<Item>(props: StretchProps<Item>) {
  const { query, items, keyOf, render, className = 'stack stack-3', most = MOST } = props;
  const [from, setFrom] = useState(0);
  const { start, end } = windowOf(items.length, from, most);
  const isFull = end - start === most;
  const show = (next: number): void => {
    setFrom(next);
    scrollToTop();
  };
  const more = async (): Promise<void> => {
    if (end === items.length && (await query.fetchNextPage()).isError) return;
    if (isFull) show(end);
  };
  return (
    <Box className="stack">
      {start > 0 && (
        <Button wide icon="up" onTap={() => show(start - most)}>
          {`看前面 ${most} 条`}
        </Button>
      )}
      <Box className={className}>
        {items.slice(start, end).map((item) => (
          <Fragment key={keyOf(item)}>{render(item)}</Fragment>
        ))}
      </Box>
      {(end < items.length || query.hasNextPage) && (
        <Button wide icon="down" busy={query.isFetchingNextPage} onTap={more} testId="more">
          {isFull ? '看后面的' : '再看更多'}
        </Button>
      )}
    </Box>
  );
}
