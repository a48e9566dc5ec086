import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { deriveKey, FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import type { Sql } from '../../database/database.js';
import {
  hashRoll,
  memberLine,
  numberMembers,
  sumMembers,
  type MemberLine,
  type RollMember,
  type VoterCapacity,
} from './roll-members.js';
import { RollSources, type RollChoice } from './roll-sources.js';
import { RollsRepository, type MembershipRow } from './rolls.repository.js';

/** As much of a topic as its roll depends on. */
export interface RollTopic {
  id: number;
  divisionCode: string;
}

/** A roll before it is frozen: what it would be for the people as they are now. */
export interface RollDraft {
  members: RollMember[];
  size: number;
  /** Hundredths of m²; null unless every member has an area. */
  area: number | null;
  hash: Buffer;
}

export interface FrozenRoll {
  rollId: number;
  size: number;
  area: number | null;
  hash: Buffer;
  /** What goes on the record as `roll_members`. */
  lines: MemberLine[];
}

/** One vote that a person may cast, for themselves or for somebody. */
export interface Membership {
  no: number;
  capacity: VoterCapacity;
  label: string;
  building: string;
  area: number | null;
  /** With the label they make the commitment on the record, so that a member can find themselves there. */
  salt: Buffer;
  commitment: Buffer;
}

/** Who votes on a topic. Preview and freeze work out the same set by the same code; nothing changes it afterwards. */
@Injectable()
export class Rolls {
  private readonly saltKey: KeyObject;

  constructor(
    private readonly sources: RollSources,
    private readonly repository: RollsRepository,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) config: AppConfig,
  ) {
    this.saltKey = deriveKey(config.appSecret, 'roll-salt');
  }

  /** Whom the choice gives today. ROLL_SOURCE when it cannot be made. */
  async preview(sql: Sql, topic: RollTopic, choice: RollChoice): Promise<RollDraft> {
    const candidates = await this.sources.candidates(sql, topic.divisionCode, choice);
    const members = numberMembers(this.saltKey, topic.id, candidates);
    return { members, ...sumMembers(members), hash: hashRoll(members) };
  }

  /**
   * Freezes the roll in the caller's transaction, which holds the topic. ROLL_EMPTY for nobody, ROLL_CHANGED when it is
   * not the roll of `expected` that somebody looked at.
   */
  async freeze(
    tx: Sql,
    topic: RollTopic,
    choice: RollChoice & { frozenBy: number; expected: Buffer | null },
  ): Promise<FrozenRoll> {
    const { members, size, area, hash } = await this.preview(tx, topic, choice);
    if (size === 0) throw new DomainError('ROLL_EMPTY');
    if (choice.expected !== null && !choice.expected.equals(hash)) throw new DomainError('ROLL_CHANGED');
    const { source, frozenBy } = choice;
    const at = this.clock.now();
    const rollId = await this.repository.insert(tx, {
      topicId: topic.id,
      source,
      size,
      area,
      hash,
      frozenBy,
      at,
    });
    await this.repository.insertMembers(tx, rollId, members, (member) => this.cipher.encrypt(member.label));
    return { rollId, size, area, hash, lines: members.map(memberLine) };
  }

  /** The votes a person may cast. A phone that was bound after the roll was frozen is linked to it here, once. */
  async membershipsOf(sql: Sql, rollId: number, personId: number): Promise<Membership[]> {
    const rows = await this.linkedMemberships(sql, rollId, personId);
    return rows.map(({ labelCipher, ...row }) => ({ ...row, label: this.cipher.decrypt(labelCipher) }));
  }

  /** Whether the person may speak for anybody on the roll. */
  async isOn(sql: Sql, rollId: number, personId: number): Promise<boolean> {
    return (await this.linkedMemberships(sql, rollId, personId)).length > 0;
  }

  private async linkedMemberships(sql: Sql, rollId: number, personId: number): Promise<MembershipRow[]> {
    if ((await this.repository.countUnlinked(sql, rollId, personId)) > 0)
      await this.repository.link(sql, rollId, personId);
    return this.repository.findMemberships(sql, rollId, personId);
  }
}
