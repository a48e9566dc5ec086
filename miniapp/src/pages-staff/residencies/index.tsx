import { DivisionPage } from '@/features/staff/components/DeskPage';
import { ResidenciesView } from '@/features/staff/components/people/ResidenciesView';
import { useParams } from '@/lib/navigate';

/** Claims to households that wait for staff. */
export default function ResidenciesPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="居住登记" needs="residency.decide" code={code}>
      {({ division }) => <ResidenciesView code={division.code} />}
    </DivisionPage>
  );
}
