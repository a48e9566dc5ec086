import { Injectable } from '@nestjs/common';
import { explainPack } from '@jiefang/shared/tally';
import { TOPIC_CLOCK_WORDS } from '@jiefang/shared/topics';
import { MINUTE_MS } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { PeopleService } from '../../identity/people/people.service.js';
import type { TallyView } from './tally.dto.js';
import type { TopicAction, TopicCardView, TopicClockView, TopicRulesView, TopicView } from './topic.dto.js';
import { TopicAccess } from './topic-access.js';
import { actionsOf } from './topic-actions.js';
import { TopicClocks } from './topic-clocks.js';
import { TopicFactsRepository, type PageFacts, type Personal } from './topic-facts.repository.js';
import { pathOf, stageOf, untilOf } from './topic-path.js';
import { SHOWABLE, type TopicClockRow, type TopicRow, type TopicTextRow } from './topic-rows.js';
import { HIDDEN_TITLE, TopicTexts } from './topic-texts.js';
import { TopicsRepository } from './topics.repository.js';

/** One may sign in to a meeting so long before it begins. */
const EARLY_MS = 30 * MINUTE_MS;

/** Makes views of topics: cards of many at once, the page of one. */
@Injectable()
export class TopicViews {
  constructor(
    private readonly facts: TopicFactsRepository,
    private readonly topics: TopicsRepository,
    private readonly texts: TopicTexts,
    private readonly clocks: TopicClocks,
    private readonly access: TopicAccess,
    private readonly divisions: DivisionsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** Cards in the order of the rows; `personId` null for a visitor. */
  async cards(sql: Sql, topics: readonly TopicRow[], personId: number | null): Promise<TopicCardView[]> {
    if (topics.length === 0) return [];
    const ids = topics.map((topic) => topic.id);
    const names = await this.divisions.namesOf(
      topics.map((topic) => topic.divisionCode),
      sql,
    );
    const people = await this.people.summariesOf(
      topics.map((topic) => topic.initiatorId),
      sql,
    );
    const rolls = await this.facts.rollSizes(
      sql,
      topics.flatMap((topic) => topic.rollId ?? []),
    );
    const clocks = await this.clocks.findByTopics(sql, ids);
    const personal = personId === null ? null : await this.facts.personal(sql, personId, topics);
    const now = this.clock.now();
    return topics.map((topic) => ({
      id: encodeId('topic', topic.id),
      title: topic.title,
      track: topic.track,
      status: topic.status,
      stage: stageOf(topic.suspendedFrom ?? topic.status),
      community: { code: topic.divisionCode, name: names.get(topic.divisionCode)?.name ?? '' },
      initiator: { nickname: people.get(topic.initiatorId)?.nickname ?? '' },
      createdAt: topic.createdAt.toISOString(),
      statusAt: topic.statusAt.toISOString(),
      until: iso(untilOf(topic)),
      endorsements:
        topic.endorseUntil === null ? null : { count: topic.endorsements, needed: topic.endorseThreshold },
      stances: { for: topic.stanceFor, against: topic.stanceAgainst, neutral: topic.stanceNeutral },
      rollSize: topic.rollId === null ? null : (rolls.get(topic.rollId) ?? null),
      late: clocks.filter((one) => one.topicId === topic.id && isLate(one)).map(lateView),
      mine:
        personId === null
          ? null
          : {
              initiator: topic.initiatorId === personId,
              endorsed: personal?.get(topic.id)?.endorsed ?? false,
              canVote: canVote(topic, personal?.get(topic.id), now),
              voted: (personal?.get(topic.id)?.marked ?? 0) > 0,
            },
    }));
  }

  /** The page of one topic, with what the caller can do. */
  async page(sql: Sql, topic: TopicRow, personId: number | null): Promise<TopicView> {
    const [card] = await this.cards(sql, [topic], personId);
    if (card === undefined) throw new Error('a topic has no card');
    const facts = await this.facts.page(sql, topic);
    const text = await this.texts.find(sql, topic.id, topic.textNo);
    if (text === null) throw new Error(`topic ${topic.id} has no text ${topic.textNo}`);
    const own = personId === topic.initiatorId;
    const readable = SHOWABLE.includes(text.verdict) || (own && text.verdict !== 'erased');
    const target = topic.mergedInto === null ? null : await this.topics.findById(sql, topic.mergedInto);
    const clocks = await this.clocks.findByTopics(sql, [topic.id]);
    return {
      ...card,
      title: own ? text.title : SHOWABLE.includes(text.verdict) ? card.title : HIDDEN_TITLE,
      body: readable ? text.body : '',
      text: {
        no: topic.textNo,
        hash: topic.textHash?.toString('hex') ?? null,
        createdAt: text.createdAt.toISOString(),
        count: facts.versions,
        held: own && facts.held > 0,
        hidden: text.verdict === 'hidden',
      },
      statusReason: topic.statusReason,
      answer: topic.answer,
      mergedInto: target === null ? null : { id: encodeId('topic', target.id), title: target.title },
      suspendedFrom: topic.suspendedFrom,
      path: pathOf(topic),
      windows: {
        endorseUntil: iso(topic.endorseUntil),
        deliberatesFrom: iso(topic.deliberatesFrom),
        deliberatesUntil: iso(topic.deliberatesUntil),
        votesFrom: iso(topic.votesFrom),
        votesUntil: iso(topic.votesUntil),
        publicationUntil: iso(topic.publicationUntil),
        effectiveOn: topic.effectiveOn,
      },
      clocks: clocks.map(clockView),
      rules: rulesView(topic, facts),
      tally: topic.tally as TallyView | null,
      record: { seq: facts.recordSeq, hash: facts.recordHash?.toString('hex') ?? '' },
      minutes: facts.minutes > 0,
      meetings: facts.meetings,
      objections: { open: facts.openObjections, total: facts.objections },
      followUps: facts.followUps,
      actions: personId === null ? [] : await this.actions(sql, topic, personId, card, text),
    };
  }

  private async actions(
    sql: Sql,
    topic: TopicRow,
    personId: number,
    card: TopicCardView,
    text: TopicTextRow,
  ): Promise<TopicAction[]> {
    const now = this.clock.now();
    const waiting = await this.facts.actions(
      sql,
      topic.id,
      personId,
      now,
      new Date(now.getTime() + EARLY_MS),
    );
    const personal = (await this.facts.personal(sql, personId, [topic])).get(topic.id);
    return actionsOf(
      topic,
      {
        ...waiting,
        isInitiator: topic.initiatorId === personId,
        isVerified: await this.access.isVerified(sql, personId, topic.divisionCode),
        endorsed: personal?.endorsed ?? false,
        canVote: card.mine?.canVote ?? false,
        onRoll: (personal?.memberships ?? 0) > 0,
        passed: SHOWABLE.includes(text.verdict),
      },
      now,
    );
  }
}

function canVote(topic: TopicRow, mine: Personal | undefined, now: Date): boolean {
  if (topic.status !== 'voting' || mine === undefined || mine.memberships === 0) return false;
  if (topic.votesUntil !== null && now >= topic.votesUntil) return false;
  return !topic.secret || mine.marked < mine.memberships;
}

function isLate(clock: TopicClockRow): boolean {
  return clock.lateAt !== null && clock.stoppedAt === null;
}

function lateView(clock: TopicClockRow): { kind: TopicClockRow['kind']; word: string; dueAt: string } {
  return { kind: clock.kind, word: TOPIC_CLOCK_WORDS[clock.kind], dueAt: clock.dueAt.toISOString() };
}

function clockView(clock: TopicClockRow): TopicClockView {
  return { ...lateView(clock), stoppedAt: iso(clock.stoppedAt), late: clock.lateAt !== null };
}

function rulesView(topic: TopicRow, facts: PageFacts): TopicRulesView | null {
  const { pack } = topic;
  if (pack === null) return null;
  return {
    code: pack.code,
    version: pack.version,
    name: pack.name,
    basis: pack.basis,
    secret: topic.secret,
    source: facts.rollSource,
    sentences: explainPack(pack),
  };
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
