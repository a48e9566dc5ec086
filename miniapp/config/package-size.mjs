/**
 * Weighs dist/weapp per package and fails the build over its limits:
 * main ≤ 1.0 MB, everything ≤ 3 MB (WeChat itself allows 2 MB and 30 MB).
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const MB = 1024 * 1024;
const MAIN_LIMIT = 1.0 * MB;
const TOTAL_LIMIT = 3 * MB;
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist/weapp');

const files = readdirSync(dist, { recursive: true })
  .map((name) => join(dist, name))
  .filter((file) => statSync(file).isFile() && !file.endsWith('.map'));
const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'));
const roots = (app.subPackages ?? app.subpackages ?? []).map((entry) => entry.root.replace(/\/$/, ''));

const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
for (const file of files) {
  const name = relative(dist, file).replaceAll('\\', '/');
  const root = roots.find((candidate) => name.startsWith(`${candidate}/`)) ?? 'main';
  sizes.set(root, sizes.get(root) + statSync(file).size);
}
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);

const row = (name, size, limit) => {
  const kib = `${(size / 1024).toFixed(1)} KiB`.padStart(12);
  const bar =
    limit === undefined ? '' : `   limit ${(limit / MB).toFixed(1)} MB ${size <= limit ? 'ok' : 'OVER'}`;
  return `  ${name.padEnd(16)}${kib}${bar}`;
};
console.log('weapp packages');
for (const [name, size] of sizes) console.log(row(name, size, name === 'main' ? MAIN_LIMIT : undefined));
console.log(row('total', total, TOTAL_LIMIT));

if (sizes.get('main') > MAIN_LIMIT || total > TOTAL_LIMIT) {
  console.error(
    'The mini-program is heavier than its limit: move code to a subpackage or drop a dependency.',
  );
  process.exit(1);
}
