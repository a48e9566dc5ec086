import { Injectable } from '@nestjs/common';
import { CERTIFICATE_PUBLICATION_DAYS } from '@jiefang/shared/hours';
import { addDays } from '@jiefang/shared/time';
import type { TaskKind } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';

/** A service that may stand on a certificate, its adjustments counted in. */
export interface CertifiableService {
  /** 'YYYY-MM-DD' */
  day: string;
  content: string;
  kind: TaskKind;
  /** At least 1. */
  minutes: number;
}

interface Row {
  id: number;
  correctsId: number | null;
  day: string;
  content: string;
  kind: TaskKind | null;
  minutes: number;
  ready: number;
}

/** Which hours may stand on a certificate: recorded ones whose publication began at least seven days ago. */
@Injectable()
export class CertifiableHours {
  /**
   * The services of a person from one day to another, oldest first. Minutes that are being taken back count as taken
   * back from the moment that staff said so; minutes that are being added count once they are recorded.
   */
  async of(
    sql: Sql,
    personId: number,
    span: { from: string; to: string },
    today: string,
  ): Promise<CertifiableService[]> {
    const rows = await sql.query<Row>(
      `SELECT i.id, i.corrects_id AS correctsId, i.day, i.content, t.kind, i.minutes,
              (i.status = 'recorded' AND i.publicised_on <= ?) AS ready
         FROM hours_item i LEFT JOIN claim c ON c.id = i.claim_id LEFT JOIN task t ON t.id = c.task_id
        WHERE i.person_id = ? AND i.day BETWEEN ? AND ? AND i.status <> 'reversed' ORDER BY i.day, i.id`,
      [addDays(today, -CERTIFICATE_PUBLICATION_DAYS), personId, span.from, span.to],
    );
    const change = new Map<number, number>();
    for (const { correctsId, minutes, ready } of rows) {
      if (correctsId !== null && (ready === 1 || minutes < 0)) {
        change.set(correctsId, (change.get(correctsId) ?? 0) + minutes);
      }
    }
    return rows
      .filter((row) => row.correctsId === null && row.ready === 1)
      .map(({ id, day, content, kind, minutes }) => ({
        day,
        content,
        kind: kind ?? 'other',
        minutes: minutes + (change.get(id) ?? 0),
      }))
      .filter((service) => service.minutes > 0);
  }
}
