import { Injectable } from '@nestjs/common';
import type { HideReason } from '@jiefang/shared/topics';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import type { JsonObject } from '../record/record-chain.js';
import { RecordContents } from '../record/record-contents.js';
import { RecordWriter } from '../record/record-writer.js';
import { FIRST_LEVEL, type OpinionRow, type OpinionTextRow } from './opinion-rows.js';
import { OpinionsRepository, type NewOpinion } from './opinions.repository.js';

/** Name of an opinion's text among the contents of its entry. */
export const OPINION_TEXT = 'text';
/** Opinions in one entry that states what was thought of them. */
const SNAPSHOT_ROWS = 500;

/** What an act on an opinion leaves on the record. */
type Recorded = Pick<OpinionRow, 'id' | 'topicId' | 'parentId' | 'stance' | 'role' | 'channel'> & {
  authorId: number | null;
};

/**
 * The one way an opinion comes, changes and goes out of sight: rows, counters and record together. Callers hold the
 * topic's row and have judged whether it may happen.
 */
@Injectable()
export class OpinionWriter {
  constructor(
    private readonly opinions: OpinionsRepository,
    private readonly record: RecordWriter,
    private readonly contents: RecordContents,
    private readonly clock: Clock,
  ) {}

  /** A new opinion; `pass` stands in the list at once, `held` waits. `at` is now when left out. Returns its row number. */
  async add(
    tx: Sql,
    opinion: Omit<NewOpinion, 'status' | 'verdict'> & { verdict: 'pass' | 'held'; at?: Date },
  ): Promise<number> {
    const held = opinion.verdict === 'held';
    const id = await this.opinions.insert(
      tx,
      { ...opinion, status: held ? 'held' : 'visible' },
      opinion.at ?? this.clock.now(),
    );
    if (!held) await this.countIn(tx, opinion);
    await this.recordText(tx, { ...opinion, id }, 1, opinion.text, held);
    return id;
  }

  /** A new version: in force at once, or held. Returns its number. */
  async edit(tx: Sql, opinion: OpinionRow, text: string, verdict: 'pass' | 'held'): Promise<number> {
    const at = this.clock.now();
    const texts = await this.opinions.findTexts(tx, opinion.id);
    const no = (texts.at(-1)?.no ?? opinion.textNo) + 1;
    await this.opinions.insertText(tx, { opinionId: opinion.id, no, text, verdict }, at);
    if (verdict === 'pass') await this.opinions.putInForce(tx, opinion.id, { no, text, at });
    await this.recordText(tx, opinion, no, text, verdict === 'held');
    return no;
  }

  /** A person looked at a held text and lets it be read. False when nothing was held. */
  async release(tx: Sql, opinion: OpinionRow): Promise<boolean> {
    const held = await this.heldText(tx, opinion.id);
    if (held === null || held.text === null) return false;
    await this.opinions.setVerdict(tx, opinion.id, held.no, 'released');
    if (held.no === 1) {
      if (!(await this.opinions.show(tx, opinion.id, 'held'))) return false;
      await this.countIn(tx, opinion);
    } else {
      await this.opinions.putInForce(tx, opinion.id, {
        no: held.no,
        text: held.text,
        at: held.createdAt,
      });
    }
    await this.record.append(tx, opinion.topicId, [
      {
        act: held.no === 1 ? 'opinion' : 'opinion_edit',
        actor: { role: opinion.role, personId: opinion.authorId },
        body: { ...bodyOf(opinion, held.no), text: held.recordSeq },
      },
    ]);
    await this.showText(tx, opinion.topicId, held);
    return true;
  }

  /** A held newer version is not let through; the opinion keeps its words. False when none was held. */
  async refuseVersion(tx: Sql, opinion: OpinionRow): Promise<boolean> {
    const held = await this.heldText(tx, opinion.id);
    if (held === null || held.no === 1) return false;
    await this.opinions.setVerdict(tx, opinion.id, held.no, 'hidden');
    return true;
  }

  /** Puts a stub in the opinion's place; none of its versions can be read. False when it was not to be seen already. */
  async hide(tx: Sql, opinion: OpinionRow, reason: HideReason): Promise<boolean> {
    if (!(await this.opinions.hide(tx, opinion.id, reason))) return false;
    if (opinion.status === 'visible') await this.opinions.countInTopic(tx, opinion, -1);
    else await this.opinions.countReply(tx, opinion.parentId);
    for (const text of await this.opinions.findTexts(tx, opinion.id)) {
      if (text.verdict === 'held') await this.opinions.setVerdict(tx, opinion.id, text.no, 'hidden');
      if (text.recordSeq !== null) {
        await this.contents.withhold(tx, opinion.topicId, text.recordSeq, OPINION_TEXT);
      }
    }
    return true;
  }

  /** Takes the stub away again; versions that were refused on their own stay unseen. False when it was not hidden. */
  async restore(tx: Sql, opinion: OpinionRow): Promise<boolean> {
    if (opinion.status !== 'hidden' || !(await this.opinions.show(tx, opinion.id, 'hidden'))) return false;
    await this.opinions.countInTopic(tx, opinion, 1);
    for (const text of await this.opinions.findTexts(tx, opinion.id)) {
      const first = text.no === 1 && text.verdict === 'hidden';
      if (first) await this.opinions.setVerdict(tx, opinion.id, text.no, 'released');
      if (first || text.verdict === 'pass' || text.verdict === 'released') {
        await this.showText(tx, opinion.topicId, text);
      }
    }
    return true;
  }

  /** Lets a version be read that was refused on its own. False when a newer one is in force, or it was not refused. */
  async restoreVersion(tx: Sql, opinion: OpinionRow, no: number): Promise<boolean> {
    const texts = await this.opinions.findTexts(tx, opinion.id);
    const refused = texts.find((one) => one.no === no && one.verdict === 'hidden');
    if (refused === undefined || refused.text === null || no <= opinion.textNo) return false;
    const { text, createdAt: at } = refused;
    if (!(await this.opinions.putInForce(tx, opinion.id, { no, text, at }))) return false;
    await this.opinions.setVerdict(tx, opinion.id, no, 'released');
    await this.record.append(tx, opinion.topicId, [
      {
        act: 'opinion_edit',
        actor: { role: opinion.role, personId: opinion.authorId },
        body: { ...bodyOf(opinion, no), text: refused.recordSeq },
      },
    ]);
    await this.showText(tx, opinion.topicId, refused);
    return true;
  }

  /** States on the record what was thought of every opinion, as rows [opinion, agree, disagree, pass]. */
  async recordReactions(tx: Sql, topicId: number): Promise<void> {
    let afterId = 0;
    for (;;) {
      const rows = await this.opinions.findCounters(tx, topicId, afterId, SNAPSHOT_ROWS);
      const last = rows.at(-1);
      if (last === undefined) return;
      afterId = last.id;
      await this.record.append(tx, topicId, [
        {
          act: 'reactions',
          actor: { role: 'product', personId: null },
          body: {
            rows: rows.map(({ id, agree, disagree, pass }) => [
              encodeId('opinion', id),
              agree,
              disagree,
              pass,
            ]),
          },
        },
      ]);
      if (rows.length < SNAPSHOT_ROWS) return;
    }
  }

  private async heldText(tx: Sql, opinionId: number): Promise<OpinionTextRow | null> {
    return (await this.opinions.findTexts(tx, opinionId)).findLast((text) => text.verdict === 'held') ?? null;
  }

  private async countIn(tx: Sql, opinion: Pick<OpinionRow, 'topicId' | 'parentId' | 'stance'>) {
    await this.opinions.countInTopic(tx, opinion, 1);
    await this.opinions.countReply(tx, opinion.parentId);
  }

  private async recordText(tx: Sql, opinion: Recorded, no: number, text: string, held: boolean) {
    const shown = no === 1 ? 'opinion' : 'opinion_edit';
    const [seq] = await this.record.append(tx, opinion.topicId, [
      {
        act: held ? 'opinion_held' : shown,
        actor: { role: opinion.role, personId: opinion.authorId },
        body: bodyOf(opinion, no),
        contents: { [OPINION_TEXT]: text },
        withheld: held,
      },
    ]);
    if (seq !== undefined) await this.opinions.setRecordSeq(tx, opinion.id, no, seq);
  }

  private async showText(tx: Sql, topicId: number, text: OpinionTextRow): Promise<void> {
    if (text.recordSeq !== null) await this.contents.disclose(tx, topicId, text.recordSeq, OPINION_TEXT);
  }
}

/** What everybody may know of an opinion whatever becomes of its words. */
function bodyOf(opinion: Recorded, no: number): JsonObject {
  return {
    opinion: encodeId('opinion', opinion.id),
    no,
    parent: opinion.parentId === FIRST_LEVEL ? null : encodeId('opinion', opinion.parentId),
    stance: opinion.stance,
    channel: opinion.channel,
  };
}
