import { Fragment, useState, type ReactNode } from 'react';
import { Box } from '@/components/base';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { PagedList } from '@/components/PagedList';
import { Skeleton } from '@/components/Skeleton';
import { open } from '@/lib/navigate';
import { useWide } from '@/lib/useWide';
import { useDivisionPages } from '../api/desk';
import '../hall-desk.scss';

const AT_ONCE = 20;

interface Props<Item> {
  /** The division whose queue it is, and the path below it: `topics`, `cases`. */
  code: string;
  path: 'topics' | 'cases';
  queue: string;
  /** Shown when nothing waits. */
  empty: ReactNode;
  /** A tile; `chosen` when it is the one beside the list. */
  tile: (item: Item, state: { chosen: boolean; onTap: () => void }) => ReactNode;
  /** The page of one item, where there is no room beside the list. */
  page: string;
  /** The work on one item; calls `onDone` with a sentence that says what was done. */
  desk: (id: string, onDone: (text: string) => void) => ReactNode;
}

/** What waits for staff, a page of it at a time; in a wide window beside the one that is worked on. */
export function DeskQueue<Item extends { id: string }>(props: Props<Item>) {
  const { code, path, queue, empty, tile, page, desk } = props;
  const query = useDivisionPages<Item>(code, path, { queue });
  const wide = useWide();
  const [picked, setPicked] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const items = query.data?.pages.flatMap(({ items: shown }) => shown) ?? [];
  // What was just decided may have left the queue; it stays in sight until another one is picked.
  const current = picked ?? items[0]?.id;
  const pick = (id: string): void => {
    setTold(null);
    if (wide) setPicked(id);
    else open(page, { id });
  };
  const list = (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      most={AT_ONCE}
      skeleton={<Skeleton count={3} lines={3} />}
      empty={empty}
      render={(item) => tile(item, { chosen: wide && item.id === current, onTap: () => pick(item.id) })}
    />
  );
  return (
    <>
      {told !== null && <Notice tone="good">{told}</Notice>}
      {wide && current !== undefined ? (
        <Box className="hall-columns">
          <Box className="stack stack-3">{list}</Box>
          <Fragment key={current}>
            {desk(current, (text) => {
              setPicked(current);
              setTold(text);
              scrollToTop();
            })}
          </Fragment>
        </Box>
      ) : (
        list
      )}
    </>
  );
}
