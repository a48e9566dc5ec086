import { Injectable } from '@nestjs/common';
import { RULE_PACKS, rulePack, type RulePack } from '@jiefang/shared/rule-packs';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeCursor, encodeCursor, type Page } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { Audit } from '../../audit/audit.js';
import { Topics } from '../topics/topics.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { rulePackView, type RollMemberView, type RollView, type RulePacksView } from './roll-views.js';
import type { RollMembersQuery } from './rolls.dto.js';
import { Rolls } from './rolls.js';
import { RollsRepository, type RollRow } from './rolls.repository.js';

/** Members that are looked through for one page at a time. */
const SCAN = 1000;

/** What is shown of rules and frozen rolls. */
@Injectable()
export class RollsService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly rolls: Rolls,
    private readonly repository: RollsRepository,
    private readonly cipher: FieldCipher,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** The newest version of every pack. */
  packs(): RulePacksView {
    const codes = [...new Set(RULE_PACKS.map((pack) => pack.code))];
    return { items: codes.map((code) => rulePackView(rulePack(code) as RulePack)) };
  }

  /** A topic's frozen roll, and the votes of the caller; NOT_FOUND before it is frozen. */
  async show(caller: Caller | null, publicId: string): Promise<RollView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    const roll = await this.requireRoll(topic);
    const buildings = await this.repository.buildingsOf(this.database, roll.id);
    const mine =
      caller === null ? [] : await this.rolls.membershipsOf(this.database, roll.id, caller.personId);
    return {
      source: roll.source,
      size: roll.size,
      area: roll.area,
      hash: roll.hash.toString('hex'),
      frozenAt: roll.frozenAt.toISOString(),
      buildings: buildings.map(({ building, size, area }) => ({
        building,
        size: Number(size),
        area: area === null ? null : Number(area),
      })),
      mine: mine.map(({ no, capacity, label, salt, commitment }) => ({
        no,
        capacity,
        label,
        salt: salt.toString('hex'),
        commitment: commitment.toString('hex'),
      })),
    };
  }

  /** Members as staff see them, for entering what came by phone or on paper. Every look is audited. */
  async members(caller: Caller, publicId: string, query: RollMembersQuery): Promise<Page<RollMemberView>> {
    const topic = await this.topics.require(this.database, publicId);
    await this.access.require(caller, 'ballots.enter', topic.divisionCode);
    const roll = await this.requireRoll(topic);
    const wanted = (query.q ?? '').normalize('NFKC').trim();
    const found: RollMemberView[] = [];
    let after = query.cursor === undefined ? 0 : (decodeCursor(query.cursor, ['number'])[0] as number);
    for (let more = true; more && found.length <= query.limit;) {
      const rows = await this.repository.findMembers(
        this.database,
        roll,
        after,
        wanted === '' ? query.limit + 1 : SCAN,
      );
      for (const row of rows) {
        const label = this.cipher.decrypt(row.labelCipher);
        after = row.no;
        if (wanted !== '' && !`${row.no}`.startsWith(wanted) && !label.includes(wanted)) continue;
        found.push({
          no: row.no,
          label,
          building: row.building,
          area: row.area,
          reachable: Number(row.reachable) === 1,
          marked: Number(row.marked) === 1,
        });
        if (found.length > query.limit) break;
      }
      more = wanted !== '' && rows.length === SCAN;
    }
    await this.database.transaction((tx) =>
      this.audit.record(tx, caller, {
        action: 'roll.view',
        targetType: 'topic',
        targetId: topic.id,
        divisionCode: topic.divisionCode,
        detail: { q: wanted },
      }),
    );
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: found.length > query.limit && last !== undefined ? encodeCursor([last.no]) : null,
    };
  }

  private async requireRoll(topic: TopicRow): Promise<RollRow> {
    const roll = topic.rollId === null ? null : await this.repository.findById(this.database, topic.rollId);
    if (roll === null)
      throw new DomainError('NOT_FOUND', { message: '名册还没有定下。', next: '公告后可以查看。' });
    return roll;
  }
}
