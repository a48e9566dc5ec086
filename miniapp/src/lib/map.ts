import Taro from '@tarojs/taro';

/** True where a place can be opened in a map. */
export const hasMap = true;

/** Opens a place (GCJ-02) in WeChat's map, from where a route can be asked. */
export function openMap(place: { latitude: number; longitude: number; name: string; address: string }): void {
  Taro.openLocation({ ...place, scale: 17 }).catch(() => undefined);
}
