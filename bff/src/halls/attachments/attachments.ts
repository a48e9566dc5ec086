import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isDivisionCode } from '@jiefang/shared/divisions';
import { isPermitted, type Permission } from '@jiefang/shared/permissions';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Upload } from '../../common/http/upload.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Audit } from '../../audit/audit.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { FileStorage } from '../../integrations/storage/file-storage.js';
import { SignedLinks } from '../../volunteering/hours/signed-links.js';
import { ATTACHMENT_ACCESS, type AttachmentAccess } from './attachment-access.js';
import type { AttachmentLinkView, AttachmentView } from './attachments.dto.js';
import { AttachmentsRepository, type AttachmentRow } from './attachments.repository.js';
import { checkFile } from './file-check.js';

/** Whoever enters something with a photo or a document may upload one. */
const UPLOADERS: readonly Permission[] = ['topics.manage', 'ballots.enter', 'followups.manage'];
/** Whoever enters ballots or minutes from paper looks at its photo; whose duty is promises does not. */
const VIEWERS: readonly Permission[] = ['topics.manage', 'ballots.enter'];
const LINK = 'attachment';

/** Photos and documents: taken in, named, shown. */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly rows: AttachmentsRepository,
    private readonly storage: FileStorage,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly links: SignedLinks,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** FORBIDDEN unless the caller may upload in this division; before a byte of the file is read. */
  async requireUploader(caller: Caller, divisionCode: string): Promise<void> {
    if (!isDivisionCode(divisionCode)) throw new DomainError('NOT_FOUND');
    await this.requireOneOf(UPLOADERS, caller, divisionCode);
    await this.divisions.require(divisionCode);
  }

  /** Keeps a file. ATTACHMENT_INVALID for what is neither a picture nor a PDF; then nothing is kept of it. */
  async upload(caller: Caller, key: string, divisionCode: string, form: Upload): Promise<AttachmentView> {
    const { access, ...others } = form.fields;
    if (!isAccess(access)) throw badField('access', '请说明给所有人看，还是只给工作人员看');
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw badField(unknown, '多出来的内容，不能识别');
    const given = hash('sha256', form.content, 'hex');
    const checked = await checkFile(form.content);
    const route = `POST /staff/divisions/${divisionCode}/attachments`;
    return this.idempotency.run(idempotent(caller.personId, key, route, { access, given }), async (tx) => {
      const row: Omit<AttachmentRow, 'id'> = {
        divisionCode,
        access,
        mime: checked.mime,
        bytes: checked.content.length,
        width: checked.width,
        height: checked.height,
        sha256: hash('sha256', checked.content, 'buffer'),
        createdBy: caller.personId,
        createdAt: this.clock.now(),
      };
      const id = await this.rows.insert(tx, row);
      await this.storage.put(tx, id, checked.content);
      await this.audit.record(tx, caller, {
        action: 'attachment.upload',
        targetType: 'attachment',
        targetId: id,
        divisionCode,
        detail: { access, sha256: row.sha256.toString('hex') },
      });
      return this.publicView({ ...row, id });
    });
  }

  /** A file of this division by its public id; NOT_FOUND for another's and for what there is not. */
  async require(sql: Sql, publicId: string, where: { divisionCode: string }): Promise<AttachmentRow> {
    const row = await this.rows.findById(sql, decodeId('attachment', publicId));
    if (row === null || row.divisionCode !== where.divisionCode) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Files by their row numbers, for lists: the views by number. */
  async viewsOf(sql: Sql, ids: readonly number[]): Promise<Map<number, AttachmentView>> {
    const rows = await this.rows.findByIds(sql, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, this.publicView(row)]));
  }

  publicView(row: AttachmentRow): AttachmentView {
    const id = encodeId('attachment', row.id);
    return {
      id,
      mime: row.mime,
      bytes: row.bytes,
      width: row.width,
      height: row.height,
      sha256: row.sha256.toString('hex'),
      path: row.access === 'public' ? `/api/v1/attachments/${id}` : null,
    };
  }

  /** A link to a file of a division the caller works in, or to one the caller uploaded. */
  async link(caller: Caller, publicId: string): Promise<AttachmentLinkView> {
    const row = await this.rows.findById(this.database, decodeId('attachment', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.requireOneOf(
      row.createdBy === caller.personId ? UPLOADERS : VIEWERS,
      caller,
      row.divisionCode,
    );
    return { path: `/api/v1/attachments/${publicId}?token=${this.links.sign(LINK, row.id)}` };
  }

  private async requireOneOf(
    permissions: readonly Permission[],
    caller: Caller,
    divisionCode: string,
  ): Promise<void> {
    const grants = await this.access.grantsOf(caller.personId);
    if (!permissions.some((permission) => isPermitted(grants, permission, divisionCode)))
      throw new DomainError('FORBIDDEN');
  }

  /** The file behind its address. NOT_FOUND for one of staff without a link to exactly it. */
  async read(publicId: string, token: string | undefined): Promise<{ row: AttachmentRow; content: Buffer }> {
    const id = decodeId('attachment', publicId);
    const row = await this.rows.findById(this.database, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (row.access !== 'public' && (token === undefined || this.links.read(LINK, token) !== id)) {
      throw new DomainError('NOT_FOUND');
    }
    const content = await this.storage.get(this.database, id);
    if (content === null) throw new DomainError('NOT_FOUND');
    return { row, content };
  }
}

function isAccess(value: string | undefined): value is AttachmentAccess {
  return ATTACHMENT_ACCESS.some((access) => access === value);
}

function badField(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', { extra: { details: [{ field, message }] } });
}
