import Taro from '@tarojs/taro';
import { errorFrom, networkDown } from './api/error';

/** Fetches the track by its signed path and hands it to a chat, from where it can be kept or sent on. */
export async function saveGpx(path: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: `${API_BASE}${path}` }).catch(() => {
    throw networkDown();
  });
  if (statusCode !== 200) throw errorFrom(statusCode, null);
  // Closed without choosing anybody: nothing was asked.
  await Taro.shareFileMessage({ filePath: tempFilePath, fileName: '巡防轨迹.gpx' }).catch(() => undefined);
}
