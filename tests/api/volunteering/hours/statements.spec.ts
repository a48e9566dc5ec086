import ExcelJS from 'exceljs';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildStaff } from '../../../builders/bookings.js';
import { credit, faultsOfHours, hoursId, runHoursClock } from '../../../builders/hours.js';
import { countRows } from '../../../builders/identity.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildUnit, buildVolunteer } from '../../../builders/volunteering.js';
import { readPdf } from '../../../support/pdf-text.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

/** A file as bytes, whatever its type. */
const asFile = (test: ReturnType<ReturnType<ReturnType<typeof stage>[0]['as']>['get']>) =>
  test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });

describe('statements of hours', () => {
  const [app] = stage(1);
  let staff: number;
  let unit: number;
  let volunteer: number;
  let colleague: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
    unit = await buildUnit(app.database, '=HYPERLINK("http://x")公司');
    volunteer = await buildVolunteer(app.database, { name: '林秀兰', unitId: unit });
    colleague = await buildVolunteer(app.database, { name: '@陈大文' });
    app.clock.set('2026-10-09T02:00:00Z');
    await credit(app, volunteer, staff, {
      minutes: 125,
      day: '2026-03-05',
      title: '=1+1 夜间巡防',
      unitId: unit,
    });
    await credit(app, volunteer, staff, { minutes: 60, day: '2026-10-08', title: '社区清洁' });
    await credit(app, colleague, staff, { minutes: 45, day: '2026-10-08' });
    await credit(app, volunteer, staff, { minutes: 30, day: '2025-12-31' });
    const reversed = await credit(app, volunteer, staff, { minutes: 200, day: '2026-05-01' });
    await app
      .as(staff)
      .post(`/staff/hours/${hoursId(reversed)}/reverse`, { reason: '登记错了' })
      .expect(200);
    for (const now of ['2026-10-12T01:00:00Z', '2026-10-16T01:00:00Z']) {
      app.clock.set(now);
      await runHoursClock(app);
    }
    await credit(app, volunteer, staff, { minutes: 500, day: '2026-10-15', tier: 'street' });
    expect(await faultsOfHours(app.database)).toEqual([]);
  });

  const fetchFile = async (link: string) => {
    const { body } = await app.as(volunteer).get(link).expect(200);
    const path = (body.path as string).replace('/api/v1', '');
    return { path, answer: await asFile(app.as().get(path)).expect(200) };
  };
  const rowsOf = async (file: Buffer, sheet: string): Promise<unknown[][]> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file as unknown as ArrayBuffer);
    const found = workbook.getWorksheet(sheet);
    const rows: unknown[][] = [];
    found?.eachRow((row) => {
      expect(row.model?.cells?.every((cell) => cell.formula === undefined)).toBe(true);
      rows.push((row.values as unknown[]).slice(1));
    });
    expect(found?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    return rows;
  };

  it('count what was recorded in the year, on screen', async () => {
    const { body } = await app.as(volunteer).get('/me/hours/statement?year=2026').expect(200);
    expect(body).toMatchObject({
      year: 2026,
      totalMinutes: 185,
      subject: { name: '林**', number: expect.any(String) },
    });
    expect(body.items.map((item: { minutes: number }) => item.minutes)).toEqual([125, 60]);
    expect(body.byMonth).toHaveLength(12);
    expect(body.byMonth[2]).toEqual({ month: 3, minutes: 125 });
    expect((await app.as(volunteer).get('/me/hours/statement?year=2025').expect(200)).body.totalMinutes).toBe(
      30,
    );
    const nobody = await buildStaff(app.database, 'editor');
    expect((await app.as(nobody).get('/me/hours/statement?year=2026').expect(200)).body).toMatchObject({
      subject: null,
      totalMinutes: 0,
      items: [],
    });
  });

  it('are a PDF that says the same with its fonts inside', async () => {
    const { answer } = await fetchFile('/me/hours/statement-link?year=2026&format=pdf');
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('2026年志愿服务时长.pdf'));
    const { pages, embedded, title } = readPdf(answer.body as Buffer);
    expect(embedded.length).toBeGreaterThanOrEqual(2);
    expect(embedded.every((name) => name.includes('NotoSansSC'))).toBe(true);
    expect(title).toBe('2026 年志愿服务时长');
    for (const words of [
      '姓名：林秀兰',
      '合计：3 小时 5 分（185 分钟），2 条记录',
      '=1+1 夜间巡防',
      '2 小时 5 分',
      '2026-10-08',
    ]) {
      expect(pages[0]).toContain(words);
    }
    expect(pages.join('')).not.toContain('\ufffd');
  });

  it('are a workbook with typed numbers and days and no formula', async () => {
    const { answer } = await fetchFile('/me/hours/statement-link?year=2026&format=xlsx');
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    const rows = await rowsOf(answer.body as Buffer, '2026 年服务记录');
    expect(rows).toEqual([
      ['日期', '服务内容', '所在社区', '分钟', '时长'],
      [new Date('2026-03-05T00:00:00Z'), '=1+1 夜间巡防', '延安社区', 125, '2 小时 5 分'],
      [new Date('2026-10-08T00:00:00Z'), '社区清洁', '延安社区', 60, '1 小时'],
      ['合计', undefined, undefined, 185, '3 小时 5 分'],
    ]);
    expect((await rowsOf(answer.body as Buffer, '按月'))[3]).toEqual(['3 月', 125, '2 小时 5 分']);
  });

  it('add up for a division and for a unit, by number and not by rank', async () => {
    const path = `/staff/divisions/${COMMUNITY}/statements?year=2026`;
    const { body } = await app.as(staff).get(path).expect(200);
    expect(body).toMatchObject({
      totalMinutes: 230,
      people: 2,
      rowsLeftOff: 0,
      division: { name: '延安社区' },
      unit: null,
    });
    expect(body.rows).toEqual([
      { number: expect.any(String), name: '林**', minutes: 185, services: 2 },
      { number: expect.any(String), name: '@***', minutes: 45, services: 1 },
    ]);
    expect(body.units).toEqual([
      {
        unit: { id: encodeId('unit', unit), name: expect.stringContaining('HYPERLINK') },
        minutes: 125,
        people: 1,
      },
      { unit: null, minutes: 105, people: 2 },
    ]);
    const one = (
      await app
        .as(staff)
        .get(`${path}&unit=${encodeId('unit', unit)}`)
        .expect(200)
    ).body;
    expect(one).toMatchObject({
      totalMinutes: 125,
      people: 1,
      unit: { name: expect.stringContaining('HYPERLINK') },
    });
    expectRefusal(await app.as(staff).get(`${path}&unit=${encodeId('unit', 999_999)}`), 'NOT_FOUND');
    expectRefusal(await app.as(staff).get(`${path}&unit=x`), 'INVALID_INPUT');
    expectRefusal(await app.as(volunteer).get(path), 'FORBIDDEN');
    expectRefusal(
      await app.as(staff).get(`/staff/divisions/${OTHER_STREET_COMMUNITY}/statements?year=2026`),
      'FORBIDDEN',
    );
  });

  it('leave the product as files only with an entry in the audit log', async () => {
    const path = `/staff/divisions/${COMMUNITY}/statement-link?year=2026`;
    for (const format of ['pdf', 'xlsx']) {
      const { body } = await app.as(staff).get(`${path}&format=${format}`).expect(200);
      const file = (await asFile(app.as().get((body.path as string).replace('/api/v1', ''))).expect(200))
        .body as Buffer;
      if (format === 'pdf') {
        expect(readPdf(file).pages[0]).toContain('服务时长：3 小时 50 分（230 分钟）');
      } else {
        const rows = await rowsOf(file, '志愿者');
        expect(rows.slice(1).map((row) => row.slice(1))).toEqual([
          ['林**', 2, 185, '3 小时 5 分'],
          ['@***', 1, 45, '45 分'],
          [undefined, 3, 230, '3 小时 50 分'],
        ]);
        expect((await rowsOf(file, '单位'))[1]).toEqual([
          '=HYPERLINK("http://x")公司',
          1,
          125,
          '2 小时 5 分',
        ]);
      }
    }
    expect(
      await countRows(app.database, "audit_entry WHERE action = 'hours.export' AND actor_id = ?", [staff]),
    ).toBe(2);
    expectRefusal(await app.as(volunteer).get(`${path}&format=pdf`), 'FORBIDDEN');
  });

  it('come by a link that is good for ten minutes and for one thing', async () => {
    const { path } = await fetchFile('/me/hours/statement-link?year=2026&format=pdf');
    const [, body = '', mac = ''] = /token=([^.]+)\.(.+)$/.exec(path) ?? [];
    const forged = Buffer.from(
      JSON.stringify([
        Math.floor(app.clock.now().getTime() / 1000) + 600,
        { of: 'person', personId: colleague, year: 2026, format: 'pdf' },
      ]),
    ).toString('base64url');
    for (const bad of [
      path.replace('.pdf', '.xlsx'),
      path.replace(body, forged),
      path.replace(mac, `${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}`),
      path.replace(`.${mac}`, ''),
      '/hours/statement.pdf?token=x',
    ]) {
      const answer = await app.as().get(bad);
      expectRefusal(answer, 'NOT_FOUND');
      expect(answer.headers['content-type']).toContain('application/json');
    }
    app.clock.advance(10 * 60_000 + 1000);
    expectRefusal(await app.as().get(path), 'NOT_FOUND');
    for (const bad of ['', '?token[]=x', `?token=${'x'.repeat(400)}`]) {
      expectRefusal(await app.as().get(`/hours/statement.pdf${bad}`), 'INVALID_INPUT');
    }
    for (const bad of ['', '?year=x', '?year=2026&format=doc', '?year=2026', '?year=1999&format=pdf']) {
      expectRefusal(await app.as(volunteer).get(`/me/hours/statement-link${bad}`), 'INVALID_INPUT');
    }
    expectRefusal(await app.as().get('/me/hours/statement?year=2026'), 'UNAUTHENTICATED');
  });

  it('and what waits is told to whom it concerns', async () => {
    const path = `/staff/divisions/${COMMUNITY}/volunteering-todo`;
    app.clock.set('2026-11-10T01:00:00Z');
    const { body } = await app.as(staff).get(path).expect(200);
    const empty = { count: 0, oldestAt: null };
    expect(body).toEqual({
      submissions: empty,
      objections: empty,
      certificates: empty,
      livePatrols: 0,
      calendarGap: null,
    });
    app.clock.set('2026-12-01T01:00:00Z');
    expect((await app.as(staff).get(path).expect(200)).body.calendarGap).toMatch(
      /^2027 年的节假日还没有登记/,
    );
    expectRefusal(await app.as(volunteer).get(path), 'FORBIDDEN');
    expectRefusal(await app.as(staff).get('/staff/divisions/99/volunteering-todo'), 'FORBIDDEN');
  });
});
