import Taro from '@tarojs/taro';

/** Where the phone is, how sure it is of it in metres, and in which coordinates. */
export interface Fix {
  latitude: number;
  longitude: number;
  accuracy: number;
  coordinateSystem: 'GCJ-02' | 'WGS-84';
}

/** WeChat looks this long for a good position. */
const PATIENCE_MS = 5_000;

/** The phone's exact position; asked only after a tap. Rejects when it is refused or unknown. */
export async function takeFix(): Promise<Fix> {
  const { latitude, longitude, accuracy } = await Taro.getLocation({
    type: 'gcj02',
    isHighAccuracy: true,
    highAccuracyExpireTime: PATIENCE_MS,
  });
  return { latitude, longitude, accuracy, coordinateSystem: 'GCJ-02' };
}
