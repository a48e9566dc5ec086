import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { RecordRoots } from '@jiefang/bff/halls/record/record-roots';
import { TopicClock } from '@jiefang/bff/halls/topics/topic-clock';
import { DAY_MS } from '@jiefang/shared/time';
import { topicRule, type TopicAct } from '@jiefang/shared/topics';
import type request from 'supertest';
import { buildHall } from '../../builders/halls.js';
import { visit } from '../../builders/opinions.js';
import { buildPerson, buildResidency, grantRole } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { buildJourneyCity, type JourneyCity } from './city.js';
import type { Driver } from './driver.js';
import type { Scene } from './phones.js';

/** Moderators of the community and of its street, as the demo names them. */
export const MODERATOR = 'moderator';
export const STREET_MODERATOR = 'street-moderator';

/** Endorsers a topic needs in the journeys' hall. */
export const NEEDED = 3;

/** The journeys' city with a hall: neighbours who act over HTTP, and the moderators. */
export interface HallCity extends JourneyCity {
  /** Verified residents of one household each; they and the two on the phones are the roll. */
  neighbours: readonly number[];
  staff: { moderator: number; street: number };
  /** Lets time do to topics what is due. */
  tick(): Promise<void>;
  /** Sets every clock a second past the end of a topic's window; time does nothing of itself. */
  past(topicId: string, window: Window, ...phones: Driver[]): Promise<void>;
}

export type Window =
  'deliberatesFrom' | 'deliberatesUntil' | 'votesUntil' | 'publicationUntil' | 'ratedUntil';

const COLUMNS: Record<Window, string> = {
  deliberatesFrom: 'deliberates_from',
  deliberatesUntil: 'deliberates_until',
  votesUntil: 'votes_until',
  publicationUntil: 'publication_until',
  ratedUntil: 'rated_until',
};

const NEIGHBOURS = ['王大爷', '周姐', '老刘', '李老师', '阿芳', '黄阿婆'];
/** Clocks that act only when a journey says so. */
const HELD = ['topic_clock', 'minutes_clock', 'follow_up_clock', 'record_roots'];

/** Starts a BFF that serves the built H5 client, and builds the city with its hall. */
export async function buildHallCity(): Promise<HallCity> {
  const city = await buildJourneyCity();
  const { app } = city;
  const sql = app.database;
  for (const name of HELD)
    await sql.execute(
      `INSERT INTO job_lease (name, holder, until) VALUES (?, 'the test', '2999-01-01')
       ON DUPLICATE KEY UPDATE holder = VALUES(holder), until = VALUES(until)`,
      [name],
    );
  const moderator = await buildPerson(sql, { openid: 'demo-moderator', nickname: '小罗' });
  const street = await buildPerson(sql, { openid: 'demo-street-moderator', nickname: '老洪' });
  await grantRole(sql, moderator, 'moderator', COMMUNITY);
  await grantRole(sql, street, 'moderator', COMMUNITY.slice(0, 9));
  await buildHall(sql, NEEDED);
  const neighbours: number[] = [];
  for (const [index, nickname] of NEIGHBOURS.entries()) {
    const person = await buildPerson(sql, { nickname });
    await buildResidency(sql, person, COMMUNITY, {
      building: `文昌苑${(index % 3) + 1}栋`,
      room: `10${index}`,
    });
    neighbours.push(person);
  }
  await visit(app, ...neighbours, city.people.verified, city.people.resident);
  return {
    ...city,
    neighbours,
    staff: { moderator, street },
    tick: () => app.app.get(TopicClock).run(),
    async past(topicId, window, ...phones) {
      const [row] = await sql.query<{ until: Date | null }>(
        `SELECT ${COLUMNS[window]} AS until FROM topic WHERE id = ?`,
        [idOf(topicId)],
      );
      if (!row?.until) throw new Error(`The topic has no ${window}`);
      await city.setTime(new Date(row.until.getTime() + 1000), ...phones);
    },
  };
}

/** Writes the root over the records of the day that ended, as the night does. */
export async function nightFalls(city: HallCity, ...phones: Driver[]): Promise<void> {
  await city.setTime(new Date(city.app.clock.now().getTime() + DAY_MS), ...phones);
  await city.app.app.get(RecordRoots).run();
}

/** A topic on its way, and the phones of those who lead it. */
export interface TopicInHall {
  city: HallCity;
  scene: Scene<HallCity>;
  /** 林阿姨, who raised it; 小陈, who is against it at first; the moderators. */
  lin: Driver;
  chen: Driver;
  luo: Driver;
  hong: Driver;
  /** Public id, once it is raised. */
  id: string;
}

/** Page of a topic as residents see it. */
export const topicPage = (id: string): string => `pages-halls/topic/index?id=${id}`;
/** Page of a topic as staff see it. */
export const deskPage = (id: string): string => `pages-hall-desk/topic/index?id=${id}`;

/** The newest topic's public id. */
export async function newestTopic(city: HallCity): Promise<string> {
  const [row] = await city.app.database.query<{ id: number }>('SELECT MAX(id) AS id FROM topic');
  return encodeId('topic', row?.id ?? 0);
}

/** What a topic's row says, its status first. */
export async function topicRow(
  city: HallCity,
  id: string,
): Promise<{
  status: string;
  textNo: number;
  endorsements: number;
  pack: string | null;
  tally: string | null;
}> {
  const [row] = await city.app.database.query<{
    status: string;
    textNo: number;
    endorsements: number;
    pack: string | null;
    tally: string | null;
  }>(
    `SELECT status, text_no AS textNo, endorsements, JSON_UNQUOTE(JSON_EXTRACT(pack, '$.code')) AS pack,
            JSON_EXTRACT(tally, '$.counts') AS tally
       FROM topic WHERE id = ?`,
    [idOf(id)],
  );
  if (row === undefined) throw new Error('no such topic');
  return row;
}

/** The row number behind a topic's public id. */
export function idOf(topicId: string): number {
  return decodeId('topic', topicId);
}

/** An answer over HTTP that must be a success. */
export async function ok<T>(answer: PromiseLike<request.Response>): Promise<T> {
  const { status, body, text } = await answer;
  if (status !== 200 && status !== 201) throw new Error(`${status} ${text}`);
  return body as T;
}

/** Staff carries out an act that only asks whether to. */
export async function deed(staff: Driver, act: TopicAct): Promise<void> {
  await staff.tap(`deed-${act}`);
  await staff.seeId('confirm-deed');
  await staff.tap('confirm-deed');
  await staff.see(`：${topicRule(act).word}，办好了。`);
}
