import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { StatusChip } from '@/components/StatusChip';
import type { InviteView as Invitation } from '@/lib/api/types';
import { open, replace } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { acceptInvite, bookingChanged } from '../api/bookings';

/** A companion's invitation: to what, by whom, and joining. */
export function InviteView({ token, invitation }: { token: string; invitation: Invitation }) {
  const signedIn = useSignedIn();
  const accept = useAction(acceptInvite, bookingChanged);
  const { booking, actions } = invitation;
  const join = async (): Promise<void> => {
    const joined = await accept.run(token);
    if (joined !== undefined) replace('pages-venues/booking', { id: joined.id });
  };
  return (
    <Box className="stack">
      <Text className="t20 block">
        {booking.hostNickname} 邀请你一起{booking.purpose}
      </Text>
      <Card>
        <Box className="stack stack-2">
          <Box className="row row-between">
            <Text className="t17 strong num">{spokenRange(booking.startsAt, booking.endsAt)}</Text>
            <StatusChip of="booking" status={booking.status} />
          </Box>
          <Text className="block">{booking.venue.name}</Text>
          <Text className="quiet block">{booking.centre.name}</Text>
          <Text className="t13 quiet block">
            {booking.placesLeft > 0 ? `还能再加 ${booking.placesLeft} 人` : '已经满员了'}
          </Text>
        </Box>
      </Card>
      {accept.error !== null && <Refusal error={accept.error} />}
      {!signedIn && (
        <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')}>
          登录后加入
        </Button>
      )}
      {signedIn && (
        <Can
          do="accept"
          among={actions}
          otherwise={
            <Notice tone="wait">
              <Text>现在不能加入：可能已满员、已取消，或者你已经在里面了。</Text>
            </Notice>
          }
        >
          <Button kind="primary" wide icon="check" onTap={join} testId="accept-invite">
            我来
          </Button>
        </Can>
      )}
    </Box>
  );
}
