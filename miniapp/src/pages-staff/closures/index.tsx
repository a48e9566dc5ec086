import { ClosuresView } from '@/features/staff/components/closures/ClosuresView';
import { CentrePage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Closures of a centre and its venues. */
export default function ClosuresPage() {
  const { id } = useParams<'id'>();
  return (
    <CentrePage title="闭馆" needs="venues.manage" id={id}>
      {(centre) => <ClosuresView centreId={centre.id} />}
    </CentrePage>
  );
}
