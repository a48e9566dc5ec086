import webpack from 'webpack';

const NAME = 'PrefetchPages';

/**
 * Has the browser fetch the code of all pages while it is idle (about 1 MB before compression), so that a page opens at
 * once and also when the network has gone since.
 */
export class PrefetchPages {
  apply(compiler: webpack.Compiler): void {
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        const page = assets['index.html'];
        if (page === undefined) return;
        const files = [...compilation.chunks]
          .filter((chunk) => !chunk.canBeInitial())
          .flatMap((chunk) => [...chunk.files])
          .filter((file) => file.endsWith('.js'));
        const links = [...new Set(files)].map((file) => `<link rel="prefetch" as="script" href="./${file}">`);
        const html = page
          .source()
          .toString()
          .replace('</head>', `${links.join('')}</head>`);
        compilation.updateAsset('index.html', new webpack.sources.RawSource(html));
      });
    });
  }
}
