import { realpathSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import webpack from 'webpack';
import type Chain from 'webpack-chain';
import { PrefetchPages } from './prefetch-pages';

/** Where webpack meets the shared sources, whatever link leads there. */
const SHARED = realpathSync(path.resolve(__dirname, '../../shared/src'));
const SOURCE = path.resolve(__dirname, '../src');

/** Where the built mini-program finds its BFF; H5 talks to the origin that served it. */
const API_BASE = process.env.API_BASE ?? 'https://api.jiefang.example';

/** Modern packages that must be compiled down to the browsers of package.json. */
const COMPILED = /node_modules[\\/](@tanstack|zustand|qrcode-generator|jsqr)[\\/]/;
const needsCompiling = (file: string): boolean => COMPILED.test(file);

/**
 * Of Taro's px transform only the `#ifdef h5` comments are used. Sizes stay CSS px on both targets: one scale for elder
 * view, and no blow-up on a wide window.
 */
const STYLE_PLATFORMS = { enable: true, config: { methods: ['platform'] } };

const extendWebpack = (chain: Chain): void => {
  // Workspace packages offer their TypeScript sources under the condition "taro"; './x.js' there means './x.ts'.
  chain.resolve.set('conditionNames', ['taro', 'import', 'module', 'browser', 'default']);
  chain.resolve.set('extensionAlias', { '.js': ['.ts', '.tsx', '.js'] });
  if (process.env.TARO_ENV === 'h5') {
    // What several pages share is fetched once.
    chain.optimization.splitChunks({
      chunks: 'all',
      minSize: 20_000,
      cacheGroups: {
        default: false,
        defaultVendors: false,
        shared: { minChunks: 2, priority: 1 },
        styles: { name: 'styles', type: 'css/mini-extract', chunks: 'all', enforce: true, priority: 10 },
      },
    });
    chain.plugin('prefetch-pages').use(PrefetchPages);
    chain.performance.hints(false);
  } else {
    // WeChat's logic layer has no AbortController, and TanStack Query makes one for every fetch.
    chain
      .plugin('provide-abort-controller')
      .use(webpack.ProvidePlugin, [
        { AbortController: [path.join(SOURCE, 'lib/abort.ts'), 'AbortController'] },
      ]);
  }
};

export default defineConfig<'webpack5'>(async (merge) => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'jiefang',
    date: '2026-01-01',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'aria/index.ts')],
    alias: { '@': SOURCE },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    defineConstants: { API_BASE: JSON.stringify(process.env.TARO_ENV === 'h5' ? '' : API_BASE) },
    mini: {
      compile: { include: [SHARED, needsCompiling] },
      webpackChain: extendWebpack,
      postcss: { pxtransform: STYLE_PLATFORMS, cssModules: { enable: false } },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      compile: { include: [SHARED, needsCompiling] },
      webpackChain: extendWebpack,
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true },
        pxtransform: STYLE_PLATFORMS,
        cssModules: { enable: false },
      },
      devServer: {
        host: '127.0.0.1',
        port: Number(process.env.H5_DEV_PORT ?? 10086),
        open: false,
        proxy: [{ context: ['/api'], target: process.env.H5_DEV_API ?? 'http://127.0.0.1:3000' }],
      },
    },
  };
  return merge({}, config);
});
