import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const COMMAND = path.resolve(__dirname, '../../../../bff/dist/cli/track.js');
const LAKE = path.resolve(__dirname, '../../../support/tracks/cerknicko-jezero.gpx');

describe('npm run track', () => {
  let folder = '';
  beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'jiefang-track-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, [COMMAND, ...args], { cwd: folder }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(folder, name), text);
    return name;
  };
  const gpx = (inner: string): string =>
    `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${inner}</gpx>`;
  const line = (seconds: (number | null)[]): string =>
    seconds
      .map((at, index) => {
        const time = at === null ? '' : `<time>${new Date(at * 1000).toISOString()}</time>`;
        return `<trkpt lat="${24.5 + index / 10_000}" lon="117.6">${time}</trkpt>`;
      })
      .join('');

  it('measures a real walk as gpxpy does, within half a percent', async () => {
    const { code, out } = await run(LAKE, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      'points_kept',
      'points_aside',
      'distance_all_m',
      'distance_kept_m',
      'duration_s',
      'moving_s',
    ]);
    expect(Math.abs((report.distance_all_m as number) / 4580.1 - 1)).toBeLessThan(0.005);
    const aside = Object.values(report.points_aside as Record<string, number>).reduce((sum, n) => sum + n, 0);
    expect((report.points_kept as number) + aside).toBe(296);
    expect((await run(LAKE)).out).toMatch(/^points_kept +296$/m);
  });

  it('says plainly what a file lacks', async () => {
    const untimed = await run(
      await file('a.gpx', gpx(`<trk><trkseg>${line([null, null, null])}</trkseg></trk>`)),
    );
    expect(untimed.code).toBe(0);
    expect(untimed.out).toContain('No point has a time: duration, moving time and speed are unknown.');
    expect(untimed.out).toContain('No point has an elevation.');
    expect(untimed.out).toMatch(/^points_kept +3$/m);
    expect(untimed.out).toMatch(/^duration_s +unknown$/m);
    expect(untimed.out).toMatch(/^distance_kept_m +22\.2$/m);

    const some = await run(
      await file('b.gpx', gpx(`<trk><trkseg>${line([0, null, 20])}</trkseg></trk>`)),
      '--json',
    );
    expect(JSON.parse(some.out)).toMatchObject({
      points_kept: 2,
      points_aside: { no_time: 1 },
      duration_s: 20,
    });
    expect(some.err).toContain('1 of 3 points have no time and do not count.');

    const split = gpx(`<trk><trkseg>${line([0, 10])}</trkseg><trkseg>${line([30, 40])}</trkseg></trk>`);
    expect((await run(await file('c.gpx', split))).out).toContain('recorded in 2 segments');

    const route = gpx('<rte><rtept lat="1" lon="1"/><rtept lat="2" lon="2"/></rte>');
    const planned = await run(await file('d.gpx', route));
    expect(planned.out).toContain('The file has no track');
    expect(planned.out).toMatch(/^distance_all_m +0$/m);
  });

  it('ends anything else with one sentence and exit code 1', async () => {
    const bad = [
      [await file('e.gpx', '<gpx><trk>'), 'is no GPX file that can be read: the XML is broken'],
      [await file('f.gpx', ''), 'is no GPX file'],
      [await file('g.gpx', '<kml/>'), 'there is no <gpx> element'],
      [await file('h.gpx', '\u0000\u0001\u0002'), 'is no GPX file'],
      ['nowhere.gpx', 'There is no file nowhere.gpx.'],
      ['.', 'is a folder'],
    ] as const;
    for (const [name, sentence] of bad) {
      const { code, out, err } = await run(name);
      expect({ name, code, out }).toEqual({ name, code: 1, out: '' });
      expect(err).toContain(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    for (const args of [[], ['--json'], ['a.gpx', 'b.gpx'], ['--fast']]) {
      const { code, err } = await run(...args);
      expect([code, err.startsWith('Usage: npm run track')]).toEqual([1, true]);
    }
  });

  it('neither reads other files nor follows entities', async () => {
    const secret = await file('secret.txt', 'geheim');
    const head = `<!DOCTYPE gpx [<!ENTITY x SYSTEM "${secret}">]>`;
    const text = head + gpx(`<trk><name>&x;</name><trkseg>${line([0, 10])}</trkseg></trk>`);
    const { out, err } = await run(await file('xxe.gpx', text));
    expect(out + err).not.toContain('geheim');
  });
});
