import { GpxError, readGpx, writeGpx } from './gpx.js';

const gpx = (inner: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${inner}</gpx>`;
const point = (lat: number | string, lon: number | string, inner = ''): string =>
  `<trkpt lat="${lat}" lon="${lon}">${inner}</trkpt>`;

describe('readGpx', () => {
  it('reads every segment of every track, and neither routes nor marks', () => {
    const text = gpx(
      `<wpt lat="1" lon="1"/><rte><rtept lat="2" lon="2"/></rte>
       <trk><trkseg>${point(24.5, 117.6, '<ele>12.5</ele><time>2026-11-24T06:00:00Z</time>')}</trkseg>
            <trkseg/><trkseg>${point(24.6, 117.6)}${point(24.7, 117.6)}</trkseg></trk>
       <trk><trkseg>${point(24.8, 117.6)}</trkseg></trk>`,
    );
    const { segments, tracks, unplaced } = readGpx(text);
    expect({ tracks, unplaced, lengths: segments.map((segment) => segment.length) }).toEqual({
      tracks: 2,
      unplaced: 0,
      lengths: [1, 2, 1],
    });
    expect(segments[0]).toEqual([
      { latitude: 24.5, longitude: 117.6, elevation: 12.5, at: Date.parse('2026-11-24T06:00:00Z') },
    ]);
    expect(segments[1]?.[0]).toMatchObject({ at: null, elevation: null });
  });

  it('understands prefixes, times without a zone and with one', () => {
    const text = `<g:gpx xmlns:g="http://www.topografix.com/GPX/1/1"><g:trk><g:trkseg>
      <g:trkpt lat="1" lon="2"><g:time>2026-11-24T06:00:00</g:time></g:trkpt>
      <g:trkpt lat="1" lon="2"><g:time>2026-11-24T14:00:00+08:00</g:time></g:trkpt>
      <g:trkpt lat="1" lon="2"><g:time>yesterday</g:time></g:trkpt></g:trkseg></g:trk></g:gpx>`;
    const at = Date.parse('2026-11-24T06:00:00Z');
    expect(readGpx(text).segments[0]?.map((one) => one.at)).toEqual([at, at, null]);
  });

  it('counts points that are no place on earth', () => {
    const inner = [point('NaN', 1), point(91, 1), point(1, 181), '<trkpt lat="1"/>', point(1, 1)].join('');
    const { segments, unplaced } = readGpx(gpx(`<trk><trkseg>${inner}</trkseg></trk>`));
    expect([segments.flat().length, unplaced]).toEqual([1, 4]);
  });

  it('says of a file without a track that it has none', () => {
    expect(readGpx(gpx(''))).toEqual({ segments: [], tracks: 0, unplaced: 0 });
    expect(readGpx('<gpx/>')).toEqual({ segments: [], tracks: 0, unplaced: 0 });
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'lat,lon\n1,2'],
    ['XML cut short', '<gpx><trk><trkseg><trkpt lat="1" lon="2">'],
    ['another document', '<kml></kml>'],
  ])('refuses %s', (_, text) => {
    expect(() => readGpx(text)).toThrow(GpxError);
  });

  it('resolves no entity, neither outer ones nor bombs', () => {
    const bomb = Array.from(
      { length: 20 },
      (_, n) => `<!ENTITY b${n + 1} "&b${n};&b${n};&b${n};&b${n};">`,
    ).join('');
    const head = `<!DOCTYPE gpx [<!ENTITY b0 "1"><!ENTITY file SYSTEM "file:///etc/passwd">${bomb}]>`;
    const inner = `<trk><name>&b20;</name><trkseg>${point(1, 2, '<ele>&file;</ele>')}</trkseg></trk>`;
    const startedAt = Date.now();
    let read: unknown;
    try {
      read = readGpx(gpx(inner, head)).segments.flat();
    } catch (error) {
      read = error;
    }
    // Either way is harmless: the reader refuses such a file, or takes the entities for text.
    if (read instanceof Error) expect(read).toBeInstanceOf(GpxError);
    else expect(read).toEqual([{ latitude: 1, longitude: 2, at: null, elevation: null }]);
    expect(Date.now() - startedAt).toBeLessThan(2000);
  });

  it('reads a hundred thousand points', () => {
    const inner = Array.from({ length: 100_000 }, (_, n) => point(24 + n / 1e6, 117.6)).join('');
    expect(readGpx(gpx(`<trk><trkseg>${inner}</trkseg></trk>`)).segments[0]).toHaveLength(100_000);
  });
});

describe('writeGpx', () => {
  it('writes what it reads again, with every name escaped', () => {
    const at = Date.parse('2026-11-24T06:00:00.500Z');
    const text = writeGpx({
      name: '夜间巡防 <"A&B">',
      startedAt: new Date(at),
      segments: [
        [
          { latitude: 24.5123456, longitude: 117.6, at, elevation: 12.34 },
          { latitude: 24.6, longitude: 117.6, at: at + 1000, elevation: null },
        ],
        [{ latitude: -24.7, longitude: -117.6, at: at + 2000, elevation: -1 }],
      ],
    });
    expect(text).toContain('<name>夜间巡防 &#60;&#34;A&#38;B&#34;&#62;</name>');
    expect(readGpx(text).segments).toEqual([
      [
        { latitude: 24.5123456, longitude: 117.6, at, elevation: 12.3 },
        { latitude: 24.6, longitude: 117.6, at: at + 1000, elevation: null },
      ],
      [{ latitude: -24.7, longitude: -117.6, at: at + 2000, elevation: -1 }],
    ]);
  });

  it('keeps the order of elements that the schema asks for', () => {
    const text = writeGpx({
      name: '巡防',
      startedAt: new Date(0),
      segments: [[{ latitude: 1, longitude: 2, at: 0, elevation: 3 }]],
    });
    const order = [...text.matchAll(/<(\w+)[ >]/g)].map((match) => match[1]);
    expect(order).toEqual([
      'gpx',
      'metadata',
      'name',
      'time',
      'trk',
      'name',
      'trkseg',
      'trkpt',
      'ele',
      'time',
    ]);
  });
});
