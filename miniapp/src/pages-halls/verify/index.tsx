import { Page } from '@/components/Page';
import { VerifyView } from '@/features/halls/components/record/VerifyView';
import { useParams } from '@/lib/navigate';
import { openedId } from '@/lib/scene';

/** Proves a record on this device: that of a topic, or a file. */
export default function VerifyPage() {
  const id = openedId(useParams<'id' | 'scene' | 'q'>());
  return (
    <Page title="核对存证">
      <VerifyView topicId={id} />
    </Page>
  );
}
