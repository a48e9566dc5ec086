import { CheckInView } from '@/features/staff/components/checkin/CheckInView';
import { CentrePage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Check-in at the door of a centre. */
export default function CheckInPage() {
  const { id } = useParams<'id'>();
  return (
    <CentrePage title="签到" needs="bookings.desk" id={id}>
      {(centre) => <CheckInView centreId={centre.id} />}
    </CentrePage>
  );
}
