import { CommunitySwitch } from '@/components/CommunitySwitch';
import { Page } from '@/components/Page';
import { PromisesView } from '@/features/halls/components/promises/PromisesView';
import { useCommunity } from '@/lib/community';
import { useParams } from '@/lib/navigate';

/** What a community promised after its decisions, and whether it was kept. */
export default function PromisesPage() {
  const { community: asked } = useParams<'community'>();
  const { community: chosen } = useCommunity();
  const community = asked ?? chosen?.code ?? null;
  return (
    <Page title="说到做到">
      {community === null ? (
        <CommunitySwitch
          ask={{ icon: 'flag', title: '看哪个社区的？', hint: '选好后，这里会列出说好要办的事。' }}
        />
      ) : (
        <PromisesView community={community} />
      )}
    </Page>
  );
}
