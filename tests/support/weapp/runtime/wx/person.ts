import { ask } from '../bridge.js';
import { showScanner } from '../dialogs.js';
import { inGesture } from '../gesture.js';
import { ApiFailure, call, needText, numberOf, recorded, type Api, type Options } from './api.js';

/** Calls that need the person, WeChat's server or the phone's own apps. */

let clipboard = '';

async function login(): Promise<object> {
  const reply = await ask('login', null);
  if ('fail' in reply) throw new ApiFailure(reply.fail);
  return { code: reply.code };
}

async function scanCode(): Promise<object> {
  const result = await showScanner();
  if (result === null) throw new ApiFailure('cancel');
  return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' };
}

/** WeChat's rules: inside a tap and before any await, at most five templates. */
function requestSubscribeMessage(options: Options): Promise<object> {
  const ids = options.tmplIds;
  const tmplIds = Array.isArray(ids) ? ids.map(String) : [];
  if (tmplIds.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 });
  if (tmplIds.length > 5) throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 });
  if (!inGesture()) throw new ApiFailure('can only be invoked by user TAP gesture.', { errCode: 10005 });
  return ask('subscribe', { tmplIds }).then((reply) => {
    if ('fail' in reply) throw new ApiFailure(String(reply.fail), { errCode: 20004 });
    return reply;
  });
}

async function chooseImages(options: Options): Promise<string[]> {
  const reply = await ask('images', { count: numberOf(options, 'count', 9) });
  if ('fail' in reply) throw new ApiFailure(reply.fail);
  return reply.paths;
}

export const personApis: Record<string, Api> = {
  login: call('login', login),
  checkSession: call('checkSession', () => undefined),
  scanCode: call('scanCode', scanCode),
  requestSubscribeMessage: call('requestSubscribeMessage', requestSubscribeMessage),
  chooseImage: call('chooseImage', async (options) => {
    const tempFilePaths = await chooseImages(options);
    return { tempFilePaths, tempFiles: tempFilePaths.map((path) => ({ path, size: path.length })) };
  }),
  chooseMedia: call('chooseMedia', async (options) => {
    const paths = await chooseImages(options);
    const tempFiles = paths.map((tempFilePath) => ({
      tempFilePath,
      size: tempFilePath.length,
      fileType: 'image',
    }));
    return { type: 'image', tempFiles };
  }),
  setClipboardData: call('setClipboardData', (options) => {
    clipboard = needText(options, 'data');
  }),
  getClipboardData: call('getClipboardData', () => ({ data: clipboard })),
  openLocation: call('openLocation', (options) => {
    if (!Number.isFinite(options.latitude) || !Number.isFinite(options.longitude)) {
      throw new ApiFailure('parameter error: latitude and longitude must be numbers');
    }
  }),
  makePhoneCall: call('makePhoneCall', (options) => void needText(options, 'phoneNumber')),
  addPhoneCalendar: call('addPhoneCalendar', (options) => {
    needText(options, 'title');
    if (!Number.isFinite(options.startTime))
      throw new ApiFailure('parameter error: startTime must be a number');
  }),
  addPhoneRepeatCalendar: recorded('addPhoneRepeatCalendar'),
  previewImage: recorded('previewImage'),
  saveImageToPhotosAlbum: recorded('saveImageToPhotosAlbum'),
  openDocument: recorded('openDocument'),
  authorize: recorded('authorize'),
  getSetting: call('getSetting', () => ({
    authSetting: {},
    subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
  })),
  openSetting: call('openSetting', () => ({ authSetting: {} })),
  vibrateShort: recorded('vibrateShort'),
  vibrateLong: recorded('vibrateLong'),
  setKeepScreenOn: recorded('setKeepScreenOn'),
  setScreenBrightness: recorded('setScreenBrightness'),
  getScreenBrightness: call('getScreenBrightness', () => ({ value: 0.5 })),
  setVisualEffectOnCapture: recorded('setVisualEffectOnCapture'),
};
