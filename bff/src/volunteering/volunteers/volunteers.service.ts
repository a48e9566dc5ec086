import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PLEDGE_VERSION } from '@jiefang/shared/volunteering';
import { shanghaiDay } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { invalidField } from '../../identity/invalid-field.js';
import { realNameFault } from '../../identity/people/person-name.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { UnitsService } from './units.service.js';
import type { JoinDto, UpdateVolunteerDto, VolunteerView } from './volunteer.dto.js';
import { idNumberFault, joiningStatus } from './volunteer-rules.js';
import { VolunteerViews } from './volunteer-views.js';
import {
  VolunteersRepository,
  type VolunteerPledge,
  type VolunteerProfile,
  type VolunteerRow,
} from './volunteers.repository.js';

/** Draws of a number before giving up; a county would need hundreds of thousands of volunteers to use them up. */
const NUMBER_TRIES = 20;
const EARLIEST_BIRTH = '1900-01-01';

/** Becoming a volunteer, changing one's registration, leaving and coming back. */
@Injectable()
export class VolunteersService {
  constructor(
    private readonly database: Database,
    private readonly volunteers: VolunteersRepository,
    private readonly views: VolunteerViews,
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly idempotency: Idempotency,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The caller's registration, also one that was left; null for who never joined. */
  async mine(caller: Caller): Promise<VolunteerView | null> {
    const row = await this.grownUp(await this.volunteers.find(this.database, caller.personId));
    return row === null ? null : this.views.own(this.database, row);
  }

  /**
   * Registers the caller, or takes back one who had left, with the same number. A minor waits for a guardian.
   * PHONE_REQUIRED, PLEDGE_OUTDATED, VOLUNTEER_TOO_YOUNG, VOLUNTEER_EXISTS, INVALID_INPUT.
   */
  async join(caller: Caller, key: string, dto: JoinDto): Promise<VolunteerView> {
    const pledge = await this.pledgeOf(caller, dto);
    const request = idempotent(caller.personId, key, 'POST /me/volunteer', dto);
    return this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      const before = await this.volunteers.find(tx, caller.personId);
      if (before === null) await this.insert(tx, caller.personId, pledge, now);
      else await this.rejoin(tx, before, pledge, dto, now);
      return this.viewOf(tx, caller.personId);
    });
  }

  /** Changes the profile. VOLUNTEER_REQUIRED for who is none, INVALID_INPUT. */
  async update(caller: Caller, key: string, dto: UpdateVolunteerDto): Promise<VolunteerView> {
    const profile = await this.profileOf(dto);
    const request = idempotent(caller.personId, key, 'PUT /me/volunteer', dto);
    return this.idempotency.run(request, async (tx) => {
      const before = await this.requireRegistered(tx, caller.personId);
      const now = this.clock.now();
      const idNumber = this.encryptedIdNumber(dto.idNumber, before.birthDay);
      if (!(await this.volunteers.updateProfile(tx, caller.personId, profile, idNumber, now))) {
        throw notRegistered();
      }
      return this.viewOf(tx, caller.personId);
    });
  }

  /** Ends the registration; places in queues are given up. VOLUNTEER_BUSY while something claimed is not done. */
  async leave(caller: Caller, key: string): Promise<VolunteerView> {
    const request = idempotent(caller.personId, key, 'POST /me/volunteer/leave', {});
    return this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      // The row is written first: from here on no claim of this person can be decided until this is.
      if (!(await this.volunteers.leave(tx, caller.personId, now))) throw notRegistered();
      if (await this.volunteers.hasOpenClaims(tx, caller.personId)) throw new DomainError('VOLUNTEER_BUSY');
      await this.volunteers.leaveWaits(tx, caller.personId, now);
      return this.viewOf(tx, caller.personId);
    });
  }

  private async pledgeOf(caller: Caller, dto: JoinDto): Promise<VolunteerPledge> {
    const person = await this.people.require(caller.personId);
    if (person.phoneCipher === null) throw new DomainError('PHONE_REQUIRED');
    if (dto.pledgeVersion !== PLEDGE_VERSION) throw new DomainError('PLEDGE_OUTDATED');
    const fault = realNameFault(dto.name);
    if (fault !== null) throw invalidField('name', fault);
    const today = shanghaiDay(this.clock.now());
    if (dto.birthDay > today || dto.birthDay < EARLIEST_BIRTH) {
      throw invalidField('birthDay', '请选真实的出生日期');
    }
    const status = joiningStatus(dto.birthDay, today);
    if (status === null) throw new DomainError('VOLUNTEER_TOO_YOUNG');
    return {
      ...(await this.profileOf(dto)),
      status,
      nameCipher: this.cipher.encrypt(dto.name),
      idNumberCipher: this.encryptedIdNumber(dto.idNumber, dto.birthDay) ?? null,
      birthDay: dto.birthDay,
      pledgeVersion: dto.pledgeVersion,
    };
  }

  private async profileOf(dto: UpdateVolunteerDto): Promise<VolunteerProfile> {
    await this.people.requireCommunity('communityCode', dto.communityCode);
    return {
      communityCode: dto.communityCode,
      unitId: await this.units.requireChosen(dto.unitId, dto.communityCode),
      skills: dto.skills,
      emergencyOptIn: dto.emergencyOptIn,
    };
  }

  private async insert(tx: Sql, personId: number, pledge: VolunteerPledge, at: Date): Promise<void> {
    for (let tries = 0; tries < NUMBER_TRIES; tries += 1) {
      const number = pledge.communityCode.slice(0, 6) + String(randomInt(1_000_000)).padStart(6, '0');
      try {
        return await this.volunteers.insert(tx, personId, number, pledge, at);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // A duplicate of the person's own row is somebody's other phone; a duplicate number is drawn again.
        if ((await this.volunteers.find(tx, personId)) !== null) throw new DomainError('VOLUNTEER_EXISTS');
      }
    }
    throw new DomainError('BUSY');
  }

  private async rejoin(
    tx: Sql,
    before: VolunteerRow,
    pledge: VolunteerPledge,
    dto: JoinDto,
    at: Date,
  ): Promise<void> {
    if (before.status !== 'left') throw new DomainError('VOLUNTEER_EXISTS');
    // Otherwise a minor could come back older; the number's own birth day was compared with the given one.
    if (before.birthDay !== dto.birthDay && pledge.idNumberCipher === null) {
      throw invalidField('birthDay', '和上次登记的出生日期不一样，要更正请填证件号码');
    }
    if (!(await this.volunteers.rejoin(tx, before.personId, pledge, at)))
      throw new DomainError('VOLUNTEER_EXISTS');
  }

  /** Undefined when nothing was said about it. */
  private encryptedIdNumber(
    idNumber: string | null | undefined,
    birthDay: string,
  ): Buffer | null | undefined {
    if (idNumber === null || idNumber === undefined) return idNumber;
    const fault = idNumberFault(idNumber, birthDay);
    if (fault !== null) throw invalidField('idNumber', fault);
    return this.cipher.encrypt(idNumber);
  }

  private async requireRegistered(sql: Sql, personId: number): Promise<VolunteerRow> {
    const row = await this.volunteers.find(sql, personId);
    if (row === null || row.status === 'left') throw notRegistered();
    return row;
  }

  private async viewOf(sql: Sql, personId: number): Promise<VolunteerView> {
    const row = await this.volunteers.find(sql, personId);
    if (row === null) throw new Error('a volunteer vanished');
    return this.views.own(sql, row);
  }

  /** Who was waiting for a guardian and has come of age needs none any more. */
  private async grownUp(row: VolunteerRow | null): Promise<VolunteerRow | null> {
    const now = this.clock.now();
    if (row?.status !== 'awaiting_guardian' || joiningStatus(row.birthDay, shanghaiDay(now)) !== 'active') {
      return row;
    }
    await this.volunteers.comeOfAge(this.database, row.personId, now);
    return this.volunteers.find(this.database, row.personId);
  }
}

function notRegistered(): DomainError {
  return new DomainError('VOLUNTEER_REQUIRED', { message: '你现在不是志愿者。' });
}
