import { readOwnersCsv } from './owners-csv.js';
import { readArea } from './owners-rows.js';
import { makeUnits, unclearNames } from './owners-units.js';

const HEADER = '楼栋,房号,面积,业主,手机,证件后四位,共有组,代理人,代理人手机';

async function read(text: string | Buffer) {
  const file = await readOwnersCsv(typeof text === 'string' ? Buffer.from(text) : text);
  const units = file.faults.length === 0 ? makeUnits(file.rows, file.faults) : [];
  return { ...file, units };
}

const faultsOf = async (...lines: string[]) => (await read([HEADER, ...lines].join('\n'))).faults;

describe('the area of a flat', () => {
  it.each([
    ['89.5', 8950],
    ['89.50', 8950],
    ['89.05', 8905],
    ['0.01', 1],
    ['100', 10_000],
    // 1.15 * 100 and 4.35 * 100 are not whole in floating point.
    ['1.15', 115],
    ['4.35', 435],
    ['100000', 10_000_000],
  ])('%s m² is %i hundredths', (written, hundredths) => expect(readArea(written)).toBe(hundredths));

  it.each([
    ['', '没有写面积。'],
    ['0', '面积不能是零。'],
    ['0.00', '面积不能是零。'],
    ['-5', '面积不能是负数。'],
    ['89.505', '面积最多两位小数。'],
    ['89.500', '面积最多两位小数。'],
    ['100000.01', '面积太大，请核对。'],
    ['1e3', '面积“1e3”要只写数字，例如 89.50。'],
    ['89.5m2', '面积“89.5m2”要只写数字，例如 89.50。'],
    ['1,200', '面积“1,200”要只写数字，例如 89.50。'],
  ])('%s is none', (written, sentence) => expect(readArea(written)).toBe(sentence));
});

describe('a file of owners', () => {
  it('is read with BOM, CRLF, quoted cells, full-width digits, units in the header and columns in any order', async () => {
    const { units, faults } = await read(
      '\ufeff业主,面积（㎡）,"楼栋",房号,手机号\r\n"张 三",８９.５,"1幢",101,+86 138 0000 0001\r\n\r\n,,,,\r\n李四,60,2幢,202,\r\n',
    );
    expect(faults).toEqual([]);
    expect(units).toEqual([
      {
        no: 1,
        area: 8950,
        flats: [{ building: '1幢', room: '101', area: 8950 }],
        people: [{ capacity: 'owner', name: '张 三', phone: '13800000001' }],
      },
      expect.objectContaining({ no: 2, area: 6000 }),
    ]);
  });

  it('takes English column names', async () => {
    const { units, faults } = await read('building,room,area,owner,phone\n1,101,50,Zhang,13800000001\n');
    expect(faults).toEqual([]);
    expect(units).toHaveLength(1);
  });

  it('makes an owner of several flats one vote with the sum of areas', async () => {
    const { units } = await read(
      [
        HEADER,
        '1幢,101,80.10,张三,13800000001,,,,',
        '1幢,102,20.20,张三,13800000001,123X,,,',
        '2幢,201,120.30,张三,,123x,,,',
        '2幢,202,50,张三,13900000009,,,,',
      ].join('\n'),
    );
    expect(units.map((unit) => [unit.area, unit.flats.length])).toEqual([
      [22_060, 3],
      [5000, 1],
    ]);
  });

  it('gives co-owners one vote, apart from what each owns alone, and records proxies', async () => {
    const { units, faults } = await read(
      [
        HEADER,
        '1幢,101,80,张三,13800000001,,甲,王五,13700000007',
        '1幢,101,80,李四,13800000002,,甲,,',
        '1幢,102,90,李四,13800000002,,甲,,',
        '1幢,102,90,张三,13800000001,,甲,,',
        '1幢,103,30,张三,13800000001,,,,',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(units).toHaveLength(2);
    expect(units[0]).toMatchObject({
      area: 17_000,
      people: [
        { capacity: 'co_owner', name: '张三', phone: '13800000001' },
        { capacity: 'proxy', name: '王五', phone: '13700000007' },
        { capacity: 'co_owner', name: '李四', phone: '13800000002' },
      ],
    });
    expect(units[1]).toMatchObject({ area: 3000, people: [{ capacity: 'owner', name: '张三' }] });
  });

  it('keeps people of one name apart when nothing says that they are one, and says so', async () => {
    const { rows, units } = await read([HEADER, '1幢,101,80,王伟,,,,,', '1幢,102,80,王伟,,,,,'].join('\n'));
    expect(units).toHaveLength(2);
    expect(unclearNames(rows)).toEqual(['王伟']);
  });

  it.each([
    ['1幢,101,,张三,,,,,', '没有写面积。'],
    ['1幢,101,0,张三,,,,,', '面积不能是零。'],
    ['1幢,101,-3,张三,,,,,', '面积不能是负数。'],
    ['1幢,101,80.123,张三,,,,,', '面积最多两位小数。'],
    ['1幢,101,80,,,,,,', '没有写业主。'],
    [',101,80,张三,,,,,', '没有写楼栋。'],
    ['1幢,,80,张三,,,,,', '没有写房号。'],
    ['1幢,101,80,张三、李四,,,,,', '一行只写一位业主；共有的房子每人一行，共有组填同样的字。'],
    ['1幢,101,80,张三,1.38E+10,,,,', '手机号不对。'],
    ['1幢,101,80,张三,,12,,,', '证件后四位不对。'],
    ['1幢,101,80,张三,,,,,13700000007', '有代理人手机，没有写代理人。'],
    ['1幢,101,80,张三,,,,,,多', '比表头多出了几格。'],
    ['1幢,101,80,张\u200b三,,,,,', '里面有看不见的字符，请删掉。'],
    [`1幢,101,80,${'长'.repeat(41)},,,,,`, '“业主”太长，最多 40 个字。'],
  ])('names the line of a fault: %s', async (line, message) => {
    expect(await faultsOf('1幢,100,80,赵六,,,,,', line)).toEqual([{ line: 3, message }]);
  });

  it('finds what contradicts itself over several lines', async () => {
    expect(await faultsOf('1幢,101,80,张三,,,甲,,', '1幢,101,81,李四,,,甲,,')).toEqual([
      { line: 3, message: '和第 2 行是同一套房，面积不一样。' },
    ]);
    expect(await faultsOf('1幢,101,80,张三,,,,,', '1幢,101,80,李四,,,,,')).toEqual([
      { line: 3, message: '和第 2 行是同一套房，共有的要在共有组填同样的字。' },
    ]);
    expect(await faultsOf('1幢,101,80,张三,13800000001,,甲,,', '1幢,101,80,张三,13800000001,,甲,,')).toEqual([
      { line: 3, message: '和第 2 行是同一套房，业主也一样，写了两遍。' },
    ]);
    expect(
      await faultsOf('1幢,101,80,张三,13800000001,1111,,,', '1幢,102,80,张三,13800000001,2222,,,'),
    ).toEqual([{ line: 3, message: '和第 2 行同名同手机，证件后四位却不一样。' }]);
  });

  it('says what is wrong with a header', async () => {
    expect((await read('楼栋,房号,面积,业主,备注\n')).faults).toEqual([
      { line: 1, message: '不认识“备注”这一列。' },
    ]);
    expect((await read('楼栋,房号,业主,业主\n')).faults.map((fault) => fault.message)).toEqual([
      '“业主”这一列写了两遍。',
      '缺“面积”这一列。',
    ]);
    expect((await read('')).faults).toEqual([{ line: 1, message: '文件是空的。' }]);
    expect((await read(`${HEADER}\n`)).faults).toEqual([{ line: 2, message: '只有表头，没有业主。' }]);
  });

  it.each([
    ['GBK', Buffer.from('c2a5b6b02cb7bfbac52cc3e6bbfd2cd2b5d6f70a', 'hex')],
    ['a workbook', Buffer.from('504b0304140000000800ff00', 'hex')],
    ['UTF-16', Buffer.from('\ufeff楼栋,房号', 'utf16le')],
    [
      'cut off in a character',
      Buffer.concat([Buffer.from(`${HEADER}\n1幢,101,80,`), Buffer.from([0xe5, 0xbc])]),
    ],
  ])('says plainly that %s is not UTF-8', async (_, bytes) => {
    const { faults, rows } = await read(bytes);
    expect(rows).toEqual([]);
    expect(faults).toEqual([
      { line: 1, message: '文件不是 UTF-8 编码。请在表格软件里另存为“CSV UTF-8”再导入。' },
    ]);
  });

  it('notes a quote that is never closed', async () => {
    const faults = await faultsOf('1幢,101,80,"张三,,,,,', '1幢,102,80,李四,,,,,');
    expect(faults).toEqual([{ line: 3, message: '引号没有成对，或这一行太长，后面的都读不出来。' }]);
  });

  it('stops at a hundred faults', async () => {
    const faults = await faultsOf(...Array.from({ length: 500 }, () => '1幢,101,0,张三,,,,,'));
    expect(faults).toHaveLength(100);
  });
});
