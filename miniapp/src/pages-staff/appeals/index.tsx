import { DivisionPage } from '@/features/staff/components/DeskPage';
import { AppealsView } from '@/features/staff/components/people/AppealsView';
import { useParams } from '@/lib/navigate';

/** Appeals against pauses of online booking. */
export default function AppealsPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="申诉" needs="bookings.decide" code={code}>
      {({ division }) => <AppealsView code={division.code} />}
    </DivisionPage>
  );
}
