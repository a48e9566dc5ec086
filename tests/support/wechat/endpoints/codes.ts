import { randomBytes } from 'node:crypto';
import { jpegCode, pngCode } from '../code-image.js';
import { Failure } from '../failure.js';
import { ok, type Endpoint, type JsonObject, type Reply, type World } from '../world.js';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const MAX_QUERY = 1024;
const MAX_EXPIRY_DAYS = 30;
const VISITS_A_DAY = 3_000_000;

interface Link {
  path: string;
  query: string;
  env_version: string;
  create_time: number;
  expire_time: number;
}

function drawCode(body: JsonObject, world: World): Reply {
  const { scene, page, width } = body;
  if (typeof scene !== 'string' || scene.length < 1 || scene.length > 32) throw new Failure(40169);
  if (!SCENE.test(scene)) throw new Failure(40129);
  if (page !== undefined && typeof page !== 'string') throw new Failure(40097);
  if (page !== undefined && /^\/|\?/.test(page)) throw new Failure(41030);
  const released = page === undefined || !world.pages || world.pages.has(page);
  if (body.check_path !== false && !released) throw new Failure(41030);
  if (width !== undefined && !(typeof width === 'number' && width >= 280 && width <= 1280))
    throw new Failure(40097);
  const query = new URLSearchParams({ page: page ?? '', scene });
  const text = `https://wxaurl.cn/code?${query.toString()}`;
  // With a transparent ground it is a PNG, else a JPEG.
  return body.is_hyaline === true
    ? { image: pngCode(text), type: 'image/png' }
    : { image: jpegCode(text), type: 'image/jpeg' };
}

function makeLink(target: unknown, expiry: JsonObject, world: World): Link {
  const { path = '', query = '', env_version: version = 'release' } = toObject(target);
  if (typeof path !== 'string' || path.includes('?')) throw new Failure(40165);
  if (path !== '' && world.pages && !world.pages.has(path.replace(/^\//, ''))) throw new Failure(40165);
  if (typeof query !== 'string' || query.length > MAX_QUERY) throw new Failure(40212);
  const now = world.clock.seconds();
  const latest = now + MAX_EXPIRY_DAYS * 86_400;
  const interval = expiry.expire_interval ?? MAX_EXPIRY_DAYS;
  const expires =
    expiry.expire_type === 1 ? now + Number(interval) * 86_400 : Number(expiry.expire_time ?? latest);
  if (!(expires > now && expires <= latest)) throw new Failure(85401);
  return { path, query, env_version: String(version), create_time: now, expire_time: expires };
}

function toObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function describe(link: Link | undefined, name: string, world: World): Reply {
  if (!link) throw new Failure(40097);
  return ok({
    [name]: { appid: world.appId, ...link },
    quota_info: { remain_visit_quota: VISITS_A_DAY },
  });
}

/** Mini-program codes and links. A fresh set for each server: links are remembered. */
export function codeEndpoints(): readonly Endpoint[] {
  const links = new Map<string, Link>();
  const remember = (prefix: string, link: Link): string => {
    const address = `${prefix}${randomBytes(9).toString('base64url')}`;
    links.set(address, link);
    return address;
  };
  const post = (path: string, handle: Endpoint['handle']): Endpoint => ({
    path,
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle,
  });
  return [
    post('/wxa/getwxacodeunlimit', ({ body }, world) => drawCode(body, world)),
    post('/wxa/generatescheme', ({ body }, world) =>
      ok({ openlink: remember('weixin://dl/business/?t=', makeLink(body.jump_wxa, body, world)) }),
    ),
    post('/wxa/generate_urllink', ({ body }, world) =>
      ok({ url_link: remember('https://wxaurl.cn/', makeLink(body, body, world)) }),
    ),
    post('/wxa/queryscheme', ({ body }, world) =>
      describe(links.get(String(body.scheme)), 'scheme_info', world),
    ),
    post('/wxa/query_urllink', ({ body }, world) =>
      describe(links.get(String(body.url_link)), 'url_link_info', world),
    ),
  ];
}
