import path from 'node:path';
import { importDivisions } from '@jiefang/bff/divisions/importer';
import { createApp, type TestApp } from '../../support/app.js';

interface DivisionBody {
  code: string;
  name: string;
  level: string;
  path: { code: string; name: string }[];
}

describe('divisions over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createApp();
    await importDivisions(app.database.dataSource, path.resolve(__dirname, '../../../bff/data/divisions'));
  });
  afterAll(() => app.close());

  const list = async (query: string): Promise<DivisionBody[]> => {
    const { body, status } = await app.as().get(`/divisions${query}`);
    expect({ status, query, body: status === 200 ? null : (body as unknown) }).toEqual({
      status: 200,
      query,
      body: null,
    });
    return (body as { items: DivisionBody[] }).items;
  };
  const search = (q: string, level = 'community'): Promise<DivisionBody[]> =>
    list(`/search?q=${encodeURIComponent(q)}${level === '' ? '' : `&level=${level}`}`);

  it('walks from the provinces to a community', async () => {
    expect((await list('?parent=none')).map((d) => d.name)).toEqual(['福建省', '湖北省', '广东省']);
    expect((await list('?parent=350602')).map((d) => d.name)).toContain('西桥街道');
    const communities = await list('?parent=350602002');
    expect(communities).toHaveLength(12);
    expect(communities[1]).toEqual({
      code: '350602002002',
      name: '延安社区',
      level: 'community',
      path: [
        { code: '35', name: '福建省' },
        { code: '3506', name: '漳州市' },
        { code: '350602', name: '芗城区' },
        { code: '350602002', name: '西桥街道' },
      ],
    });
    expect(await list('?parent=350602002002')).toEqual([]);
  });

  it('shows one division', async () => {
    const { body } = await app.as().get('/divisions/350602002').expect(200);
    expect(body).toMatchObject({ code: '350602002', name: '西桥街道', level: 'street', path: { length: 3 } });
  });

  it.each([
    ['the start of a name', '延安', '350602002002'],
    ['the official name', '延安社区', '350602002002'],
    ['initials', 'yasq', '350602002002'],
    ['initials in capitals', 'YASQ', '350602002002'],
    ['pinyin', 'yanan', '350602002002'],
    ['digits of the code', '35060200200', '350602002002'],
    ['a place and a name', '西桥 延安', '350602002002'],
    ['district, street and name', '芗城 西桥 延安', '350602002002'],
    ['full-width digits', '３５０６０２００２００２', '350602002002'],
    ['the middle of a name', '禾社', '350602002011'],
  ])('finds a community by %s', async (_, q, code) => {
    const found = await search(q);
    expect(found.map((d) => d.code)).toContain(code);
    expect(found.length).toBeLessThanOrEqual(20);
    expect(new Set(found.map((d) => d.code)).size).toBe(found.length);
  });

  it('keeps to the level that was asked for, and shows all levels otherwise', async () => {
    expect((await search('西桥', 'street')).map((d) => d.level)).toEqual(['street']);
    const levels = new Set((await search('西桥', '')).map((d) => d.level));
    expect(levels).toEqual(new Set(['street', 'community']));
  });

  it('takes the wildcards of SQL for what they are', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search('_安')).toEqual([]);
    expect(await search('\\')).toEqual([]);
    expect(await search("' OR 1=1 --")).toEqual([]);
    expect(await search('😀😀')).toEqual([]);
  });

  it.each([
    ['/divisions', 400],
    ['/divisions?parent=abc', 400],
    ['/divisions?parent=999999', 404],
    ['/divisions?parent=none&extra=1', 400],
    ['/divisions/search', 400],
    ['/divisions/search?q=', 400],
    [`/divisions/search?q=${'a'.repeat(41)}`, 400],
    ['/divisions/search?q=a&q=b', 400],
    ['/divisions/search?q=a&level=planet', 400],
    ['/divisions/000', 404],
    ['/divisions/999999', 404],
    ['/divisions/3506020020%27', 404],
  ])('answers %s with %d, a sentence and a request id', async (query, status) => {
    const { body } = await app.as().get(query).expect(status);
    const { code, message, requestId } = body as { code: string; message: string; requestId: string };
    expect(code).toMatch(/^[A-Z_]+$/);
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(requestId).toBeTruthy();
  });
});
