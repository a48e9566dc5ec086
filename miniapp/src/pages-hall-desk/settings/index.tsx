import { HallSettingsView } from '@/features/hall-desk/components/settings/HallSettingsView';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** How a hall works, and who speaks there as what. */
export default function SettingsPage() {
  const { code } = useParams<'code'>();
  return (
    <DivisionPage title="议事厅设置" needs="topics.manage" code={code}>
      {({ division }) => <HallSettingsView division={division} />}
    </DivisionPage>
  );
}
