import { randomBytes } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import {
  countedBallots,
  countEntries,
  inputsHash,
  type BoxContent,
} from '@jiefang/bff/halls/voting/count-entries';
import { hashRoll, memberLine, type RollMember } from '@jiefang/bff/halls/rolls/roll-members';
import type { JsonObject } from '@jiefang/bff/halls/record/record-chain';
import { RecordContents } from '@jiefang/bff/halls/record/record-contents';
import { RecordRoots } from '@jiefang/bff/halls/record/record-roots';
import { RecordWriter, type RecordAct } from '@jiefang/bff/halls/record/record-writer';
import { rulePack, type RulePack } from '@jiefang/shared/rule-packs';
import { tally } from '@jiefang/shared/tally';
import { BALLOT_CHOICES, type BallotChoice } from '@jiefang/shared/topics';
import { buildTopic } from './halls.js';
import { buildPerson } from './people.js';
import type { TestApp } from '../support/app.js';

/** Appends acts to a topic's record in one transaction; returns their numbers. */
export function append(app: TestApp, topicId: number, acts: readonly RecordAct[]): Promise<number[]> {
  return app.database.transaction((tx) => app.app.get(RecordWriter).append(tx, topicId, acts));
}

/** The record as anyone downloads it, line by line. */
export async function exported(app: TestApp, topicId: number): Promise<string[]> {
  const answer = await fetch(`${app.url}/api/v1/topics/${encodeId('topic', topicId)}/record.ndjson`);
  if (answer.status !== 200) throw new Error(`the export answers ${answer.status}`);
  return (await answer.text()).trimEnd().split('\n');
}

const NOBODY = { role: 'product', personId: null };

/** An opinion as the record has it. */
export function opinion(personId: number | null, text: string, more: Partial<RecordAct> = {}): RecordAct {
  return {
    act: 'opinion',
    actor: { role: 'resident', personId },
    body: { opinion: 'abc', no: 1, parent: null, stance: 'for', channel: 'app' },
    contents: { text },
    ...more,
  };
}

/** Acts of a whole vote: the announcement, its roll, the ballots, the count. */
export function voteActs(size: number, secret: boolean): RecordAct[] {
  const pack = rulePack('household_majority') as RulePack;
  const members: RollMember[] = Array.from({ length: size }, (_, index) => ({
    key: `m${index}`,
    building: `${1 + (index % 3)}幢`,
    label: `住户 ${index + 1}`,
    area: null,
    voters: [],
    no: index + 1,
    salt: Buffer.alloc(16, index),
    commitment: randomBytes(32),
  }));
  const lines = members.map(memberLine);
  const voted = members.filter((_, index) => index % 4 !== 3).map((member) => member.no);
  const choiceOf = (no: number): BallotChoice => BALLOT_CHOICES[no % 5 === 0 ? 1 : no % 7 === 0 ? 2 : 0];
  const content: BoxContent = secret
    ? { secret: true, choices: voted.map(choiceOf) }
    : {
        secret: false,
        open: voted.map((no) => ({
          no,
          seq: 1,
          choice: choiceOf(no),
          channel: 'app',
          receipt: randomBytes(10),
        })),
      };
  const roll = members.map(({ no, area, building }) => ({ no, area, building }));
  const ballots = countedBallots(content);
  const half = Math.ceil(size / 2);
  const by = { role: 'moderator', personId: 1 };
  return [
    {
      act: 'announce',
      actor: by,
      body: {
        roll: {
          source: 'households',
          size,
          area: null,
          hash: hashRoll(members).toString('hex'),
          buildings: null,
        },
        pack: pack as unknown as JsonObject,
        secret,
      },
    },
    { act: 'roll_members', actor: by, body: { members: lines.slice(0, half) } },
    { act: 'roll_members', actor: by, body: { members: lines.slice(half) } },
    { act: 'open_voting', actor: by, body: { from: 'finalised', to: 'voting' } },
    ...countEntries(content, voted, {
      pack,
      inputs: inputsHash(pack, roll, ballots),
      tally: tally(pack, roll, ballots),
    }),
    { act: 'count', actor: { role: 'clock', personId: null }, body: { passed: true } },
  ];
}

/** Topics whose records differ in shape: words shown, withheld and erased; open and secret votes; daily roots; nothing. */
export async function buildRecords(app: TestApp): Promise<Record<string, number>> {
  const person = await buildPerson(app.database);
  const contents = app.app.get(RecordContents);
  const topics: Record<string, number> = {};
  for (const name of ['empty', 'single', 'words', 'open', 'secret', 'rooted']) {
    topics[name] = await buildTopic(
      app.database,
      { status: 'deliberating' },
      name === 'empty' ? undefined : app,
    );
  }
  const of = (name: string): number => topics[name] as number;
  const words = of('words');
  const [shown, held, hidden, gone] = (await append(app, words, [
    opinion(person, '同意建在东门，离楼远，离配电房近。'),
    opinion(person, '先等人工看看。', { act: 'opinion_held', withheld: true }),
    opinion(null, '骂人的话'),
    opinion(person, '我家住 3 幢 502，电话 13800000000'),
    opinion(person, '😀'.repeat(40)),
    opinion(person, ''),
    { act: 'endorse', actor: { role: 'resident', personId: person }, body: { no: 1 } },
    { act: 'rating', actor: { role: 'resident', personId: person }, body: { stars: 5 } },
  ])) as [number, number, number, number];
  await app.database.transaction(async (tx) => {
    await contents.disclose(tx, words, held, 'text');
    await contents.withhold(tx, words, hidden, 'text');
    await contents.withhold(tx, words, shown, 'text');
    await contents.disclose(tx, words, shown, 'text');
    await contents.erase(tx, words, [{ seq: gone, name: 'text' }], {
      actor: { role: 'administrator', personId: person },
      subject: 'opinion',
      legalBasis: '个人信息保护法第四十七条',
    });
  });
  await append(app, of('open'), voteActs(23, false));
  await append(app, of('secret'), voteActs(12, true));
  const roots = app.app.get(RecordRoots);
  for (const day of ['2026-11-25', '2026-11-26', '2026-11-27']) {
    await append(app, of('rooted'), [
      opinion(person, `第 ${day} 天的话`),
      { act: 'reactions', actor: NOBODY, body: { rows: [] } },
    ]);
    app.clock.set(`${day}T16:06:00Z`);
    await roots.run();
  }
  return topics;
}
