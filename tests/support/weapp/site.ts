import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { AppConfig, PageConfig, WeappBundle } from './bundle-types.js';
import { BASE_CSS } from './base-css.js';
import { convertWxml } from './wxml.js';
import { convertWxss } from './wxss.js';

/** A weapp build turned into a page that any Chromium can show. */
export interface WeappSite {
  /** Folder with index.html and everything it needs. */
  dir: string;
  app: AppConfig;
  /** Things the converter could not make sense of; empty for a sound build. */
  problems: string[];
}

interface TemplateProblem {
  isError: boolean;
  message: string;
  startLine: number;
}

const TEXT_FILES = new Set(['.js', '.json', '.wxml', '.wxss', '.wxs', '.map', '.txt', '.ts']);

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Builds the static site of a weapp build.
 * @param distDir output of `taro build --type weapp` (or any mini-program), holding `app.json`
 * @param outDir is emptied and filled
 * @throws when `app.json` is missing or a template does not compile
 */
export function buildWeappSite(distDir: string, outDir: string): WeappSite {
  const files = listFiles(distDir);
  if (!files.includes('app.json')) throw new Error(`No mini-program in ${distDir}: app.json is missing`);
  const read = (file: string): string => readFileSync(join(distDir, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppConfig;
  const bundle: WeappBundle = {
    app,
    themes:
      app.darkmode && app.themeLocation
        ? (JSON.parse(read(app.themeLocation)) as WeappBundle['themes'])
        : null,
    json: {},
    css: {},
    templates: [],
    modules: {},
    attributes: {},
    wxKeys: readWxKeys(),
  };
  const problems: string[] = [];
  const templates = new TmplGroup();
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });

  for (const file of files) {
    const ending = extname(file);
    const path = file.slice(0, -ending.length);
    if (ending === '.wxml') addTemplate(file, read(file));
    else if (ending === '.wxs') templates.addScript(path, read(file));
    else if (ending === '.wxss') bundle.css[path] = convertWxss(file, read);
    else if (ending === '.js') bundle.modules[file] = read(file);
    else if (ending === '.json' && file !== 'app.json')
      bundle.json[path] = JSON.parse(read(file)) as PageConfig;
    else if (!TEXT_FILES.has(ending)) cpSync(join(distDir, file), join(outDir, file));
  }
  templates.addTmpl('__slot', '<slot/>');

  function addTemplate(file: string, source: string): void {
    const path = file.replace(/\.wxml$/, '');
    const { text, attributes, customTags } = convertWxml(source);
    const found = (templates.addTmpl(path, text) ?? []) as TemplateProblem[];
    for (const problem of found) {
      if (problem.isError) throw new Error(`${file}:${problem.startLine}: ${problem.message}`);
      problems.push(`${file}:${problem.startLine}: ${problem.message}`);
    }
    bundle.templates.push(path);
    for (const [tag, names] of attributes) {
      bundle.attributes[tag] = [...new Set([...(bundle.attributes[tag] ?? []), ...names])];
    }
    const known = new Set(Object.keys(bundle.app.usingComponents ?? {}));
    const config = files.includes(`${path}.json`) ? (JSON.parse(read(`${path}.json`)) as PageConfig) : null;
    if (!config) return; // a file of shared templates: its users decide which components exist
    for (const tag of customTags) {
      if (!known.has(tag) && !config.usingComponents?.[tag])
        problems.push(`${file}: <${tag}> is not declared`);
    }
  }

  const script = [
    `window.__weappBundle=${JSON.stringify(bundle).replace(/<\/script/g, '<\\/script')};`,
    `window.__weappTemplates=(${templates.getTmplGenObjectGroups()});`,
  ].join('\n');
  templates.free();
  writeFileSync(join(outDir, 'bundle.js'), script);
  writeFileSync(join(outDir, 'base.css'), BASE_CSS);
  writeFileSync(join(outDir, 'index.html'), INDEX_HTML);
  buildSync({
    entryPoints: [join(here, 'runtime/main.ts')],
    bundle: true,
    outfile: join(outDir, 'runtime.js'),
    define: { 'process.env.NODE_ENV': '"development"' },
    target: 'chrome120',
    logLevel: 'error',
  });
  return { dir: outDir, app: bundle.app, problems };
}

/** Sites of earlier builds are thrown away after this many milliseconds. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/**
 * The site of a build, made once for each state of the build and of this harness, then found again in the temporary
 * folder; several test workers may ask at the same time.
 * @throws as {@link buildWeappSite}
 */
export function weappSite(distDir: string): WeappSite {
  const home = join(tmpdir(), 'jiefang-weapp-sites');
  const dir = join(home, fingerprint([resolve(distDir), here]));
  if (!existsSync(dir)) {
    mkdirSync(home, { recursive: true });
    for (const old of readdirSync(home)) {
      const path = join(home, old);
      if (statSync(path).mtimeMs < Date.now() - KEPT_FOR) rmSync(path, { recursive: true, force: true });
    }
    const draft = `${dir}.${process.pid}`;
    const site = buildWeappSite(distDir, draft);
    writeFileSync(join(draft, 'site.json'), JSON.stringify({ ...site, dir }));
    try {
      renameSync(draft, dir);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(dir)) throw error; // else another worker was quicker
    }
  }
  return JSON.parse(readFileSync(join(dir, 'site.json'), 'utf8')) as WeappSite;
}

/** Changes when any file of the folders does. */
function fingerprint(folders: string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of listFiles(folder)) {
      const { mtimeMs, size } = statSync(join(folder, file));
      hash.update(`${folder}/${file}:${mtimeMs}:${size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function listFiles(dir: string): string[] {
  return (readdirSync(dir, { recursive: true }) as string[])
    .filter((file) => statSync(join(dir, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** Functions of `wx`, from the typings WeChat publishes: what the host lacks must fail, not be absent. */
function readWxKeys(): string[] {
  const typings = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const text = readFileSync(typings, 'utf8');
  const start = text.indexOf('interface Wx {');
  const keys = [...text.slice(start).matchAll(/^ {8}(\w+)\s*[<(]/gm)].map((match) => match[1] ?? '');
  return [...new Set(keys)].filter(Boolean);
}

const INDEX_HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="base.css">
</head>
<body><div id="mp-device"></div><script src="bundle.js"></script><script src="runtime.js"></script></body>
</html>
`;
