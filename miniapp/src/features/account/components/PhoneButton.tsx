import { Button as WeChatButton, type ButtonProps } from '@tarojs/components';
import { useState } from 'react';
import { Box, Text } from '@/components/base';

interface Props {
  word: string;
  busy: boolean;
  onCode: (code: string) => Promise<unknown>;
}

/** WeChat's own phone button: after the reader agrees, it hands over a code that the BFF trades for the number. */
export function PhoneButton({ word, busy, onCode }: Props) {
  const [declined, setDeclined] = useState(false);
  const receive: ButtonProps['onGetPhoneNumber'] = ({ detail }) => {
    const code = detail.code ?? '';
    setDeclined(code === '');
    if (code !== '' && !busy) void onCode(code);
  };
  return (
    <Box className="stack stack-2">
      <WeChatButton
        className="button button-primary button-wide tap"
        openType="getPhoneNumber"
        disabled={busy}
        onGetPhoneNumber={receive}
      >
        {busy ? '正在绑定…' : word}
      </WeChatButton>
      {declined && <Text className="t13 quiet block">没有拿到号码。想好了可以再点一次。</Text>}
    </Box>
  );
}
