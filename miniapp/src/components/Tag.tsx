import { Box, Text } from './base';
import { Icon, type IconName } from './Icon';
import './tag.scss';

export type Tone = 'good' | 'wait' | 'bad' | 'plain' | 'free';

/** A short word about something; `tone` colours it, the word and icon carry the meaning. */
export function Tag({ children, tone = 'plain', icon }: { children: string; tone?: Tone; icon?: IconName }) {
  return (
    <Box className={`tag tag-${tone}`}>
      {icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </Box>
  );
}
