import { TopicDeskView } from '@/features/hall-desk/components/topics/TopicDeskView';
import { DeskGate } from '@/features/staff/components/DeskPage';
import { permissionsAt } from '@/features/staff/hooks/desk-rules';
import { useParams } from '@/lib/navigate';

/** One topic for staff. */
export default function TopicPage() {
  const { id = '' } = useParams<'id'>();
  return (
    <DeskGate title="议题">
      {(context) => <TopicDeskView id={id} permissionsAt={(code) => permissionsAt(context, code)} />}
    </DeskGate>
  );
}
