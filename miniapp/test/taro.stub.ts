/** What the components' specs need of Taro; a spec that wants more replaces a function itself. */
const store = new Map<string, unknown>();

const Taro = {
  getStorageSync: (name: string): unknown => store.get(name) ?? '',
  setStorageSync: (name: string, value: unknown): void => void store.set(name, value),
  removeStorageSync: (name: string): void => void store.delete(name),
  request: jest.fn(),
  navigateTo: jest.fn(() => Promise.resolve()),
  redirectTo: jest.fn(() => Promise.resolve()),
  switchTab: jest.fn(() => Promise.resolve()),
  navigateBack: jest.fn(() => Promise.resolve()),
  getCurrentPages: jest.fn(() => [{}]),
  stopPullDownRefresh: jest.fn(() => Promise.resolve()),
  pageScrollTo: jest.fn(() => Promise.resolve()),
};

export default Taro;
export const useRouter = (): { params: Record<string, string> } => ({ params: {} });
export const useDidShow = jest.fn();
export const useDidHide = jest.fn();
export const usePullDownRefresh = jest.fn();
export const useShareAppMessage = jest.fn();
