import { Tap, Text } from '@/components/base';
import { Icon, type IconName } from '@/components/Icon';

interface Props {
  children: string;
  icon?: IconName;
  kind: 'primary' | 'plain' | 'danger';
  onTap: () => void;
  busy?: boolean;
  testId: string;
}

/** One of the large keys at the bottom: found by the thumb without looking. */
export function KeyButton({ children, icon, kind, onTap, busy = false, testId }: Props) {
  return (
    <Tap
      className={`patrol-key patrol-key-${kind}`}
      onTap={onTap}
      disabled={busy}
      testId={testId}
      spoken={{ label: busy ? `${children}，请稍等` : children }}
    >
      {busy ? <Text className="spinner" /> : icon && <Icon name={icon} large />}
      <Text>{children}</Text>
    </Tap>
  );
}
