import { spokenHours } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { PAGE, Paper, TEXT_WIDTH } from './paper.js';
import { workbookOf, type Cell, type Sheet } from './sheet.js';
import type { DivisionStatementView, MonthMinutesView, StatementView } from './statement-views.js';

const NOTE = '只含公示后已记录的时长，单位为分钟，按实际服务时间计。';

/** A volunteer's year on paper. */
export async function personPdf(statement: StatementView, at: Date): Promise<Buffer> {
  const { year, subject, totalMinutes, items } = statement;
  const paper = await Paper.open(`${year} 年志愿服务时长`, at);
  let y = heading(paper, `${year} 年志愿服务时长`, [
    `姓名：${subject?.name ?? '—'}`,
    `志愿者编号：${subject?.number ?? '—'}`,
    `合计：${spokenHours(totalMinutes)}（${totalMinutes} 分钟），${items.length} 条记录`,
  ]);
  y = await months(paper, statement.byMonth, y);
  await paper.table(
    [
      { title: '日期', width: 72 },
      { title: '服务内容', width: 224 },
      { title: '所在社区', width: 100 },
      { title: '时长', width: TEXT_WIDTH - 396, align: 'right' },
    ],
    items.map((item) => [item.day, item.content, item.division.name, spokenHours(item.minutes)]),
    y + 16,
  );
  return paper.finish(`${NOTE} ${shanghaiDay(at)} 生成`);
}

/** A volunteer's year as a workbook. */
export function personXlsx(statement: StatementView, at: Date): Promise<Buffer> {
  const rows: Cell[][] = statement.items.map((item) => [
    { day: item.day },
    item.content,
    item.division.name,
    item.minutes,
    spokenHours(item.minutes),
  ]);
  return workbookOf(
    [
      {
        name: `${statement.year} 年服务记录`,
        columns: [
          { title: '日期', width: 12 },
          { title: '服务内容', width: 40 },
          { title: '所在社区', width: 20 },
          { title: '分钟', width: 10 },
          { title: '时长', width: 16 },
        ],
        rows: [...rows, ['合计', '', '', statement.totalMinutes, spokenHours(statement.totalMinutes)]],
      },
      monthSheet(statement.byMonth),
    ],
    at,
  );
}

/** A division's or a unit's year on paper. */
export async function divisionPdf(statement: DivisionStatementView, at: Date): Promise<Buffer> {
  const { year, division, unit, totalMinutes, people } = statement;
  const title = `${division.name}${unit === null ? '' : ` · ${unit.name}`} ${year} 年志愿服务统计`;
  const paper = await Paper.open(title, at);
  let y = heading(paper, title, [
    `服务时长：${spokenHours(totalMinutes)}（${totalMinutes} 分钟）`,
    `参加服务的志愿者：${people} 人`,
  ]);
  y = await months(paper, statement.byMonth, y);
  const third = TEXT_WIDTH - 220;
  y = await paper.table(
    [
      { title: '单位', width: third },
      { title: '人数', width: 80, align: 'right' },
      { title: '时长', width: 140, align: 'right' },
    ],
    statement.units.map((row) => [
      row.unit?.name ?? '没有单位',
      String(row.people),
      spokenHours(row.minutes),
    ]),
    y + 16,
  );
  await paper.table(
    [
      { title: '志愿者编号', width: 130 },
      { title: '姓名', width: TEXT_WIDTH - 350 },
      { title: '服务次数', width: 80, align: 'right' },
      { title: '时长', width: 140, align: 'right' },
    ],
    statement.rows.map((row) => [row.number, row.name, String(row.services), spokenHours(row.minutes)]),
    y + 16,
  );
  return paper.finish(`${NOTE} ${shanghaiDay(at)} 生成`);
}

/** A division's or a unit's year as a workbook. */
export function divisionXlsx(statement: DivisionStatementView, at: Date): Promise<Buffer> {
  const total: Cell[] = ['合计', '', statement.rows.reduce((sum, row) => sum + row.services, 0)];
  return workbookOf(
    [
      {
        name: '志愿者',
        columns: [
          { title: '志愿者编号', width: 16 },
          { title: '姓名', width: 12 },
          { title: '服务次数', width: 10 },
          { title: '分钟', width: 12 },
          { title: '时长', width: 16 },
        ],
        rows: [
          ...statement.rows.map((row): Cell[] => [
            row.number,
            row.name,
            row.services,
            row.minutes,
            spokenHours(row.minutes),
          ]),
          [...total, statement.totalMinutes, spokenHours(statement.totalMinutes)],
        ],
      },
      {
        name: '单位',
        columns: [
          { title: '单位', width: 32 },
          { title: '人数', width: 10 },
          { title: '分钟', width: 12 },
          { title: '时长', width: 16 },
        ],
        rows: statement.units.map((row): Cell[] => [
          row.unit?.name ?? '没有单位',
          row.people,
          row.minutes,
          spokenHours(row.minutes),
        ]),
      },
      monthSheet(statement.byMonth),
    ],
    at,
  );
}

function monthSheet(byMonth: readonly MonthMinutesView[]): Sheet {
  return {
    name: '按月',
    columns: [
      { title: '月份', width: 10 },
      { title: '分钟', width: 12 },
      { title: '时长', width: 16 },
    ],
    rows: byMonth.map(({ month, minutes }): Cell[] => [`${month} 月`, minutes, spokenHours(minutes)]),
  };
}

function heading(paper: Paper, title: string, facts: readonly string[]): number {
  paper.line(title, PAGE.margin, PAGE.margin, { size: 18, weight: 'bold' });
  let y = PAGE.margin + 36;
  for (const fact of facts) {
    paper.line(fact, PAGE.margin, y);
    y += 18;
  }
  return y + 6;
}

/** Twelve months in one strip: the year at a glance. */
async function months(paper: Paper, byMonth: readonly MonthMinutesView[], y: number): Promise<number> {
  const half = (from: number): Promise<void> =>
    paper
      .table(
        byMonth.slice(from, from + 6).map(({ month }) => ({ title: `${month} 月`, width: TEXT_WIDTH / 6 })),
        [byMonth.slice(from, from + 6).map(({ minutes }) => (minutes === 0 ? '—' : spokenHours(minutes)))],
        y + (from === 0 ? 0 : 48),
        9,
      )
      .then(() => undefined);
  await half(0);
  await half(6);
  return y + 96;
}
