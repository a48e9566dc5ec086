import { Text } from './base';

/** Names of icons.scss. */
export type IconName =
  | 'alert'
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
  | 'edit'
  | 'exit'
  | 'eye'
  | 'flag'
  | 'home'
  | 'hourglass'
  | 'info'
  | 'list'
  | 'lock'
  | 'minus'
  | 'moon'
  | 'next'
  | 'offline'
  | 'people'
  | 'person'
  | 'phone'
  | 'place'
  | 'plus'
  | 'qr'
  | 'queue'
  | 'refresh'
  | 'scan'
  | 'search'
  | 'settings'
  | 'share'
  | 'sun'
  | 'text-size';

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
