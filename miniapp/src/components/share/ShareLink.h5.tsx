import { useState } from 'react';
import { copy } from '@/lib/copy';
import { Box, Text } from '../base';
import { Button } from '../Button';
import type { ShareLinkProps } from './ShareLink';
import './share.scss';

/** Hands a page on as a link. */
export function ShareLink({ card, copyWord, hint }: ShareLinkProps) {
  const [copied, setCopied] = useState(false);
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}#${card.path}`;
  return (
    <Box className="stack stack-2">
      <Button
        icon={copied ? 'check' : 'copy'}
        onTap={async () => setCopied(await copy(`${card.title}：${link}`))}
      >
        {copied ? '已复制，发给对方吧' : copyWord}
      </Button>
      <Text className="t13 quiet share-link" testId="share-link">
        {link}
      </Text>
      <Text className="t13 quiet">{hint}</Text>
    </Box>
  );
}
