import { ObjectionsView } from '@/features/hall-desk/components/outcomes/ObjectionsView';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Objections to results that wait for an answer. */
export default function ObjectionsPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="异议" needs="topics.manage" code={code}>
      {({ division }) => <ObjectionsView code={division.code} />}
    </DivisionPage>
  );
}
