import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small but whole set of division files: one province down to three communities of 西桥街道 and one of 新桥街道. */
export const SMALL_DIVISIONS: Readonly<Record<string, string>> = {
  'provinces.csv': 'code,name\n35,福建省\n',
  'cities.csv': 'code,name,provinceCode\n3506,漳州市,35\n',
  'areas.csv': 'code,name,cityCode,provinceCode\n350602,芗城区,3506,35\n350603,龙文区,3506,35\n',
  'streets.csv':
    'code,name,areaCode,provinceCode,cityCode\n350602002,西桥街道,350602,35,3506\n350602003,新桥街道,350602,35,3506\n',
  'villages.csv': [
    'code,name,streetCode,provinceCode,cityCode,areaCode',
    '350602002001,"北京社区居委会",350602002,35,3506,350602',
    '350602002002,延安社区居委会,350602002,35,3506,350602',
    '350602002004,西桥社区居委会,350602002,35,3506,350602',
    '350602003001,延安北社区居民委员会,350602003,35,3506,350602',
    '',
  ].join('\n'),
};

/** Writes files into a new folder; `remove` deletes it. */
export async function folderWith(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiefang-import-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
