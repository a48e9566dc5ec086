import { DivisionPage } from '@/features/staff/components/DeskPage';
import { RolesView } from '@/features/staff/components/people/RolesView';
import { useParams } from '@/lib/navigate';

/** Who does what in a division. */
export default function RolesPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="岗位" needs="roles.manage" code={code}>
      {({ division }) => <RolesView division={division} />}
    </DivisionPage>
  );
}
