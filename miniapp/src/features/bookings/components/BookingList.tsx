import { BookingTile } from '@/components/BookingTile';
import { Button } from '@/components/Button';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import type { BookingCard } from '@/lib/api/types';
import { openTab } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';
import { useMyBookings, type Scope } from '../api/bookings';

/** The reader's bookings that are coming or under way, or those that are over. */
export function BookingList({ scope }: { scope: Scope }) {
  const bookings = useMyBookings(scope);
  useRefresh(() => bookings.refetch());
  return (
    <PagedList<BookingCard>
      key={scope}
      query={bookings}
      keyOf={(booking) => booking.id}
      render={(booking) => <BookingTile booking={booking} />}
      className="grid-2"
      skeleton={<Skeleton count={3} lines={3} />}
      empty={
        scope === 'upcoming' ? (
          <Empty
            icon="calendar"
            title="还没有进行中的预约"
            hint="挑一间空着的场地，很快就能约上。"
            action={<Button onTap={() => openTab('venues')}>去约场地</Button>}
          />
        ) : (
          <Empty icon="calendar" title="还没有过去的预约" hint="用过的、取消的预约都会留在这里。" />
        )
      }
    />
  );
}
