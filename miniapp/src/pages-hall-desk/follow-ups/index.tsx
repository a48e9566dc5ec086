import { FollowUpsView } from '@/features/hall-desk/components/outcomes/FollowUpsView';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Promises of a division. */
export default function FollowUpsPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="督办" needs="followups.manage" code={code}>
      {({ division }) => <FollowUpsView code={division.code} />}
    </DivisionPage>
  );
}
