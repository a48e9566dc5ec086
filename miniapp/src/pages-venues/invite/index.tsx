import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useInvite } from '@/features/bookings/api/bookings';
import { InviteView } from '@/features/bookings/components/InviteView';
import { useParams } from '@/lib/navigate';

/** A companion's invitation, opened from a share card or link. */
export default function InvitePage() {
  const { token = '' } = useParams<'token'>();
  const invitation = useInvite(token);
  return (
    <Page title="同伴邀请">
      <QueryState query={invitation} skeleton={<Skeleton lines={4} />}>
        {(data) => <InviteView token={token} invitation={data} />}
      </QueryState>
    </Page>
  );
}
