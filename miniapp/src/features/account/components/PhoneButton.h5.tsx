import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { useMe } from '@/lib/me';
import { demoPhoneCode } from '../api/account';

interface Props {
  word: string;
  busy: boolean;
  onCode: (code: string) => Promise<unknown>;
}

/** The browser demo's stand-in for WeChat's phone button. */
export function PhoneButton({ word, busy, onCode }: Props) {
  const isDemo = useMe().data?.isDemo ?? false;
  const [error, setError] = useState<unknown>(null);
  if (!isDemo) return <Text className="quiet">请在微信小程序「街坊」里绑定手机号。</Text>;
  const bind = async (): Promise<void> => {
    setError(null);
    try {
      await onCode(await demoPhoneCode());
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <Box className="stack stack-2">
      {error !== null && <Refusal error={error} />}
      <Button kind="primary" wide icon="phone" busy={busy} onTap={bind} testId="bind-phone">
        {word}
      </Button>
    </Box>
  );
}
