import { DivisionPage } from '@/features/staff/components/DeskPage';
import { AuditView } from '@/features/staff/components/people/AuditView';
import { useParams } from '@/lib/navigate';

/** What staff have done. */
export default function AuditPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="操作记录" needs="audit.read" code={code}>
      {({ division }) => <AuditView code={division.code} />}
    </DivisionPage>
  );
}
