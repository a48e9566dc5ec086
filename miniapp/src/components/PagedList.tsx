import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { Paged } from '@/lib/api/types';
import { Box } from './base';
import { Button } from './Button';
import { QueryState } from './QueryState';

interface Props<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Paged<Item>>>;
  keyOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
  empty: ReactNode;
  skeleton?: ReactNode;
  /** Class of the list: stack by default, grid-2 for cards. */
  className?: string;
}

/** A list that continues by a button, never by a gesture alone. */
export function PagedList<Item>({
  query,
  keyOf,
  render,
  empty,
  skeleton,
  className = 'stack stack-3',
}: Props<Item>) {
  return (
    <QueryState
      query={query}
      skeleton={skeleton}
      empty={empty}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
    >
      {(data) => (
        <Box className="stack">
          <Box className={className}>
            {data.pages
              .flatMap((page) => page.items)
              .map((item) => (
                <Fragment key={keyOf(item)}>{render(item)}</Fragment>
              ))}
          </Box>
          {query.hasNextPage && (
            <Button wide icon="down" busy={query.isFetchingNextPage} onTap={() => query.fetchNextPage()}>
              再看更多
            </Button>
          )}
        </Box>
      )}
    </QueryState>
  );
}
