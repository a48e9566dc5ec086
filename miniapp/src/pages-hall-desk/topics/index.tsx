import { queueOf, TopicQueues } from '@/features/hall-desk/components/topics/TopicQueues';
import { DivisionPage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** Topics of a division by what they wait for. */
export default function TopicsPage() {
  const { code, queue } = useParams<'code' | 'queue'>();
  return (
    <DivisionPage title="议题" needs="topics.manage" code={code}>
      {({ division, permissions }) => (
        <TopicQueues code={division.code} start={queueOf(queue)} permissionsAt={() => permissions} />
      )}
    </DivisionPage>
  );
}
