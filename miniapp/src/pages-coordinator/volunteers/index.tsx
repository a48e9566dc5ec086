import { levelOf } from '@jiefang/shared/divisions';
import { VolunteersView } from '@/features/coordinator/components/volunteers/VolunteersView';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Volunteers and units of a division. */
export default function VolunteersPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="志愿者" needs="volunteers.manage" code={code}>
      {({ division }) => (
        <VolunteersView code={division.code} community={levelOf(division.code) === 'community'} />
      )}
    </DivisionPage>
  );
}
