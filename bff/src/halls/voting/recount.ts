import { Injectable } from '@nestjs/common';
import { tally, type BallotsBody, type MarksBody, type Tally, type TallyBody } from '@jiefang/shared/tally';
import canonicalize from 'canonicalize';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { ballotBodies, countedBallots, inputsHash, type BoxContent } from './count-entries.js';
import { CountingRepository } from './counting.repository.js';

export interface RecountResult {
  agrees: boolean;
  /** What does not agree, in sentences. */
  differences: string[];
  /** Counted again from the ballots; null when they cannot be counted. */
  tally: Tally | null;
}

/** Counts a sealed box again from its ballots, and compares: with the marks, the counters, the topic and the record. */
@Injectable()
export class Recount {
  constructor(private readonly boxes: CountingRepository) {}

  /** BOX_STATE before the count: nobody learns early what is in the box. */
  async of(sql: Sql, topic: TopicRow): Promise<RecountResult> {
    const { id, pack, rollId, secret } = topic;
    const box = await this.boxes.findBox(sql, id);
    if (pack === null || rollId === null || topic.tally === null || box === null || box.countedAt === null)
      throw new DomainError('BOX_STATE', {
        message: '还没有计票，不能复核。',
        next: '投票截止并计票后再复核。',
      });
    const roll = await this.boxes.findRoll(sql, rollId);
    const marks = await this.boxes.findMarks(sql, id);
    const content: BoxContent = secret
      ? { secret: true, choices: await this.boxes.findSecret(sql, id) }
      : { secret: false, open: await this.boxes.findOpen(sql, id) };
    const ballots = countedBallots(content);
    const differences: string[] = [];
    const check = (agrees: boolean, sentence: string): void => {
      if (!agrees) differences.push(sentence);
    };

    const areaOf = new Map(roll.map((unit) => [unit.no, unit.area ?? 0]));
    const markedArea = marks.reduce((sum, no) => sum + (areaOf.get(no) ?? 0), 0);
    check(box.marks === marks.length, `票箱记了 ${box.marks} 票参加，逐个数是 ${marks.length} 票。`);
    check(box.markedArea === markedArea, '票箱记的参加面积和逐个相加的不一样。');
    check(
      marks.every((no) => areaOf.has(no)),
      '有不在名册里的参加记录。',
    );
    check(
      content.secret
        ? ballots.length === marks.length
        : same(
            ballots.map((ballot) => ballot.no),
            marks,
          ),
      `有效选票 ${ballots.length} 张，参加的 ${marks.length} 票，对不上。`,
    );

    let counted: Tally | null = null;
    try {
      counted = tally(pack, roll, ballots);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      differences.push('选票和名册对不上，数不出结果。');
    }
    check(same(counted, topic.tally), '按选票重新数的结果，和公布的结果不一样。');
    await this.compareRecord(
      sql,
      id,
      { content, marks, counted, inputs: inputsHash(pack, roll, ballots) },
      check,
    );
    return { agrees: differences.length === 0, differences, tally: counted };
  }

  private async compareRecord(
    sql: Sql,
    topicId: number,
    now: { content: BoxContent; marks: number[]; counted: Tally | null; inputs: string },
    check: (agrees: boolean, sentence: string) => void,
  ): Promise<void> {
    const ballots = await this.boxes.findBodies<BallotsBody>(sql, topicId, 'ballots');
    const marks = await this.boxes.findBodies<MarksBody>(sql, topicId, 'marks');
    const tallies = await this.boxes.findBodies<TallyBody>(sql, topicId, 'tally');
    check(same(ballots, ballotBodies(now.content)), '存证里的选票和票箱里的不一样。');
    check(
      same(
        marks.flatMap((body) => body.members),
        now.marks,
      ),
      '存证里的参加记录和现在的不一样。',
    );
    const [recorded] = tallies;
    check(tallies.length === 1 && same(recorded?.tally, now.counted), '存证里的结果和重新数的不一样。');
    check(recorded?.inputs === now.inputs, '计票时用的名册、规则或选票，和现在的不一样。');
  }
}

function same(one: unknown, other: unknown): boolean {
  return canonicalize(one) === canonicalize(other);
}
