import { Button as ShareButton } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { Box, Text } from '@/components/base';
import type { Booking, Invite } from '@/lib/api/types';
import { spoken, spokenRange } from '@/lib/time';
import './invite-share.scss';

/** Hands the invitation on as WeChat's share card. */
export function InviteShare({ invite, booking }: { invite: Invite; booking: Booking }) {
  useShareAppMessage(() => ({
    title: `${spokenRange(booking.startsAt, booking.endsAt)} ${booking.venue.name}，一起来${booking.purpose}`,
    path: invite.path,
  }));
  return (
    <Box className="stack stack-2">
      <ShareButton className="button button-plain tap share-button" openType="share">
        发给微信好友
      </ShareButton>
      <Text className="t13 quiet">邀请在{spoken(invite.expiresAt)}前有效。</Text>
    </Box>
  );
}
