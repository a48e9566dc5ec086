import { decodeId, encodeId } from '../../common/ids/public-id.js';
import type { SentenceBody } from '../../halls/meetings/meetings.dto.js';
import type { RollChoiceBody } from '../../halls/rolls/rolls.dto.js';
import type { BallotChoice, Stance } from '@jiefang/shared/topics';
import type { Resident } from '../residents.js';
import type { Talk } from './talk.js';
import type { HallTeller, RaisedText, Voter } from './teller.js';

/** Households decide, in the open. */
export const HOUSEHOLDS: RollChoiceBody = {
  source: 'households',
  packCode: 'household_majority',
  secret: false,
};

/** People of one community's hall in the demo. */
export interface Hall {
  /** Verified residents, not those whom a guest takes on. */
  neighbours: readonly Resident[];
  /** Who runs it. */
  staff: number;
}

/** The stretches of the path that most stories share. */
export class HallPaths {
  /** Who has reacted to what: nobody reacts twice. */
  private readonly given = new Set<string>();

  constructor(
    readonly teller: HallTeller,
    readonly hall: Hall,
  ) {}

  /** The n-th neighbour, going round. */
  neighbour(index: number): number {
    const { neighbours } = this.hall;
    const found = neighbours[index % neighbours.length];
    if (found === undefined) throw new Error('a community of the demo city has no verified residents');
    return found.id;
  }

  /** So many neighbours in a row, each once. */
  neighbours(from: number, count: number, but: readonly number[] = []): number[] {
    const { length } = this.hall.neighbours;
    return Array.from({ length }, (_, index) => this.neighbour(from + index))
      .filter((id) => !but.includes(id))
      .slice(0, count);
  }

  /** Raised on an evening, taken up the next morning, open for endorsements at once. */
  async accepted(text: RaisedText, initiator: number, daysAgo: number): Promise<string> {
    const { teller, hall } = this;
    teller.at(daysAgo, 19, 20);
    const id = await teller.raise(initiator, text);
    teller.at(daysAgo - 1, 9, 30);
    await teller.act(hall.staff, id, 'take_up');
    teller.later(15);
    await teller.act(hall.staff, id, 'classify_deep');
    teller.later(2);
    await teller.act(hall.staff, id, 'open_endorsing');
    return id;
  }

  /** Raised, endorsed by enough, and announced four days later. */
  async announced(
    text: RaisedText,
    initiator: number,
    daysAgo: number,
    choice: RollChoiceBody,
    endorsers: readonly number[],
  ): Promise<string> {
    const { teller, hall } = this;
    const id = await this.accepted(text, initiator, daysAgo);
    await teller.endorse(endorsers, id, 170);
    teller.at(daysAgo - 4, 10, 10);
    await teller.announce(hall.staff, id, choice);
    return id;
  }

  /** The notice ends, neighbours talk for some days. Returns the ids of what was said first, in order. */
  async talked(id: string, talk: readonly Talk[], from: number, every = 95): Promise<string[]> {
    const { teller } = this;
    await teller.until((await teller.topic(id)).deliberatesFrom);
    teller.later(8 * 60);
    return this.talk(id, talk, from, every);
  }

  async talk(id: string, talk: readonly Talk[], from: number, every: number): Promise<string[]> {
    const { teller } = this;
    const said: string[] = [];
    let speaker = from;
    for (const { stance, text, replies = [] } of talk) {
      teller.later(every);
      const opinion = await teller.say(this.neighbour(speaker), id, { stance, text });
      said.push(opinion);
      speaker += 1;
      for (const reply of replies) {
        teller.later(Math.round(every / 3));
        await teller.say(this.neighbour(speaker + 3), id, { ...reply, parentId: opinion });
      }
    }
    return said;
  }

  /** Neighbours say what they think of opinions; nobody of their own. */
  async reactions(opinions: readonly string[], count: number): Promise<void> {
    const { teller } = this;
    const { random } = teller;
    const rows = await teller.tx.query<{ id: number; authorId: number }>(
      'SELECT id, author_id AS authorId FROM opinion WHERE id IN (?)',
      [opinions.map((opinion) => decodeId('opinion', opinion))],
    );
    const authors = new Map(rows.map((row) => [encodeId('opinion', row.id), row.authorId]));
    for (let left = count; left > 0; left -= 1) {
      const opinion = random.pick(opinions);
      const { id } = random.pick(this.hall.neighbours);
      const value = random.weighted({ agree: 62, disagree: 24, pass: 14 });
      if (authors.get(opinion) === id || this.given.has(`${opinion}|${id}`)) continue;
      this.given.add(`${opinion}|${id}`);
      await teller.react(id, opinion, { agree: 1, disagree: -1, pass: 0 }[value] as -1 | 0 | 1);
    }
  }

  /** Minutes out of what was said: the first opinion of each side is quoted. They confirm themselves where nobody met. */
  async minuted(id: string, sentences: readonly string[], minority: readonly string[]): Promise<void> {
    const cite = async (stance: Stance): Promise<SentenceBody['cites']> => {
      const [row] = await this.teller.tx.query<{ id: number }>(
        `SELECT id FROM opinion WHERE topic_id = ? AND stance = ? AND status = 'visible' AND parent_id = 0
          ORDER BY id LIMIT 1`,
        [decodeId('topic', id), stance],
      );
      return row === undefined ? [] : [{ kind: 'opinion', id: encodeId('opinion', row.id) }];
    };
    const [first, second] = [await cite('for'), await cite('against')];
    await this.teller.minutes(
      this.hall.staff,
      id,
      sentences.map((text) => ({ text, cites: first })),
      minority.map((text) => ({ text, cites: second })),
    );
  }

  /** The deliberation ends, the minutes are written, the text is frozen on the morning of that day. */
  async finalised(id: string, sentences: readonly string[], minority: readonly string[]): Promise<void> {
    const { teller, hall } = this;
    await teller.until((await teller.topic(id)).deliberatesUntil);
    teller.later(9 * 60);
    await this.minuted(id, sentences, minority);
    teller.later(30);
    await teller.act(hall.staff, id, 'finalise');
  }

  /** The vote is opened and takes place: `choose` says what each member's voter does, null stays away. */
  async voted(
    id: string,
    choose: (voter: Voter, index: number) => BallotChoice | null,
    every = 150,
  ): Promise<Voter[]> {
    const { teller, hall } = this;
    teller.later(25);
    await teller.act(hall.staff, id, 'open_voting');
    const voters = await teller.voters(id);
    const ballots = voters.flatMap((voter, index) => {
      const choice = choose(voter, index);
      return choice === null ? [] : [{ ...voter, choice }];
    });
    await teller.vote(id, ballots, every);
    return voters;
  }

  /** The window ends and the clock counts. */
  async counted(id: string): Promise<void> {
    await this.teller.until((await this.teller.topic(id)).votesUntil);
  }

  /** Publicised at ten on that day; when `effective`, the publication ends without an objection. */
  async publicised(id: string, daysAgo: number, effective: boolean): Promise<void> {
    const { teller, hall } = this;
    teller.at(daysAgo, 10);
    await teller.act(hall.staff, id, 'publicise');
    if (effective) await teller.until((await teller.topic(id)).publicationUntil);
  }
}
