/// <reference lib="dom" />
import { settings } from '../bridge.js';
import { pageSize } from '../frame.js';
import { call, recorded, type Api } from './api.js';
import { addListener, removeListener, type WxListener } from './listeners.js';

/** The phone: size of the window from Chromium, the rest fixed. */

let theme = settings.theme;
export const setThemeValue = (value: 'light' | 'dark'): void => void (theme = value);

const windowInfo = (): Record<string, unknown> => {
  const { width, height } = pageSize();
  const [screenWidth, screenHeight] = [window.innerWidth, window.innerHeight];
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: 20,
    screenTop: 64,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: 20,
      bottom: screenHeight,
      width: screenWidth,
      height: screenHeight - 20,
    },
  };
};
const appBase = (): Record<string, unknown> => ({
  SDKVersion: '3.8.0',
  enableDebug: false,
  host: { env: 'WeChat', appId: '', version: 0x28003232 },
  language: 'zh_CN',
  version: '8.0.50',
  theme,
  fontSizeSetting: Math.round(16 * settings.fontSizeScaleFactor),
  fontSizeScaleFactor: settings.fontSizeScaleFactor,
});
const deviceInfo = (): Record<string, unknown> => ({
  abi: 'arm64-v8a',
  benchmarkLevel: 30,
  brand: 'test',
  model: 'test',
  system: 'Android 14',
  platform: 'android',
  cpuType: 'unknown',
  memorySize: '8000',
});
const systemSetting = (): Record<string, unknown> => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
});
const authorize = (): Record<string, unknown> => ({
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
});
const everything = (): Record<string, unknown> => ({
  ...windowInfo(),
  ...appBase(),
  ...deviceInfo(),
  ...systemSetting(),
});

const launch = (): object => ({
  ...settings.launch,
  referrerInfo: {},
  forwardMaterials: [],
  apiCategory: 'default',
});

/** Events a mini-program may listen to that have no other home. */
const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'WindowResize',
  'KeyboardHeightChange',
  'MemoryWarning',
  'UserCaptureScreen',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'NeedPrivacyAuthorization',
];

const listening = (): Record<string, Api> => {
  const apis: Record<string, Api> = {};
  for (const event of EVENTS) {
    apis[`on${event}`] = (listener: WxListener) => addListener(`on${event}`, listener);
    apis[`off${event}`] = (listener?: WxListener) => removeListener(`on${event}`, listener);
  }
  return apis;
};

export const systemApis: Record<string, Api> = {
  getSystemInfoSync: everything,
  getSystemInfo: call('getSystemInfo', everything),
  getSystemInfoAsync: call('getSystemInfoAsync', everything),
  getWindowInfo: windowInfo,
  getAppBaseInfo: appBase,
  getDeviceInfo: deviceInfo,
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: authorize,
  getLaunchOptionsSync: launch,
  getEnterOptionsSync: launch,
  getAccountInfoSync: () => ({ miniProgram: { appId: settings.appId, envVersion: 'develop', version: '' } }),
  getMenuButtonBoundingClientRect: () => {
    const right = window.innerWidth - 10;
    return { width: 87, height: 32, left: right - 87, right, top: 24, bottom: 56 };
  },
  getUpdateManager: () => ({
    onCheckForUpdate: (listener: (result: object) => void) =>
      setTimeout(() => listener({ hasUpdate: false }), 0),
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }),
  getRealtimeLogManager: () => silentLog(),
  getLogManager: () => silentLog(),
  getPrivacySetting: call('getPrivacySetting', () => ({
    needAuthorization: false,
    privacyContractName: '隐私保护指引',
  })),
  requirePrivacyAuthorize: recorded('requirePrivacyAuthorize'),
  openPrivacyContract: recorded('openPrivacyContract'),
  reportEvent: () => undefined,
  reportPerformance: () => undefined,
  ...listening(),
};

const silentLog = (): object => {
  const nothing = (): undefined => undefined;
  return {
    debug: nothing,
    info: nothing,
    log: nothing,
    warn: nothing,
    error: nothing,
    setFilterMsg: nothing,
  };
};
