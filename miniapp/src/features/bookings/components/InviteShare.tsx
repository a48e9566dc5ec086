import { Button as ShareButton } from '@tarojs/components';
import { Box, Text } from '@/components/base';
import type { Invite } from '@/lib/api/types';
import { spoken } from '@/lib/time';
import type { ShareCard } from '../hooks/useShareCard';
import './invite-share.scss';

interface Props {
  invite: Invite;
  card: ShareCard;
}

/** Hands the invitation on as WeChat's share card, whose content `useShareCard` gives. */
export function InviteShare({ invite }: Props) {
  return (
    <Box className="stack stack-2">
      <ShareButton className="button button-plain tap share-button" openType="share">
        发给微信好友
      </ShareButton>
      <Text className="t13 quiet">邀请在{spoken(invite.expiresAt)}前有效。</Text>
    </Box>
  );
}
