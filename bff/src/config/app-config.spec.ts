import { ConfigError, isLoopbackUrl, loadConfig } from './app-config.js';

const ENV: NodeJS.ProcessEnv = {
  DATABASE_URL: 'mysql://u:p@127.0.0.1:3306/jiefang',
  APP_SECRET: 'a-secret-of-at-least-32-characters-00',
  WECHAT_APP_ID: 'wx0',
  WECHAT_APP_SECRET: 'app secret',
};
const SIMULATED = { WECHAT_BASE_URL: 'http://127.0.0.1:4000' };

const load = (change: NodeJS.ProcessEnv = {}) => loadConfig({ ...ENV, ...change });
const refused = (change: NodeJS.ProcessEnv): string => {
  try {
    load(change);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
};

describe('the settings of the environment', () => {
  it('have safe defaults: loopback, the real WeChat, no demo', () => {
    expect(load()).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: ENV.DATABASE_URL,
      appSecret: ENV.APP_SECRET,
      h5Dir: null,
      publicUrl: null,
      demoMode: false,
      production: false,
      wechat: {
        baseUrl: 'https://api.weixin.qq.com',
        appId: 'wx0',
        appSecret: 'app secret',
        templates: {},
      },
      databasePool: 12,
      requestsPerMinute: 600,
      loginsPerMinute: 30,
      logLevel: 'warn',
    });
  });

  it.each(['DATABASE_URL', 'APP_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'])(
    'names %s when it is missing',
    (name) => {
      expect(refused({ [name]: undefined })).toBe(`${name} is not set.`);
      expect(refused({ [name]: '' })).toBe(`${name} is not set.`);
    },
  );

  it('wants a secret of 32 characters', () => {
    expect(refused({ APP_SECRET: 'x'.repeat(31) })).toContain('at least 32');
    expect(load({ APP_SECRET: 'x'.repeat(32) }).appSecret).toHaveLength(32);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', 'three'],
    ['DATABASE_POOL', '0'],
    ['DATABASE_POOL', '201'],
    ['REQUESTS_PER_MINUTE', '0'],
    ['LOGINS_PER_MINUTE', '1e9'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(refused({ [name]: value })).toMatch(
      new RegExp(`^${name} must be a whole number from \\d+ to \\d+\\.$`),
    );
  });

  it('takes an empty number for an absent one, and port 0 for any', () => {
    expect(load({ PORT: '', DATABASE_POOL: '' })).toMatchObject({ port: 3000, databasePool: 12 });
    expect(load({ PORT: '0' }).port).toBe(0);
  });

  it('reads the WeChat address without its last slash, and refuses what is none', () => {
    expect(load({ WECHAT_BASE_URL: 'http://127.0.0.1:4000/' }).wechat.baseUrl).toBe('http://127.0.0.1:4000');
    expect(refused({ WECHAT_BASE_URL: 'weixin' })).toBe('WECHAT_BASE_URL is not an address.');
  });

  it('reads templates as pairs', () => {
    expect(load({ WECHAT_TEMPLATES: 'booking_confirmed=t1,booking_closed=t2,' }).wechat.templates).toEqual({
      booking_confirmed: 't1',
      booking_closed: 't2',
    });
    for (const value of ['booking_confirmed', 'booking_confirmed=', '=t1', 'a=b,c']) {
      expect(refused({ WECHAT_TEMPLATES: value })).toContain('WECHAT_TEMPLATES');
    }
  });
});

describe('demo identities', () => {
  it('need the simulated WeChat', () => {
    expect(load({ ...SIMULATED, DEMO_MODE: '1' }).demoMode).toBe(true);
    expect(load(SIMULATED).demoMode).toBe(false);
    expect(load({ ...SIMULATED, DEMO_MODE: 'true' }).demoMode).toBe(false);
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['with the real WeChat', { DEMO_MODE: '1' }],
    [
      'with any server that is not on this machine',
      { DEMO_MODE: '1', WECHAT_BASE_URL: 'http://10.0.0.5:4000' },
    ],
    ['in production', { DEMO_MODE: '1', NODE_ENV: 'production' }],
    ['in production with the simulated WeChat', { DEMO_MODE: '1', NODE_ENV: 'production', ...SIMULATED }],
  ])('are impossible %s', (_, change) => {
    expect(refused(change)).toMatch(/^DEMO_MODE cannot be used with/);
  });

  it('leave no simulated WeChat in production either', () => {
    expect(refused({ NODE_ENV: 'production', ...SIMULATED })).toContain('needs the real WeChat');
    expect(load({ NODE_ENV: 'production' })).toMatchObject({ production: true, logLevel: 'info' });
  });
});

describe('an address on this machine', () => {
  it('is told from one that only looks like it', () => {
    const local = ['http://localhost:1', 'http://127.0.0.1', 'https://127.9.9.9:2', 'http://[::1]:3'];
    const far = [
      'http://127.0.0.1.example.com',
      'http://localhost.example.com',
      'http://128.0.0.1',
      'http://[::2]',
    ];
    expect(local.map(isLoopbackUrl)).toEqual([true, true, true, true]);
    expect(far.map(isLoopbackUrl)).toEqual([false, false, false, false]);
  });
});
