import { DeskBookingView } from '@/features/staff/components/desk/DeskBookingView';
import { CentrePage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Booking for somebody on the phone or at the counter. */
export default function DeskBookingPage() {
  const { id, venue, date, start } = useParams<'id' | 'venue' | 'date' | 'start'>();
  const startMinute = Number(start);
  return (
    <CentrePage title="代约" needs="bookings.desk" id={id}>
      {(centre) => (
        <DeskBookingView
          centreId={centre.id}
          venueId={venue}
          date={date}
          startMinute={start === undefined || !Number.isInteger(startMinute) ? undefined : startMinute}
        />
      )}
    </CentrePage>
  );
}
