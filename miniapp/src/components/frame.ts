import Taro from '@tarojs/taro';

/** Colours WeChat's own navigation bar and sets its title. */
export function paintFrame(title: string, colour: 'light' | 'dark'): void {
  const dark = colour === 'dark';
  void Taro.setNavigationBarTitle({ title });
  void Taro.setNavigationBarColor({
    frontColor: dark ? '#ffffff' : '#000000',
    backgroundColor: dark ? '#161514' : '#f6f4f1',
  });
  void Taro.setBackgroundColor({ backgroundColor: dark ? '#161514' : '#f6f4f1' });
}
