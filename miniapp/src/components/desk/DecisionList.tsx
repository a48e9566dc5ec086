import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Notice } from '@/components/Notice';
import { PagedList } from '@/components/PagedList';
import { Skeleton } from '@/components/Skeleton';
import type { Paged } from '@/lib/api/types';

/**
 * Cards on a page at once: each is some 35 nodes, with an appeal's bookings up to 60, and WeChat wants fewer than 1,000
 * on a page.
 */
const AT_ONCE = 15;

interface Props<Item> {
  query: UseInfiniteQueryResult<InfiniteData<Paged<Item>>>;
  keyOf: (item: Item) => string;
  empty: ReactNode;
  /** A card; `onDecided` says above the list what was decided. */
  render: (item: Item, onDecided: (told: string) => void) => ReactNode;
}

/** What waits for a decision, a card each, with the last decision above. */
export function DecisionList<Item>({ render, ...list }: Props<Item>) {
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      {told !== null && <Notice tone="good">{told}</Notice>}
      <PagedList
        {...list}
        className="grid-approvals"
        most={AT_ONCE}
        skeleton={<Skeleton count={3} lines={5} />}
        render={(item) => render(item, setTold)}
      />
    </>
  );
}
