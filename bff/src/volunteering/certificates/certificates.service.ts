import { Inject, Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { CertifiableHours } from '../hours/certifiable-hours.js';
import { SignedLinks } from '../hours/signed-links.js';
import type { DownloadLinkView } from '../hours/statement-views.js';
import { VolunteersRepository } from '../volunteers/volunteers.repository.js';
import { CertificateCodes } from './certificate-codes.js';
import { minutesOf, type CertificateContent } from './certificate-content.js';
import { certificatePdf } from './certificate-pdf.js';
import {
  certificateFacts,
  type CertificateCheckView,
  type CertificateListView,
  type CertificateView,
} from './certificate-views.js';
import type { RequestCertificateBody } from './certificates.dto.js';
import { CertificatesRepository, type CertificateRow } from './certificates.repository.js';

const PURPOSE = 'certificate';
const ALWAYS = { from: '1000-01-01', to: '9999-12-31' };
const NUMBER = /^[\d-]{1,24}$/;
/** The client's page that checks a certificate, with and without login. */
const CHECK_PAGE = '/pages-volunteer/check/index';

/** Certificates as volunteers ask for them and strangers check them. */
@Injectable()
export class CertificatesService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly database: Database,
    private readonly repository: CertificatesRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly hours: CertifiableHours,
    private readonly codes: CertificateCodes,
    private readonly cipher: FieldCipher,
    private readonly links: SignedLinks,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async list(personId: number): Promise<CertificateListView> {
    const [rows, services] = await Promise.all([
      this.repository.findByPerson(this.database, personId),
      this.hours.of(this.database, personId, ALWAYS, shanghaiDay(this.clock.now())),
    ]);
    const [first, last] = [services.at(0), services.at(-1)];
    return {
      items: rows.map((row) => this.view(row)),
      available:
        first === undefined || last === undefined
          ? null
          : { minutes: minutesOf(services), fromDay: first.day, toDay: last.day },
    };
  }

  /**
   * Asks the community for a certificate; one request at a time. VOLUNTEER_REQUIRED, CERTIFICATE_IDENTITY,
   * CERTIFICATE_NO_HOURS, CERTIFICATE_PENDING; INVALID_INPUT for days that run backwards or lie ahead.
   */
  async request(caller: Caller, key: string, body: RequestCertificateBody): Promise<CertificateView> {
    const { personId } = caller;
    return this.idempotency.run(idempotent(personId, key, 'POST /me/certificates', body), async (tx) => {
      const now = this.clock.now();
      const { fromDay, toDay, purpose } = body;
      if (fromDay > toDay) throw invalid('toDay', '结束日期要不早于开始日期');
      if (toDay > shanghaiDay(now)) throw invalid('toDay', '结束日期还没有到');
      const volunteer = await this.volunteers.find(tx, personId);
      if (volunteer === null) {
        throw new DomainError('VOLUNTEER_REQUIRED', { message: '开志愿服务证明要先登记志愿者。' });
      }
      if (volunteer.idNumberCipher === null) throw new DomainError('CERTIFICATE_IDENTITY');
      const services = await this.hours.of(tx, personId, { from: fromDay, to: toDay }, shanghaiDay(now));
      if (services.length === 0) throw new DomainError('CERTIFICATE_NO_HOURS');
      const id = await this.repository
        .insert(tx, {
          personId,
          divisionCode: volunteer.communityCode,
          fromDay,
          toDay,
          purpose,
          minutes: minutesOf(services),
          createdAt: now,
        })
        .catch((error: unknown) => {
          throw isDuplicateKey(error) ? new DomainError('CERTIFICATE_PENDING') : error;
        });
      const row = await this.repository.findById(tx, id);
      if (row === null) throw new Error('a certificate vanished inside its transaction');
      return this.view(row);
    });
  }

  async get(personId: number, publicId: string): Promise<CertificateView> {
    return this.view(await this.own(personId, publicId));
  }

  /** CERTIFICATE_STATE unless it is issued and not revoked. */
  async link(personId: number, publicId: string): Promise<DownloadLinkView> {
    const row = await this.own(personId, publicId);
    if (row.status !== 'issued') throw new DomainError('CERTIFICATE_STATE');
    return { path: `/api/v1/certificates/${publicId}/file.pdf?token=${this.links.sign(PURPOSE, row.id)}` };
  }

  /** The paper behind a link. NOT_FOUND for a token of something else, CERTIFICATE_STATE when it was revoked since. */
  async file(publicId: string, token: string): Promise<{ content: Buffer; name: string }> {
    const id = decodeId('certificate', publicId);
    if (this.links.read(PURPOSE, token) !== id) throw new DomainError('NOT_FOUND');
    const row = await this.repository.findById(this.database, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    if (row.status !== 'issued' || row.contentCipher === null) throw new DomainError('CERTIFICATE_STATE');
    const content = this.contentOf(row.contentCipher);
    const { publicUrl } = this.config;
    const checkUrl = publicUrl === null ? null : `${publicUrl}/#${this.checkPath(row) ?? ''}`;
    return {
      content: await certificatePdf(content, this.codeOf(row) ?? '', checkUrl),
      name: `志愿服务证明 ${content.number}.pdf`,
    };
  }

  /**
   * Whether a certificate is real, for anybody who holds its number and code. CERTIFICATE_UNKNOWN for a wrong number
   * and for a wrong code alike, in words and in time.
   */
  async check(number: string, code: string): Promise<CertificateCheckView> {
    const given = number.normalize('NFKC').replace(/\s/g, '');
    const row = NUMBER.test(given) ? await this.repository.findByNumber(this.database, given) : null;
    const good = this.codes.matches(given, code, row?.codeHash ?? null);
    if (!good || row === null || row.contentCipher === null || row.issuedAt === null) {
      throw new DomainError('CERTIFICATE_UNKNOWN');
    }
    return {
      status: row.status === 'revoked' ? 'revoked' : 'issued',
      number: given,
      minutes: row.minutes,
      fromDay: row.fromDay,
      toDay: row.toDay,
      issuedAt: row.issuedAt.toISOString(),
      issuer: this.contentOf(row.contentCipher).issuer,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    };
  }

  private async own(personId: number, publicId: string): Promise<CertificateRow> {
    const row = await this.repository.findById(this.database, decodeId('certificate', publicId));
    if (row?.personId !== personId) throw new DomainError('NOT_FOUND');
    return row;
  }

  private view(row: CertificateRow): CertificateView {
    return {
      ...certificateFacts(row, this.codeOf(row)),
      checkPath: this.checkPath(row),
      actions: row.status === 'issued' ? ['download'] : [],
    };
  }

  private codeOf(row: CertificateRow): string | null {
    return row.codeCipher === null ? null : this.cipher.decrypt(row.codeCipher);
  }

  private checkPath(row: CertificateRow): string | null {
    const code = this.codeOf(row);
    return row.number === null || code === null ? null : `${CHECK_PAGE}?number=${row.number}&code=${code}`;
  }

  private contentOf(contentCipher: Buffer): CertificateContent {
    return JSON.parse(this.cipher.decrypt(contentCipher)) as CertificateContent;
  }
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', { extra: { details: [{ field, message }] } });
}
