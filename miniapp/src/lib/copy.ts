import Taro from '@tarojs/taro';

/** Puts text on the clipboard; true when it is there. WeChat says so by itself. */
export async function copy(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
