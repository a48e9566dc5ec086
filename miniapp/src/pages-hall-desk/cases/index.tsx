import { caseQueueOf, CasesView } from '@/features/hall-desk/components/cases/CasesView';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Texts that wait for a person. */
export default function CasesPage() {
  const { code, queue } = useParams<'code' | 'queue'>();
  return (
    <DivisionPage title="发言审核" needs="cases.decide" code={code}>
      {({ division }) => <CasesView code={division.code} start={caseQueueOf(queue)} />}
    </DivisionPage>
  );
}
