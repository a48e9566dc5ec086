import { daysBetween, DAY_MS, shanghaiDay } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import { fillersOf } from '../city.js';
import { writePastNotices } from '../notices.js';
import { YANAN } from '../people.js';
import { Random } from '../random.js';
import { openBackstage } from './backstage.js';
import { HallPaths } from './paths.js';
import { laterTalk, laterVote } from './present-stories.js';
import { guestsOf, lastRows, takeNotices, type HallsCity } from './seed.js';
import { HallTeller, type RaisedText } from './teller.js';
import { LATER_TALKS, LATER_VOTES } from './texts.js';

/**
 * Keeps the 议事厅 alive on a later start: when nothing is being voted on any more, or nothing talked over, neighbours
 * have raised something new meanwhile. What time has done to the other topics is the product's own to do. Returns how
 * many topics were added.
 */
export async function topUpHalls(tx: Sql, city: HallsCity): Promise<number> {
  const { residents, now } = city;
  // Installed before there were halls.
  if (!residents.some((one) => one.openid === 'demo-moderator')) return 0;
  const soon = new Date(now.getTime() + DAY_MS);
  const [running] = await tx.query<{ votes: number; talks: number }>(
    `SELECT SUM(status = 'voting' AND votes_until > ?) AS votes,
            SUM(status = 'deliberating' AND deliberates_until > ?) AS talks FROM topic WHERE division_code = ?`,
    [soon, soon, YANAN],
  );
  const vote = Number(running?.votes ?? 0) === 0 ? await unused(tx, LATER_VOTES) : null;
  const talk = Number(running?.talks ?? 0) === 0 ? await unused(tx, LATER_TALKS) : null;
  if (vote === null && talk === null) return 0;

  const before = await lastRows(tx);
  const stage = await openBackstage(tx, city);
  try {
    // Another sequence every day, or each start would repeat the one before.
    const random = new Random(daysBetween('2026-01-01', shanghaiDay(now)));
    const guests = guestsOf(residents);
    const paths = new HallPaths(new HallTeller(tx, stage, random, now), {
      neighbours: fillersOf(residents).filter((one) => one.communityCode === YANAN),
      staff: guests.moderator,
    });
    if (vote !== null) await laterVote(paths, guests, vote);
    if (talk !== null) await laterTalk(paths, guests, talk);
  } finally {
    await stage.close();
  }
  await writePastNotices(tx, await takeNotices(tx, before.outbox, now));
  return (vote === null ? 0 : 1) + (talk === null ? 0 : 1);
}

/** The first text that nobody has raised yet. */
async function unused(tx: Sql, texts: readonly RaisedText[]): Promise<RaisedText | null> {
  const rows = await tx.query<{ title: string }>('SELECT title FROM topic WHERE title IN (?)', [
    texts.map((text) => text.title),
  ]);
  const raised = new Set(rows.map((row) => row.title));
  return texts.find((text) => !raised.has(text.title)) ?? null;
}
