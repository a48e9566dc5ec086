/**
 * Compiles shared, bff and the tests' support code with swc: `node bff/launch/build.mjs`.
 *
 * Incremental: a file is compiled again when its time or size, the compiler or these options changed. Output is
 * written beside and renamed, so that two builds at once (a test run beside `npm start`) never show half a file.
 * Type checking is `npm run check`'s job.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Source folder → output folder, relative to the repository.
 * @type {[from: string, to: string][]}
 */
const TARGETS = [
  ['shared/src', 'shared/dist'],
  ['bff/src', 'bff/dist'],
  ['tests/support', 'tests/dist/support'],
  ['tests/builders', 'tests/dist/builders'],
  ['tests/bench', 'tests/dist/bench'],
];

/** @type {import('@swc/core').Options} */
const OPTIONS = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  inlineSourcesContent: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/**
 * Files to compile below `folder`, relative to it; specs and declarations are not compiled.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function sources(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * @param {string} file
 * @param {string} text
 */
async function writeWhole(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, file);
}

/**
 * Compiles what changed.
 * @returns {Promise<{ compiled: number, removed: number, folders: string[] }>} `folders`: output folders that changed.
 * @throws {Error} with every file's message when something does not parse; nothing of a broken file is replaced.
 */
export async function build() {
  const swc = await import('@swc/core');
  const key = createHash('sha256')
    .update(JSON.stringify([OPTIONS, swc.version]))
    .digest('hex');
  const result = { compiled: 0, removed: 0, folders: /** @type {string[]} */ ([]) };
  /** @type {string[]} */
  const errors = [];
  for (const [from, to] of TARGETS) {
    const source = path.join(ROOT, from);
    const output = path.join(ROOT, to);
    const stampFile = path.join(output, '.build.json');
    /** @type {{ key: string, files: Record<string, string> }} */
    let previous = { key: '', files: {} };
    try {
      previous = JSON.parse(await readFile(stampFile, 'utf8'));
    } catch {
      // First build, or an interrupted one: everything is compiled.
    }
    /** @type {Record<string, string>} */
    const files = {};
    const before = result.compiled + result.removed;
    const names = await sources(source);
    await Promise.all(
      names.map(async (name) => {
        const input = path.join(source, name);
        const target = path.join(output, name.replace(/\.ts$/, '.js'));
        const [info, built] = await Promise.all([stat(input), stat(target).catch(() => null)]);
        const mark = `${info.mtimeMs}:${info.size}`;
        if (built && previous.key === key && previous.files[name] === mark) {
          files[name] = mark;
          return;
        }
        try {
          const sourceFileName = path.relative(path.dirname(target), input);
          const { code, map } = await swc.transform(await readFile(input, 'utf8'), {
            ...OPTIONS,
            filename: input,
            sourceFileName,
          });
          await writeWhole(`${target}.map`, map ?? '');
          await writeWhole(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
          files[name] = mark;
          result.compiled += 1;
        } catch (error) {
          errors.push(`${from}/${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }),
    );
    const wanted = new Set(names);
    const gone = Object.keys(previous.files).filter((name) => !wanted.has(name));
    for (const name of gone) {
      const target = path.join(output, name.replace(/\.ts$/, '.js'));
      await Promise.all([rm(target, { force: true }), rm(`${target}.map`, { force: true })]);
      result.removed += 1;
    }
    if (names.length > 0) {
      const stamp = JSON.stringify({ key, files });
      if (JSON.stringify(previous) !== stamp) await writeWhole(stampFile, stamp);
    }
    if (result.compiled + result.removed > before) result.folders.push(to);
  }
  if (errors.length > 0) throw new Error(errors.join('\n\n'));
  return result;
}

const [, program] = process.argv;
if (program && import.meta.url === pathToFileURL(program).href) {
  const started = Date.now();
  try {
    const { compiled, removed } = await build();
    console.log(
      `build: ${compiled} compiled, ${removed} removed, ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
