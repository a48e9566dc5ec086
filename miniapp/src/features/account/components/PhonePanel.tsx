import { Box, Text } from '@/components/base';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import type { Me } from '@/lib/api/types';
import { useMe } from '@/lib/me';
import { useAction } from '@/lib/useAction';
import { bindPhone, meChanged } from '../api/account';
import { PhoneButton } from './PhoneButton';

/** Binds a phone number, or shows the one that is bound. */
export function PhonePanel({ onDone }: { onDone: () => void }) {
  const me = useMe().data;
  const bind = useAction<string, Me>(bindPhone, (changed) => {
    meChanged(changed);
    onDone();
  });
  return (
    <Box className="stack">
      <Text className="t26 block">{me?.phone ? '手机号已绑定' : '绑定手机号'}</Text>
      <Text className="quiet block">
        预约、发言前要绑定手机号。只有工作人员在办事时能看到，页面上只显示后四位。
      </Text>
      {me?.phone && (
        <Notice tone="good" icon="phone">
          <Text className="num">{me.phone.masked}</Text>
        </Notice>
      )}
      {bind.error !== null && <Refusal error={bind.error} />}
      <PhoneButton
        word={me?.phone ? '换成微信里的号码' : '用微信里的手机号'}
        busy={bind.busy}
        onCode={bind.run}
      />
    </Box>
  );
}
