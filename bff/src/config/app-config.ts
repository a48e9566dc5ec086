import { isIP } from 'node:net';

/** Everything the process is told by its environment, read and validated once at start. */
export interface AppConfig {
  host: string;
  port: number;
  databaseUrl: string;
  /** At least 32 bytes of entropy; every key of the product is derived from it. */
  appSecret: string;
  /** The built H5 client to serve at `/`, or null to serve the API alone. */
  h5Dir: string | null;
  /** Where the H5 client is reached from outside, for the QR on printed paper; null prints no QR. */
  publicUrl: string | null;
  /** True when the people of the demo city may be taken on without WeChat. */
  demoMode: boolean;
  production: boolean;
  wechat: { baseUrl: string; appId: string; appSecret: string; templates: Record<string, string> };
  databasePool: number;
  /** Requests a minute of one account, or of one address for visitors. */
  requestsPerMinute: number;
  /** Login attempts a minute of one address; a neighbourhood may share one behind a carrier's NAT. */
  loginsPerMinute: number;
  logLevel: string;
}

const WECHAT_HOST = 'https://api.weixin.qq.com';

/** A setting of the environment that cannot be used; the message is for the operator. */
export class ConfigError extends Error {}

/** Reads the configuration; throws ConfigError naming the variable that is missing or wrong. */
export function loadConfig(env: NodeJS.ProcessEnv): AppConfig {
  const production = env.NODE_ENV === 'production';
  const baseUrl = url(env, 'WECHAT_BASE_URL', WECHAT_HOST);
  const demoMode = env.DEMO_MODE === '1';
  const simulated = isLoopbackUrl(baseUrl);
  if (demoMode && production) throw new ConfigError('DEMO_MODE cannot be used with NODE_ENV=production.');
  if (demoMode && !simulated) throw new ConfigError('DEMO_MODE cannot be used with a real WeChat app id.');
  if (production && simulated)
    throw new ConfigError('NODE_ENV=production needs the real WeChat, not WECHAT_BASE_URL on loopback.');
  const appSecret = required(env, 'APP_SECRET');
  if (appSecret.length < 32) throw new ConfigError('APP_SECRET must have at least 32 characters.');
  return {
    host: env.HOST ?? '127.0.0.1',
    port: integer(env, 'PORT', 3000, 0, 65_535),
    databaseUrl: required(env, 'DATABASE_URL'),
    appSecret,
    h5Dir: env.H5_DIR ?? null,
    publicUrl: env.PUBLIC_URL ? url(env, 'PUBLIC_URL', '') : null,
    demoMode,
    production,
    wechat: {
      baseUrl,
      appId: required(env, 'WECHAT_APP_ID'),
      appSecret: required(env, 'WECHAT_APP_SECRET'),
      templates: templates(env.WECHAT_TEMPLATES),
    },
    databasePool: integer(env, 'DATABASE_POOL', 12, 1, 200),
    requestsPerMinute: integer(env, 'REQUESTS_PER_MINUTE', 600, 1, 10_000_000),
    loginsPerMinute: integer(env, 'LOGINS_PER_MINUTE', 30, 1, 10_000_000),
    logLevel: env.LOG_LEVEL ?? (production ? 'info' : 'warn'),
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ConfigError(`${name} is not set.`);
  return value;
}

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const raw = env[name];
  if (raw === undefined || raw === '') return fallback;
  const value = Number(raw);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

function url(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const value = env[name] ?? fallback;
  if (!URL.canParse(value)) throw new ConfigError(`${name} is not an address.`);
  return value.replace(/\/$/, '');
}

/** `kind=templateId,kind=templateId` → a map; ids of subscribe-message templates differ per app. */
function templates(raw: string | undefined): Record<string, string> {
  const pairs = (raw ?? '').split(',').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [kind, id] = pair.split('=');
      if (!kind || !id) throw new ConfigError('WECHAT_TEMPLATES must read kind=templateId,kind=templateId.');
      return [kind, id];
    }),
  );
}

/** True for an address on this machine: only the simulated WeChat has one. */
export function isLoopbackUrl(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
}
