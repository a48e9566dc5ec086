import type { PhoneFix, PhoneMove } from '../../bridge-types.js';
import { ask, bundle } from '../bridge.js';
import { ApiFailure, call, textOf, type Api, type Options } from './api.js';
import { addListener, emit, removeListener, type WxListener } from './listeners.js';

/** Where the phone is, asked once or followed. A call that `app.json` does not declare is refused, as since 2022. */

type Kind = 'foreground' | 'background';

interface Following {
  kind: Kind;
  type: 'wgs84' | 'gcj02';
}

let following: Following | null = null;

const typeOf = (options: Options): Following['type'] =>
  textOf(options, 'type', 'wgs84') === 'gcj02' ? 'gcj02' : 'wgs84';

function needDeclared(name: string): void {
  if (bundle.app.requiredPrivateInfos?.includes(name)) return;
  throw new ApiFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
}

const result = (fix: PhoneFix): object => ({
  ...fix,
  verticalAccuracy: 0,
  horizontalAccuracy: fix.accuracy,
});

async function getLocation(options: Options): Promise<object> {
  needDeclared('getLocation');
  const reply = await ask('location', { type: typeOf(options) });
  if ('fail' in reply) throw new ApiFailure(reply.fail);
  return result(reply);
}

const start = (name: string, kind: Kind): Api =>
  call(name, async (options) => {
    needDeclared(name);
    if (kind === 'background' && !bundle.app.requiredBackgroundModes?.includes('location'))
      throw new ApiFailure('requiredBackgroundModes does not contain location');
    const reply = await ask('follow', { background: kind === 'background' });
    if ('fail' in reply) throw new ApiFailure(reply.fail);
    following = { kind, type: typeOf(options) };
  });

/** The phone has moved: whoever follows hears of it, in the background only those who may. */
export function phoneMoved(move: PhoneMove, inBackground: boolean): void {
  if (following === null || (inBackground && following.kind === 'foreground')) return;
  emit('onLocationChange', result(move[following.type]));
}

export const locationApis: Record<string, Api> = {
  getLocation: call('getLocation', getLocation),
  getFuzzyLocation: call('getFuzzyLocation', getLocation),
  startLocationUpdate: start('startLocationUpdate', 'foreground'),
  startLocationUpdateBackground: start('startLocationUpdateBackground', 'background'),
  stopLocationUpdate: call('stopLocationUpdate', () => {
    following = null;
  }),
  onLocationChange: (listener: WxListener) => {
    needDeclared('onLocationChange');
    addListener('onLocationChange', listener);
  },
  offLocationChange: (listener?: WxListener) => removeListener('onLocationChange', listener),
  onLocationChangeError: (listener: WxListener) => addListener('onLocationChangeError', listener),
  offLocationChangeError: (listener?: WxListener) => removeListener('onLocationChangeError', listener),
};
