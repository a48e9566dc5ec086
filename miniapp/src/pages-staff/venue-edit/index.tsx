import { NewVenue, VenueEditor } from '@/features/staff/components/catalogue/CatalogueViews';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Changes a venue (`id`), or adds one to a centre (`centre`). */
export default function VenueEditPage() {
  const { id, centre = '' } = useParams<'id' | 'centre'>();
  return (
    <DeskGate title={id === undefined ? '新建场地' : '场地与规则'}>
      {() => (id === undefined ? <NewVenue centreId={centre} /> : <VenueEditor id={id} />)}
    </DeskGate>
  );
}
