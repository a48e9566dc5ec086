import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import type { Upload } from '../../common/http/upload.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { invalidField } from '../../identity/invalid-field.js';
import { MAX_OWNERS_FAULTS, readOwnersCsv } from './owners-csv.js';
import {
  OwnersImportsRepository,
  type OwnersImportRow,
  type StoredPerson,
} from './owners-imports.repository.js';
import type { OwnersFault } from './owners-rows.js';
import { makeUnits, unclearNames, type OwnerUnit } from './owners-units.js';
import type { NewOwnersImportView, OwnersImportView } from './roll-views.js';

const FILE_NAME_MAX = 120;

/** Owners with their flats, from a file that the property management or the owners' committee keeps. */
@Injectable()
export class OwnersImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: OwnersImportsRepository,
    private readonly divisions: DivisionsService,
    private readonly cipher: FieldCipher,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Who may import there; asked before a byte of the file is read. */
  async requireMay(caller: Caller, divisionCode: string): Promise<void> {
    await this.access.require(caller, 'topics.manage', divisionCode);
    await this.divisions.require(divisionCode, 'community');
  }

  /** Keeps all of a file or nothing: OWNERS_FILE lists what is wrong line by line. */
  async import(
    caller: Caller,
    key: string,
    divisionCode: string,
    upload: Upload,
  ): Promise<NewOwnersImportView> {
    await this.requireMay(caller, divisionCode);
    const [unknown] = Object.keys(upload.fields);
    if (unknown !== undefined) throw invalidField(unknown, '多出来的内容，不能识别');
    const { rows, faults, hash } = await readOwnersCsv(upload.content);
    refuse(faults);
    const units = makeUnits(rows, faults);
    refuse(faults);
    const fileName = Array.from(upload.fileName.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ''))
      .slice(0, FILE_NAME_MAX)
      .join('');
    const route = `POST /staff/divisions/${divisionCode}/owners-imports`;
    const request = idempotent(caller.personId, key, route, { fileName, hash: hash.toString('hex') });
    return this.idempotency.run(request, async (tx) => {
      const row = {
        divisionCode,
        fileName: fileName === '' ? '业主名单.csv' : fileName,
        owners: units.length,
        flats: units.reduce((sum, unit) => sum + unit.flats.length, 0),
        area: units.reduce((sum, unit) => sum + unit.area, 0),
        createdAt: this.clock.now(),
      };
      const id = await this.imports.insert(tx, { ...row, fileHash: hash, createdBy: caller.personId });
      await this.imports.insertUnits(tx, id, units, (unit) => this.peopleOf(unit));
      await this.audit.record(tx, caller, {
        action: 'owners.import',
        targetType: 'owners_import',
        targetId: id,
        divisionCode,
        detail: { owners: row.owners, flats: row.flats, area: row.area },
      });
      return { ...viewOf({ id, ...row }), notes: notesOn(unclearNames(rows)) };
    });
  }

  /** Imports of a community, newest first. */
  async list(caller: Caller, divisionCode: string, query: PageQuery): Promise<Page<OwnersImportView>> {
    await this.requireMay(caller, divisionCode);
    const before = query.cursor === undefined ? null : (decodeCursor(query.cursor, ['number'])[0] as number);
    const rows = await this.imports.findOf(this.database, divisionCode, before, query.limit + 1);
    return pageOf(rows, query.limit, (row) => [row.id], viewOf);
  }

  private peopleOf(unit: OwnerUnit): StoredPerson[] {
    return unit.people.map(({ capacity, name, phone }) => ({
      capacity,
      nameCipher: this.cipher.encrypt(name),
      phoneHash: phone === null ? null : this.cipher.lookupHash('phone', phone),
    }));
  }
}

function refuse(faults: readonly OwnersFault[]): void {
  if (faults.length === 0) return;
  const ordered = [...faults].sort((a, b) => a.line - b.line).slice(0, MAX_OWNERS_FAULTS);
  throw new DomainError('OWNERS_FILE', { extra: { faults: ordered } });
}

function notesOn(names: readonly string[]): string[] {
  return names.length === 0
    ? []
    : [`有 ${names.length} 个姓名出现多次，又没有手机和证件后四位，是按不同的人算的，请核对。`];
}

function viewOf(row: OwnersImportRow | Omit<OwnersImportRow, 'divisionCode'>): OwnersImportView {
  return {
    id: encodeId('owners_import', row.id),
    owners: row.owners,
    flats: row.flats,
    area: row.area,
    fileName: row.fileName,
    createdAt: row.createdAt.toISOString(),
  };
}
