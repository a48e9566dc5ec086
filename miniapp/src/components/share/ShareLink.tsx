import { Button as ShareButton } from '@tarojs/components';
import { Box, Text } from '../base';
import type { ShareCard } from './useShareCard';
import './share.scss';

export interface ShareLinkProps {
  card: ShareCard;
  /** On the copy button of a browser. */
  copyWord: string;
  /** Until when it works, and the like. */
  hint: string;
}

/** Hands a page on as WeChat's share card, whose content `useShareCard` gives. */
export function ShareLink({ hint }: ShareLinkProps) {
  return (
    <Box className="stack stack-2">
      <ShareButton className="button button-plain tap share-button" openType="share">
        发给微信好友
      </ShareButton>
      <Text className="t13 quiet">{hint}</Text>
    </Box>
  );
}
