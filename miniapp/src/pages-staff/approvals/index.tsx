import { ApprovalsView } from '@/features/staff/components/bookings/ApprovalsView';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Bookings that wait for a decision. */
export default function ApprovalsPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="预约审核" needs="bookings.decide" code={code}>
      {({ division }) => <ApprovalsView code={division.code} />}
    </DivisionPage>
  );
}
