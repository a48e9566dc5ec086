import { DivisionPage } from '@/features/staff/components/DeskPage';
import { SubmissionsView } from '@/features/coordinator/components/submissions/SubmissionsView';
import { useParams } from '@/lib/navigate';

/** Services that wait to be verified. */
export default function SubmissionsPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="服务待核实" needs="claims.verify" code={code}>
      {({ division }) => <SubmissionsView code={division.code} />}
    </DivisionPage>
  );
}
