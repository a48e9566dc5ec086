import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';

/** True while this page is the one on screen; pages below it stay alive. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}
