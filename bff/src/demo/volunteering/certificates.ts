import { DIVISION_CODE_LENGTH, ancestorsOf } from '@jiefang/shared/divisions';
import { shanghaiDay } from '@jiefang/shared/time';
import type { FieldCipher } from '../../common/crypto/field-cipher.js';
import type { Sql } from '../../database/database.js';
import { DivisionsRepository } from '../../divisions/divisions.repository.js';
import type { CertificateCodes } from '../../volunteering/certificates/certificate-codes.js';
import { issuerOf, minutesOf } from '../../volunteering/certificates/certificate-content.js';
import { CertificatesRepository } from '../../volunteering/certificates/certificates.repository.js';
import { CertifiableHours, type CertifiableService } from '../../volunteering/hours/certifiable-hours.js';
import { maskIdNumber } from '../../volunteering/volunteers/volunteer-rules.js';
import { VolunteersRepository } from '../../volunteering/volunteers/volunteers.repository.js';
import { DEMO_CENTRES } from '../places.js';
import type { DemoVolunteer } from './cast.js';

const EVER = { from: '1000-01-01', to: '9999-12-31' };

/** A request for a certificate of everything that may stand on one. */
export interface CertificateWish {
  volunteer: DemoVolunteer;
  purpose: string;
  requestedAt: Date;
}

/** Who signs, and when. */
export interface CertificateIssue {
  at: Date;
  by: number;
  responsible: string;
  handler: string;
}

/** Writes certificates the way the product does: numbers without gaps, codes hashed, content encrypted. */
export class CertificateWriter {
  private readonly certificates = new CertificatesRepository();
  private readonly hours = new CertifiableHours();

  constructor(
    private readonly tx: Sql,
    private readonly cipher: FieldCipher,
    private readonly codes: CertificateCodes,
  ) {}

  /** A request that waits. Returns its row number; null for somebody without hours. */
  async request({ volunteer, purpose, requestedAt }: CertificateWish): Promise<number | null> {
    const services = await this.servicesOf(volunteer, requestedAt);
    const [first, last] = [services.at(0), services.at(-1)];
    if (first === undefined || last === undefined) return null;
    return this.certificates.insert(this.tx, {
      personId: volunteer.personId,
      divisionCode: volunteer.home,
      fromDay: first.day,
      toDay: last.day,
      purpose,
      minutes: minutesOf(services),
      createdAt: requestedAt,
    });
  }

  /** A request that was granted. Row and number of the certificate; null for somebody without hours. */
  async issue(
    wish: CertificateWish,
    issue: CertificateIssue,
  ): Promise<{ id: number; number: string } | null> {
    const { volunteer, purpose } = wish;
    const id = await this.request(wish);
    const row = await new VolunteersRepository().find(this.tx, volunteer.personId);
    if (id === null || row === null || row.idNumberCipher === null) return null;
    const services = await this.servicesOf(volunteer, issue.at);
    const year = shanghaiDay(issue.at).slice(0, 4);
    const serial = await this.certificates.nextNumber(this.tx, volunteer.home, year);
    const number = `${volunteer.home}-${year}-${String(serial).padStart(6, '0')}`;
    const content = {
      number,
      name: volunteer.name,
      idKind: '居民身份证',
      idNumberMasked: maskIdNumber(this.cipher.decrypt(row.idNumberCipher)),
      volunteerNumber: volunteer.number,
      fromDay: services.at(0)?.day,
      toDay: services.at(-1)?.day,
      minutes: minutesOf(services),
      services,
      purpose,
      issuer: await this.issuerOf(volunteer.home),
      responsible: issue.responsible,
      handler: issue.handler,
      contact: DEMO_CENTRES.find((centre) => centre.divisionCode === volunteer.home)?.phone ?? '',
      issuedAt: issue.at.toISOString(),
    };
    const code = this.codes.generate();
    await this.certificates.issue(this.tx, id, {
      number,
      codeHash: this.codes.hash(number, code),
      codeCipher: this.cipher.encrypt(code),
      contentCipher: this.cipher.encrypt(JSON.stringify(content)),
      minutes: content.minutes,
      by: issue.by,
      at: issue.at,
    });
    return { id, number };
  }

  async revoke(id: number, reason: string, by: number, at: Date): Promise<void> {
    await this.certificates.revoke(this.tx, id, reason, by, at);
  }

  private servicesOf(volunteer: DemoVolunteer, at: Date): Promise<CertifiableService[]> {
    return this.hours.of(this.tx, volunteer.personId, EVER, shanghaiDay(at));
  }

  private async issuerOf(code: string): Promise<string> {
    const codes = [...ancestorsOf(code), code].filter((one) => one.length >= DIVISION_CODE_LENGTH.district);
    const rows = await new DivisionsRepository().findMany(this.tx, codes);
    return issuerOf(codes.flatMap((each) => rows.find((row) => row.code === each)?.name ?? []));
  }
}
