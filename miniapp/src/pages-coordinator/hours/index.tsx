import { HoursDesk } from '@/features/coordinator/components/hours/HoursDesk';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** A division's hours; `tab` opens objections, the year's sums or the stars. */
export default function HoursPage() {
  const { code, tab } = useParams<'code' | 'tab'>();
  return (
    <DivisionPage title="时长" needs="hours.manage" code={code}>
      {({ division, permissions }) => <HoursDesk division={division} permissions={permissions} tab={tab} />}
    </DivisionPage>
  );
}
