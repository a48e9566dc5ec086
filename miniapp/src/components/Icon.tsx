import { Text } from './base';

/** Names of icons.scss. */
export type IconName =
  | 'alert'
  | 'award'
  | 'back'
  | 'ban'
  | 'bell'
  | 'board'
  | 'broom'
  | 'building'
  | 'calendar'
  | 'check'
  | 'clock'
  | 'close'
  | 'copy'
  | 'desk'
  | 'door'
  | 'down'
  | 'download'
  | 'edit'
  | 'exit'
  | 'eye'
  | 'flag'
  | 'heart'
  | 'home'
  | 'hourglass'
  | 'info'
  | 'list'
  | 'lock'
  | 'minus'
  | 'next'
  | 'offline'
  | 'pause'
  | 'people'
  | 'person'
  | 'phone'
  | 'place'
  | 'play'
  | 'plus'
  | 'print'
  | 'qr'
  | 'queue'
  | 'refresh'
  | 'route'
  | 'scan'
  | 'search'
  | 'settings'
  | 'share'
  | 'shield'
  | 'star'
  | 'talk'
  | 'vote'
  | 'up';

/** A line icon in the colour and size of the text around it; silent, so a word beside it must say the same. */
export function Icon({
  name,
  large = false,
  className = '',
}: {
  name: IconName;
  large?: boolean;
  className?: string;
}) {
  return (
    <Text className={`icon icon-${name} ${large ? 'icon-lg' : ''} ${className}`} spoken={{ hidden: true }} />
  );
}
