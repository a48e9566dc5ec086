import { Injectable } from '@nestjs/common';
import { participationOf, type BuildingShare, type Participation } from '@jiefang/shared/tally';
import type { Sql } from '../../database/database.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { CountingRepository } from './counting.repository.js';

/** Everybody looks at the same few topics while they vote; so long a look serves all. */
const FRESH_MS = 1000;
const MAX_KEPT = 200;
const NOBODY: Participation = {
  heads: { done: 0, total: 0, needed: null, met: true },
  area: null,
  buildings: [],
  sentences: [],
};

/** Who took part so far, for everybody to see. It is made of marks alone and knows no choice. */
@Injectable()
export class ParticipationShown {
  private readonly kept = new Map<number, { until: number; shares: Promise<BuildingShare[]> }>();

  constructor(private readonly boxes: CountingRepository) {}

  /** At most a second old; nobody while the topic has no roll. */
  async of(sql: Sql, { id, pack, rollId }: TopicRow): Promise<Participation> {
    if (pack === null || rollId === null) return NOBODY;
    return participationOf(pack, await this.shares(sql, id, rollId));
  }

  private shares(sql: Sql, topicId: number, rollId: number): Promise<BuildingShare[]> {
    const known = this.kept.get(topicId);
    if (known !== undefined && performance.now() < known.until) return known.shares;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const shares = this.boxes.findShares(sql, topicId, rollId);
    this.kept.set(topicId, { until: performance.now() + FRESH_MS, shares });
    shares.catch(() => this.kept.delete(topicId));
    return shares;
  }
}
