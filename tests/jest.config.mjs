/**
 * `npm test` runs this; `npx jest -c tests/jest.config.mjs --selectProjects api tests/api/…` works too.
 *
 * CommonJS mode with node_modules transformed: Nest 12 is ESM only, and Jest's native ESM mode fails on Node 20.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const miniappSetup = path.join(root, 'miniapp/test/setup.ts');

/** @param {'typescript' | 'ecmascript'} syntax */
const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
  },
];

/** Packages that name only an `import` entry, which CommonJS mode does not look at; they are transformed like the rest. */
const esmOnly = { '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js' };

const common = {
  rootDir: root,
  modulePathIgnorePatterns: ['<rootDir>/(shared|bff|tests|miniapp)/dist/', '<rootDir>/\\.(data|cache)/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const node = {
  ...common,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: {
    '^@jiefang/(bff|shared)/(.*)$': '<rootDir>/$1/src/$2',
    ...esmOnly,
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc('typescript'), '^.+\\.m?js$': swc('ecmascript') },
  // Everything is transformed but what is CommonJS, big, and breaks or gains nothing by it.
  transformIgnorePatterns: [
    '/node_modules/(playwright-core|typescript|esbuild|@swc|prettier|mysql2|axe-core)/',
  ],
};

const database = {
  globalSetup: '<rootDir>/tests/launch/database-setup.mjs',
  globalTeardown: '<rootDir>/tests/launch/database-teardown.mjs',
};

const inChromium = {
  ...node,
  ...database,
  setupFilesAfterEnv: ['<rootDir>/tests/launch/need-chromium.cjs'],
  testTimeout: 120_000,
};

export default {
  rootDir: root,
  maxWorkers: 2,
  // Jest takes this from the top level only: a project's own testTimeout is read and then ignored.
  testTimeout: 120_000,
  watchman: false,
  workerIdleMemoryLimit: '2GB',
  cacheDirectory: '<rootDir>/.cache/jest',
  projects: [
    {
      ...node,
      displayName: 'unit',
      roots: ['<rootDir>/shared/src', '<rootDir>/bff/src'],
      testMatch: ['<rootDir>/{shared,bff}/src/**/*.spec.ts'],
    },
    {
      ...node,
      ...database,
      displayName: 'api',
      roots: ['<rootDir>/tests', '<rootDir>/bff/src', '<rootDir>/shared/src'],
      testMatch: ['<rootDir>/tests/{api,contention,properties,faults}/**/*.spec.ts'],
      testTimeout: 30_000,
    },
    {
      ...common,
      displayName: 'miniapp',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/miniapp/src', '<rootDir>/shared/src'],
      testMatch: ['<rootDir>/miniapp/src/**/*.spec.{ts,tsx}'],
      // Components are tested as the browser gets them: X.h5.tsx before X.tsx.
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/miniapp/test/taro-components.stub.tsx',
        '^@tarojs/taro$': '<rootDir>/miniapp/test/taro.stub.ts',
        '\\.(s?css|less|png|jpg|svg)$': '<rootDir>/miniapp/test/empty.js',
        '^@/(.*)$': '<rootDir>/miniapp/src/$1',
        '^@jiefang/shared/(.*)$': '<rootDir>/shared/src/$1',
        ...esmOnly,
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
      transform: {
        '\\.[mc]?[jt]sx?$': [
          'babel-jest',
          {
            configFile: false,
            babelrc: false,
            presets: [
              ['@babel/preset-env', { targets: { node: 'current' } }],
              ['@babel/preset-react', { runtime: 'automatic' }],
              '@babel/preset-typescript',
            ],
          },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!@tarojs|lodash-es|canonicalize|@noble)'],
      setupFiles: existsSync(miniappSetup) ? [miniappSetup] : [],
    },
    {
      ...inChromium,
      displayName: 'browser',
      roots: ['<rootDir>/tests', '<rootDir>/bff/src', '<rootDir>/shared/src'],
      testMatch: ['<rootDir>/tests/browser/**/*.spec.ts'],
    },
    {
      ...inChromium,
      displayName: 'weapp',
      roots: ['<rootDir>/tests', '<rootDir>/bff/src', '<rootDir>/shared/src'],
      testMatch: ['<rootDir>/tests/weapp/**/*.spec.ts'],
    },
  ],
};
