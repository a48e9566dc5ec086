import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import type { Invite } from '@/lib/api/types';
import { copy } from '@/lib/copy';
import { spoken } from '@/lib/time';
import type { ShareCard } from '../hooks/useShareCard';
import './invite-share.scss';

interface Props {
  invite: Invite;
  card: ShareCard;
}

/** Hands the invitation on as a link. */
export function InviteShare({ invite, card }: Props) {
  const [copied, setCopied] = useState(false);
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}#${invite.path}`;
  const text = `${card.title}：${link}`;
  return (
    <Box className="stack stack-2">
      <Button icon={copied ? 'check' : 'copy'} onTap={async () => setCopied(await copy(text))}>
        {copied ? '已复制，发给同伴吧' : '复制邀请链接'}
      </Button>
      <Text className="t13 quiet invite-link" testId="invite-link">
        {link}
      </Text>
      <Text className="t13 quiet">邀请在{spoken(invite.expiresAt)}前有效。</Text>
    </Box>
  );
}
