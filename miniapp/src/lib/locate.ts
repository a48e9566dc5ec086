import Taro from '@tarojs/taro';
import type { Place } from '@jiefang/shared/geo';

/** Where the phone is, in GCJ-02; asked only after a tap. Rejects when it is refused or unknown. */
export async function locate(): Promise<Place> {
  const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
  return { latitude, longitude };
}
