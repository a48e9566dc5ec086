import Taro from '@tarojs/taro';

/** A place in GCJ-02, the coordinates of Chinese maps. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** Where the phone is; asked only after a tap. Rejects when it is refused or unknown. */
export async function locate(): Promise<Place> {
  const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
  return { latitude, longitude };
}
