import Taro from '@tarojs/taro';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { logIn } from '../api/account';

/** A fresh code of WeChat, traded for a session. */
async function logInWithWeChat(): Promise<void> {
  const { code } = await Taro.login();
  await logIn(code);
}

/** One tap with WeChat. */
export function LoginPanel({ onDone }: { onDone: () => void }) {
  const login = useAction<null, void>(logInWithWeChat, onDone);
  return (
    <Box className="stack">
      <Text className="t26 block">登录街坊</Text>
      <Text className="quiet block">用微信登录，不用记密码。预约前再绑定手机号。</Text>
      {login.error !== null && <Refusal error={login.error} />}
      <Button kind="primary" wide icon="person" onTap={() => login.run(null)} testId="login">
        微信一键登录
      </Button>
    </Box>
  );
}
