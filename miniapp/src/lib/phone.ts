import Taro from '@tarojs/taro';

/** Calls a number after asking the phone's own question. A reader who says no has said no. */
export function call(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}
