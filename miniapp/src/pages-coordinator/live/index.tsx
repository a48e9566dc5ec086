import { DivisionPage } from '@/features/staff/components/DeskPage';
import { LiveView } from '@/features/coordinator/components/live/LiveView';
import { useParams } from '@/lib/navigate';

/** Patrols that go on now. */
export default function LivePage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="正在巡防" needs="claims.verify" code={code}>
      {({ division }) => <LiveView code={division.code} />}
    </DivisionPage>
  );
}
