import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useBooking } from '@/features/bookings/api/bookings';
import { BookingView } from '@/features/bookings/components/BookingView';
import { useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';

/** One booking. */
export default function BookingPage() {
  const { id = '', fresh, code } = useParams<'id' | 'fresh' | 'code'>();
  const booking = useBooking(id);
  useRefresh(() => booking.refetch());
  return (
    <Page title="预约详情">
      <QueryState query={booking} skeleton={<Skeleton count={3} lines={4} />}>
        {(data) => <BookingView booking={data} fresh={fresh !== undefined} codeFirst={code !== undefined} />}
      </QueryState>
    </Page>
  );
}
