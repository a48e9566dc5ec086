import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher, maskPhone } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { WeChatClient } from '../../integrations/wechat/wechat-client.js';
import { invalidField } from '../invalid-field.js';
import { nicknameFault, tidyText } from './person-name.js';
import { PersonRepository, type PersonRow } from './person.repository.js';
import { typedPhone } from './phone.js';

/** Where WeChat's text check is told a nickname will stand: in a profile. */
const PROFILE_SCENE = 1;

/** What others may be shown of a person. */
export interface PersonSummary {
  nickname: string;
  phoneMasked: string | null;
}

/** People: found or made at login, their nickname, home community and phone. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly divisions: DivisionsService,
    private readonly wechat: WeChatClient,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The person; SESSION_EXPIRED when the account is gone, because only its own token can ask for it. */
  async require(personId: number): Promise<PersonRow> {
    const person = await this.people.findById(this.database, personId);
    if (person === null || person.status !== 'active') throw new DomainError('SESSION_EXPIRED');
    return person;
  }

  /** The person behind an openid; made at the first login. Simultaneous first logins make one. */
  async findOrCreate(openid: string): Promise<PersonRow> {
    const known = await this.people.findByOpenid(this.database, openid);
    if (known !== null) return known;
    const nickname = `街坊${String(randomInt(10_000)).padStart(4, '0')}`;
    await this.database.transaction((tx) =>
      this.people.insertUnlessKnown(tx, openid, nickname, this.clock.now()),
    );
    const made = await this.people.findByOpenid(this.database, openid);
    if (made === null) throw new Error('a person vanished between insert and read');
    return made;
  }

  /** The person who bound this phone, typed in any usual way; null when nobody did. */
  async findByPhone(phone: string, sql: Sql = this.database): Promise<PersonRow | null> {
    const canonical = typedPhone(phone);
    if (canonical === null) return null;
    return this.people.findByPhoneHash(sql, this.cipher.lookupHash('phone', canonical));
  }

  /** What may be shown of these people, by row number. */
  async summariesOf(
    personIds: readonly number[],
    sql: Sql = this.database,
  ): Promise<Map<number, PersonSummary>> {
    const rows = await this.people.findByIds(sql, [...new Set(personIds)]);
    return new Map(rows.map((row) => [row.id, { nickname: row.nickname, phoneMasked: row.phoneMasked }]));
  }

  /** The whole phone number of a person, null when none is bound. Only for acts that are audited. */
  phoneOf(person: PersonRow): string | null {
    return person.phoneCipher === null ? null : this.cipher.decrypt(person.phoneCipher);
  }

  /**
   * Binds a canonical phone number in the caller's transaction; one phone, one person: PHONE_TAKEN.
   * The unique key decides when two people bind one number at once.
   */
  async bindPhone(tx: Sql, personId: number, phone: string): Promise<void> {
    const hash = this.cipher.lookupHash('phone', phone);
    try {
      await this.people.updatePhone(tx, personId, {
        cipher: this.cipher.encrypt(phone),
        hash,
        masked: maskPhone(phone),
      });
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('PHONE_TAKEN') : error;
    }
  }

  /** Changes nickname and home community where they are given. INVALID_INPUT names the field that cannot be taken. */
  async updateProfile(
    personId: number,
    change: { nickname?: string | undefined; homeCommunityCode?: string | undefined },
  ): Promise<void> {
    const person = await this.require(personId);
    const nickname = change.nickname === undefined ? undefined : tidyText(change.nickname);
    if (nickname !== undefined && nickname !== person.nickname) await this.checkNickname(person, nickname);
    if (change.homeCommunityCode !== undefined)
      await this.requireCommunity('homeCommunityCode', change.homeCommunityCode);
    await this.people.updateProfile(this.database, personId, {
      nickname,
      homeCommunityCode: change.homeCommunityCode,
    });
  }

  /** INVALID_INPUT on `field` unless the code is that of a community. */
  async requireCommunity(field: string, code: string): Promise<void> {
    try {
      await this.divisions.require(code, 'community');
    } catch (error) {
      throw error instanceof DomainError ? invalidField(field, '没有这个社区') : error;
    }
  }

  /** A nickname is shown to neighbours: WeChat's verdict counts, and without a verdict it does not go up. */
  private async checkNickname(person: PersonRow, nickname: string): Promise<void> {
    const fault = nicknameFault(nickname);
    if (fault !== null) throw invalidField('nickname', fault);
    if (person.openid === null) return;
    const verdict = await this.wechat.checkText(person.openid, PROFILE_SCENE, nickname);
    if (verdict === 'pass') return;
    if (verdict !== 'unknown') throw invalidField('nickname', '这个昵称不合适，请换一个');
    throw new DomainError('WECHAT_UNAVAILABLE', {
      message: '微信暂时没能检查这个昵称，先保留原来的。',
      next: '请稍后再改；如果很久没登录，请重新登录后再改。',
    });
  }
}
