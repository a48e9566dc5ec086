import { CatalogueView } from '@/features/staff/components/catalogue/CatalogueViews';
import { CentrePage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** A centre's venues and facts. */
export default function VenuesPage() {
  const { id } = useParams<'id'>();
  return (
    <CentrePage title="场地与规则" needs="venues.manage" id={id}>
      {(centre) => <CatalogueView centreId={centre.id} divisionCode={centre.divisionCode} />}
    </CentrePage>
  );
}
