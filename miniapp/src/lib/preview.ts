import Taro from '@tarojs/taro';

/** Shows pictures large, starting with one of them. Paths are the BFF's. */
export function showPictures(paths: readonly string[], current: string): void {
  void Taro.previewImage({
    urls: paths.map((path) => `${API_BASE}${path}`),
    current: `${API_BASE}${current}`,
  });
}
