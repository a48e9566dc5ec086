import { CentreEditor, NewCentre } from '@/features/staff/components/catalogue/CatalogueViews';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Changes a centre (`id`), or opens one in a division (`division`). */
export default function CentreEditPage() {
  const { id, division = '' } = useParams<'id' | 'division'>();
  return (
    <DeskGate title={id === undefined ? '新建中心' : '中心资料'}>
      {() => (id === undefined ? <NewCentre code={division} /> : <CentreEditor id={id} />)}
    </DeskGate>
  );
}
