import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher, maskName } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { SignedLinks } from './signed-links.js';
import { divisionPdf, divisionXlsx, personPdf, personXlsx } from './statement-files.js';
import {
  allMonths,
  type DivisionStatementView,
  type DownloadLinkView,
  type StatementView,
} from './statement-views.js';
import { StatementsRepository, type YearScope } from './statements.repository.js';

const SCREEN_ROWS = 500;
/** More than a hundred pages; whoever has more volunteers wants the workbook. */
const PDF_ROWS = 5_000;
const SHEET_ROWS = 500_000;
const PURPOSE = 'hours-statement';

export type FileFormat = 'pdf' | 'xlsx';

/** What a link stands for. */
type Download =
  | { of: 'person'; personId: number; year: number; format: FileFormat }
  | ({ of: 'division'; format: FileFormat } & YearScope);

/** A file and the name it is saved under. */
export interface StatementFile {
  content: Buffer;
  name: string;
}

/** Yearly statements of a volunteer, a unit and a division: on screen, on paper and as a workbook. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: Database,
    private readonly repository: StatementsRepository,
    private readonly divisions: DivisionsService,
    private readonly cipher: FieldCipher,
    private readonly links: SignedLinks,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One's own year; the name is masked on screen and whole in a file. */
  async mine(personId: number, year: number, names: 'masked' | 'whole' = 'masked'): Promise<StatementView> {
    const [subject, rows] = await Promise.all([
      this.repository.findSubject(this.database, personId),
      this.repository.findPersonYear(this.database, personId, year),
    ]);
    const divisions = await this.divisions.namesOf(rows.map((row) => row.divisionCode));
    const name = subject === null ? '' : this.cipher.decrypt(subject.nameCipher);
    return {
      subject:
        subject === null ? null : { number: subject.number, name: names === 'whole' ? name : maskName(name) },
      year,
      totalMinutes: rows.reduce((sum, row) => sum + row.minutes, 0),
      byMonth: allMonths(rows.map(({ day, minutes }) => ({ month: Number(day.slice(5, 7)), minutes }))),
      items: rows.map(({ day, content, minutes, divisionCode: code }) => ({
        day,
        content,
        minutes,
        division: { code, name: divisions.get(code)?.name ?? '' },
      })),
    };
  }

  mineLink(personId: number, year: number, format: FileFormat): DownloadLinkView {
    return this.linkTo({ of: 'person', personId, year, format });
  }

  async ofDivision(
    caller: Caller,
    divisionCode: string,
    year: number,
    unit?: string,
  ): Promise<DivisionStatementView> {
    await this.access.require(caller, 'hours.manage', divisionCode);
    return this.build(
      { divisionCode, year, unitId: unit === undefined ? null : decodeId('unit', unit) },
      SCREEN_ROWS,
    );
  }

  /** An export leaves the product, so asking for one is audited. INVALID_INPUT where paper would be endless. */
  async divisionLink(
    caller: Caller,
    divisionCode: string,
    query: { year: number; unit?: string | undefined; format: FileFormat },
  ): Promise<DownloadLinkView> {
    const { year, unit, format } = query;
    await this.access.require(caller, 'hours.manage', divisionCode);
    const scope = { divisionCode, year, unitId: unit === undefined ? null : decodeId('unit', unit) };
    if (format === 'pdf' && (await this.repository.countPeople(this.database, scope)) > PDF_ROWS) {
      throw new DomainError('INVALID_INPUT', {
        message: `超过 ${PDF_ROWS} 人，打印出来太长了。`,
        next: '请导出表格，或选小一些的区划。',
      });
    }
    await this.database.transaction((tx) =>
      this.audit.record(tx, caller, {
        action: 'hours.export',
        targetType: 'division',
        targetId: divisionCode,
        divisionCode,
        detail: { year, format, ...(unit === undefined ? {} : { unit }) },
      }),
    );
    return this.linkTo({ of: 'division', format, ...scope });
  }

  /** The file behind a link of this format; NOT_FOUND for any other token. */
  async file(token: string, format: FileFormat): Promise<StatementFile> {
    const download = this.links.read(PURPOSE, token) as Download;
    if (download.format !== format) throw new DomainError('NOT_FOUND');
    const at = this.clock.now();
    if (download.of === 'person') {
      const statement = await this.mine(download.personId, download.year, 'whole');
      const content = await (format === 'pdf' ? personPdf : personXlsx)(statement, at);
      return { content, name: `${download.year}年志愿服务时长.${format}` };
    }
    const statement = await this.build(download, format === 'pdf' ? PDF_ROWS : SHEET_ROWS);
    const content = await (format === 'pdf' ? divisionPdf : divisionXlsx)(statement, at);
    return { content, name: `${statement.division.name}${download.year}年志愿服务统计.${format}` };
  }

  private async build(scope: YearScope, limit: number): Promise<DivisionStatementView> {
    const { database, repository } = this;
    const division = await this.divisions.require(scope.divisionCode);
    const unit = scope.unitId === null ? null : await repository.findUnit(database, scope.unitId);
    if (scope.unitId !== null && unit === null) throw new DomainError('NOT_FOUND');
    const [months, units, people, rows] = await Promise.all([
      repository.sumByMonth(database, scope),
      repository.sumByUnit(database, scope),
      repository.countPeople(database, scope),
      repository.sumByPerson(database, scope, limit),
    ]);
    return {
      division: { code: division.code, name: division.name },
      unit:
        unit === null || scope.unitId === null
          ? null
          : { id: encodeId('unit', scope.unitId), name: unit.name },
      year: scope.year,
      totalMinutes: months.reduce((sum, row) => sum + row.minutes, 0),
      people,
      byMonth: allMonths(months),
      units: units.map(({ unitId, name, ...sums }) => ({
        unit: unitId === null ? null : { id: encodeId('unit', unitId), name: name ?? '' },
        minutes: sums.minutes,
        people: sums.people,
      })),
      rows: rows.map(({ number, nameCipher, minutes, services }) => ({
        number,
        name: maskName(this.cipher.decrypt(nameCipher)),
        minutes,
        services,
      })),
      rowsLeftOff: people - rows.length,
    };
  }

  private linkTo(download: Download): DownloadLinkView {
    const token = this.links.sign(PURPOSE, download);
    return { path: `/api/v1/hours/statement.${download.format}?token=${token}` };
  }
}
