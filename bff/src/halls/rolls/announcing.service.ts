import { Injectable } from '@nestjs/common';
import { explainPack } from '@jiefang/shared/tally';
import { TOPIC_NEED_WORDS } from '@jiefang/shared/topic-needs';
import { mayAct } from '@jiefang/shared/topics';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import type { JsonObject } from '../record/record-chain.js';
import { RecordWriter, type RecordAct } from '../record/record-writer.js';
import type { StaffTopicView } from '../topics/staff-topic.dto.js';
import { StaffTopicsService } from '../topics/staff-topics.service.js';
import { TopicAccess } from '../topics/topic-access.js';
import { unmetBefore } from '../topics/topic-needs.js';
import { TopicNotices } from '../topics/topic-notices.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { choosePack, deliberationWindow, refuseFaults } from './pack-choice.js';
import { maskLabel, sumBuildings, type MemberLine, type RollMember } from './roll-members.js';
import type { RollChoice } from './roll-sources.js';
import type { RollPreviewView } from './roll-views.js';
import type { AnnounceBody, RollChoiceBody } from './rolls.dto.js';
import { Rolls, type FrozenRoll } from './rolls.js';

const SAMPLE = 20;
/** Members of one entry on the record. */
const LINES_AN_ENTRY = 500;

/** The announcement: who votes and by which rules, looked at first, then frozen together. */
@Injectable()
export class AnnouncingService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly topicAccess: TopicAccess,
    private readonly rolls: Rolls,
    private readonly notices: TopicNotices,
    private readonly staff: StaffTopicsService,
    private readonly records: RecordWriter,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Whom the choice would include today, and why it could not be announced. Changes nothing. */
  async preview(caller: Caller, publicId: string, body: RollChoiceBody): Promise<RollPreviewView> {
    const topic = await this.topics.require(this.database, publicId);
    const actor = await this.topicAccess.requireStaff(caller, topic);
    const now = this.clock.now();
    const { pack, faults } = choosePack(body);
    const roll = await this.rolls.preview(this.database, topic, choiceOf(body));
    const { from, until } = deliberationWindow(pack, now);
    return {
      size: roll.size,
      area: roll.area,
      hash: roll.hash.toString('hex'),
      buildings: sumBuildings(roll.members),
      sample: sampleOf(roll.members).map((member) => ({
        no: member.no,
        label: maskLabel(member.label, member.building),
        area: member.area,
      })),
      unreachable: roll.members.filter((member) => !member.voters.some((voter) => voter.reachable)).length,
      sentences: explainPack(pack),
      windows: {
        deliberatesFrom: from.toISOString(),
        deliberatesUntil: until.toISOString(),
        votesDays: pack.decision?.votingDays ?? null,
        publicationDays: pack.publicationDays,
      },
      faults: [
        ...faults.map((fault) => fault.message),
        ...(roll.size === 0 ? ['这样选，名册里一个人也没有。'] : []),
        ...(mayAct('announce', topic.status, actor) ? [] : ['议题现在的状态不能公告。']),
        ...unmetBefore('announce', topic, now).map((need) => `还差条件：${TOPIC_NEED_WORDS[need]}。`),
      ],
    };
  }

  /**
   * Freezes roll and rules and tells whom they concern. ROLL_CHANGED when the people are no longer those of the preview,
   * ROLL_EMPTY, ROLL_SOURCE, RULE_PACK_SECRET, RULE_PACK_INVALID, WINDOW_TOO_SHORT, and what TopicSteps.step refuses.
   */
  async announce(caller: Caller, key: string, publicId: string, body: AnnounceBody): Promise<StaffTopicView> {
    const found = await this.topics.require(this.database, publicId);
    const actor = await this.topicAccess.requireStaff(caller, found);
    const { pack, faults } = choosePack(body);
    refuseFaults(faults);
    const request = idempotent(caller.personId, key, `POST /staff/topics/${publicId}/announce`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      if (!mayAct('announce', topic.status, actor)) throw new DomainError('TOPIC_STATE');
      const roll = await this.rolls.freeze(tx, topic, {
        ...choiceOf(body),
        frozenBy: caller.personId,
        expected: Buffer.from(body.hash, 'hex'),
      });
      const { from, until } = deliberationWindow(pack, this.clock.now());
      const by = { role: actor, personId: caller.personId };
      const announced = await this.steps.step(
        tx,
        topic.id,
        'announce',
        { actor, personId: caller.personId, caller },
        {
          set: {
            pack,
            secret: body.secret,
            rollId: roll.rollId,
            deliberatesFrom: from,
            deliberatesUntil: until,
          },
          body: {
            roll: rollOnRecord(body, roll),
            pack: pack as unknown as JsonObject,
            secret: body.secret,
            deliberatesFrom: from.toISOString(),
            deliberatesUntil: until.toISOString(),
          },
        },
      );
      await this.records.append(tx, topic.id, memberActs(roll.lines, by));
      if (pack.decision !== null) await this.openBox(tx, topic.id);
      await this.notices.tell(tx, announced, 'announce');
      await this.audit.record(tx, caller, {
        action: 'topic.announce',
        targetType: 'topic',
        targetId: topic.id,
        divisionCode: topic.divisionCode,
        detail: { source: body.source, pack: pack.code, secret: body.secret, size: roll.size },
      });
      return this.staff.page(tx, announced, caller);
    });
  }

  private async openBox(tx: Sql, topicId: number): Promise<void> {
    await tx.execute('INSERT INTO ballot_box (topic_id) VALUES (?)', [topicId]);
  }
}

function choiceOf(body: RollChoiceBody): RollChoice {
  const isOwners = body.source === 'owners';
  return {
    source: body.source,
    ownersImportId:
      isOwners && body.ownersImportId !== undefined ? decodeId('owners_import', body.ownersImportId) : null,
    buildings: body.buildings === undefined || body.buildings.length === 0 ? null : body.buildings,
  };
}

function rollOnRecord(body: RollChoiceBody, roll: FrozenRoll): JsonObject {
  return {
    source: body.source,
    size: roll.size,
    area: roll.area,
    hash: roll.hash.toString('hex'),
    buildings: body.buildings === undefined || body.buildings.length === 0 ? null : body.buildings,
  };
}

function memberActs(lines: readonly MemberLine[], actor: RecordAct['actor']): RecordAct[] {
  const acts: RecordAct[] = [];
  for (let from = 0; from < lines.length; from += LINES_AN_ENTRY) {
    acts.push({ act: 'roll_members', actor, body: { members: lines.slice(from, from + LINES_AN_ENTRY) } });
  }
  return acts;
}

/** Members from all over the roll. */
function sampleOf(members: readonly RollMember[]): RollMember[] {
  if (members.length <= SAMPLE) return [...members];
  return Array.from(
    { length: SAMPLE },
    (_, index) => members[Math.floor((index * members.length) / SAMPLE)] as RollMember,
  );
}
