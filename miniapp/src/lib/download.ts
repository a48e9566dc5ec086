import Taro from '@tarojs/taro';
import { errorFrom, networkDown } from './api/error';

export type FileType = 'pdf' | 'xlsx' | 'gpx';

/**
 * Fetches a file by its signed path and opens it, from where it can be sent on or kept. What WeChat can't show (a track)
 * is handed to a chat instead. True when that is done, or the reader has closed WeChat's question.
 */
export async function openFile(path: string, name: string, fileType: FileType): Promise<boolean> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: `${API_BASE}${path}` }).catch(() => {
    throw networkDown();
  });
  if (statusCode !== 200) throw errorFrom(statusCode, null);
  if (fileType === 'gpx') {
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName: `${name}.gpx` }).catch(() => undefined);
  } else {
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
  }
  return true;
}
