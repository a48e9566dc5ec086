import qrcode from 'qrcode-generator';
import { spokenHours } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { PAGE, Paper, TEXT_WIDTH } from '../hours/paper.js';
import { printedCode } from './certificate-codes.js';
import { sumByKind, type CertificateContent } from './certificate-content.js';

const FRAME = 34;
const LEFT = 72;
const WIDTH = PAGE.width - 2 * LEFT;
const ROW = 27;
const LABEL = 92;
const QR_SIZE = 92;
const SEAL_RADIUS = 56;
const FRAME_COLOUR = '#9aa1ab';

/**
 * The certificate as a PDF: one page that says all the law asks for, with the place for the seal, and the services one by
 * one on the pages behind. `checkUrl` null prints the code without a QR.
 */
export async function certificatePdf(
  content: CertificateContent,
  code: string,
  checkUrl: string | null,
): Promise<Buffer> {
  const issuedAt = new Date(content.issuedAt);
  const paper = await Paper.open(`志愿服务证明 ${content.number}`, issuedAt);
  frame(paper);
  paper.line('志愿服务证明', LEFT, 84, { size: 28, weight: 'bold', align: 'center', width: WIDTH });
  paper.line(`编号 ${content.number}`, LEFT, 130, { size: 10.5, faint: true, align: 'center', width: WIDTH });
  let y = paragraph(paper, content, 168);
  y = facts(paper, content, y + 12);
  kinds(paper, content, y + 14);
  check(paper, code, checkUrl);
  seal(paper, content, issuedAt);
  await details(paper, content);
  return paper.finish(`志愿服务证明 ${content.number}`);
}

function frame({ doc }: Paper): void {
  const [width, height] = [PAGE.width - 2 * FRAME, PAGE.height - 2 * FRAME];
  doc.rect(FRAME, FRAME, width, height).lineWidth(1.4).strokeColor(FRAME_COLOUR).stroke();
  doc
    .rect(FRAME + 5, FRAME + 5, width - 10, height - 10)
    .lineWidth(0.5)
    .stroke();
}

function paragraph(paper: Paper, content: CertificateContent, top: number): number {
  const { name, fromDay, toDay, services, minutes, purpose } = content;
  const text =
    `　　兹证明${name}自${spelt(fromDay)}至${spelt(toDay)}参加志愿服务 ${services.length} 次，` +
    `实际服务时长共 ${spokenHours(minutes)}。以上时长已按规定公示并记录。` +
    (purpose === '' ? '' : `本证明用于${purpose}。`);
  let y = top;
  for (const line of paper.wrap(text, WIDTH, { size: 13 })) {
    paper.line(line, LEFT, y, { size: 13 });
    y += 24;
  }
  return y;
}

function facts(paper: Paper, content: CertificateContent, top: number): number {
  const rows: [string, string, string, string][] = [
    ['姓名', content.name, '志愿者编号', content.volunteerNumber],
    ['证件类型', content.idKind, '证件号码', content.idNumberMasked],
    ['服务时间', `${content.fromDay} 至 ${content.toDay}`, '服务时长', spokenHours(content.minutes)],
    ['负责人', content.responsible, '经办人', content.handler],
    ['联系方式', content.contact, '开具日期', shanghaiDay(new Date(content.issuedAt))],
  ];
  const half = WIDTH / 2;
  paper.rule(LEFT, top, WIDTH);
  for (const [index, row] of rows.entries()) {
    const y = top + index * ROW;
    for (const [side, label, value] of [
      [0, row[0], row[1]],
      [half, row[2], row[3]],
    ] as const) {
      paper.line(label, LEFT + side + 6, y + 6, { size: 10.5, faint: true });
      const [first = '', ...rest] = paper.wrap(value, half - LABEL, { size: 11 });
      paper.line(rest.length === 0 ? first : `${first.slice(0, -1)}…`, LEFT + side + LABEL - 6, y + 5.5, {
        size: 11,
      });
    }
    paper.rule(LEFT, y + ROW, WIDTH);
  }
  return top + rows.length * ROW;
}

function kinds(paper: Paper, content: CertificateContent, top: number): void {
  paper.line('服务内容', LEFT, top, { size: 11, weight: 'bold' });
  let y = top + 22;
  for (const { kind, services, minutes } of sumByKind(content.services)) {
    paper.line(kind, LEFT + 6, y, { size: 11 });
    paper.line(`${services} 次`, LEFT, y, { size: 11, align: 'right', width: WIDTH * 0.55 });
    paper.line(spokenHours(minutes), LEFT, y, { size: 11, align: 'right', width: WIDTH - 6 });
    y += 20;
  }
  paper.line('每次服务见后页明细。', LEFT + 6, y, { size: 9.5, faint: true });
}

/** How anybody checks it, at the lower left. */
function check(paper: Paper, code: string, checkUrl: string | null): void {
  const bottom = PAGE.height - FRAME - 46;
  const top = bottom - QR_SIZE;
  const x = checkUrl === null ? LEFT : LEFT + QR_SIZE + 14;
  if (checkUrl !== null) drawQr(paper, checkUrl, LEFT, top);
  const lines: [string, number, boolean][] = [
    [checkUrl === null ? '核对真伪' : '扫码核对真伪', 10.5, false],
    [`${checkUrl === null ? '' : '或'}在“街坊”小程序的`, 9, true],
    ['“核对证明”里填编号和校验码', 9, true],
    [`校验码 ${printedCode(code)}`, 10.5, false],
  ];
  for (const [index, [text, size, faint]] of lines.entries()) {
    paper.line(text, x, top + 8 + index * 21, { size, faint });
  }
}

function drawQr({ doc }: Paper, text: string, x: number, y: number): void {
  const qr = qrcode(0, 'M');
  qr.addData(text);
  qr.make();
  const count = qr.getModuleCount();
  const module = QR_SIZE / count;
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (qr.isDark(row, column)) doc.rect(x + column * module, y + row * module, module, module);
    }
  }
  doc.fillColor('#000000').fill();
}

/** Issuer and date at the lower right, over the place for the seal. */
function seal(paper: Paper, content: CertificateContent, issuedAt: Date): void {
  const { doc } = paper;
  const right = LEFT + WIDTH;
  const [x, y] = [right - SEAL_RADIUS - 18, PAGE.height - FRAME - 100];
  doc
    .circle(x, y, SEAL_RADIUS)
    .lineWidth(0.6)
    .dash(3, { space: 3 })
    .strokeColor(FRAME_COLOUR)
    .stroke()
    .undash();
  paper.line('（盖章处）', x - SEAL_RADIUS, y + 30, {
    size: 9,
    faint: true,
    align: 'center',
    width: 2 * SEAL_RADIUS,
  });
  const width = 250;
  const issuer = paper.wrap(content.issuer, width, { size: 11.5 });
  for (const [index, line] of issuer.entries()) {
    paper.line(line, right - width, y - 22 + (index - issuer.length + 1) * 17, {
      size: 11.5,
      align: 'right',
      width,
    });
  }
  paper.line(spelt(shanghaiDay(issuedAt)), right - width, y + 2, { size: 11.5, align: 'right', width });
}

async function details(paper: Paper, content: CertificateContent): Promise<void> {
  paper.doc.addPage();
  paper.line('服务明细', PAGE.margin, PAGE.margin, { size: 15, weight: 'bold' });
  await paper.table(
    [
      { title: '日期', width: 84 },
      { title: '服务内容', width: TEXT_WIDTH - 244 },
      { title: '类别', width: 60 },
      { title: '时长', width: 100, align: 'right' },
    ],
    [
      ...content.services.map((service) => [
        service.day,
        service.content,
        sumByKind([service])[0]?.kind ?? '',
        spokenHours(service.minutes),
      ]),
      ['合计', '', '', spokenHours(content.minutes)],
    ],
    PAGE.margin + 34,
  );
}

/** 2026年11月22日 */
function spelt(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
