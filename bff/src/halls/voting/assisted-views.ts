import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { Attachments } from '../attachments/attachments.js';
import { openContent } from './assisted-content.js';
import { AssistedRepository, type AssistedRow } from './assisted.repository.js';
import type { AssistedPersonView, AssistedView } from './voting.dto.js';

/** Assisted entries as staff see them. What was read shows to the one who entered it alone, as long as it waits. */
@Injectable()
export class AssistedViews {
  constructor(
    private readonly entries: AssistedRepository,
    private readonly attachments: Attachments,
    private readonly cipher: FieldCipher,
  ) {}

  async one(sql: Sql, id: number, viewerId: number, receipt: string | null = null): Promise<AssistedView> {
    const row = await this.entries.findById(sql, id);
    const [view] = row === null ? [] : await this.of(sql, [row], viewerId);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return { ...view, receipt };
  }

  async of(sql: Sql, rows: readonly AssistedRow[], viewerId: number): Promise<AssistedView[]> {
    const photos = await this.attachments.viewsOf(
      sql,
      rows.map((row) => row.photoId),
    );
    const labels = await this.labelsOf(sql, rows);
    return rows.flatMap((row) => {
      const photo = photos.get(row.photoId);
      return photo === undefined ? [] : [this.view(row, photo, labels, viewerId)];
    });
  }

  private view(
    row: AssistedRow,
    photo: AssistedView['photo'],
    labels: ReadonlyMap<number, string>,
    viewerId: number,
  ): AssistedView {
    const isOwn = row.enteredBy === viewerId;
    const isWaiting = row.status === 'waiting';
    const person = (id: number | null, name: string | null): AssistedPersonView | null =>
      id === null ? null : { nickname: name ?? '街坊', me: id === viewerId };
    return {
      id: encodeId('assisted', row.id),
      kind: row.kind,
      channel: row.channel,
      photo,
      member: row.memberNo,
      label: row.memberNo === null ? null : (labels.get(row.memberNo) ?? null),
      content: isOwn && isWaiting ? openContent(this.cipher, row.contentCipher) : null,
      status: row.status,
      refuseReason: row.refuseReason,
      enteredBy: person(row.enteredBy, row.enteredByName) ?? { nickname: '街坊', me: false },
      enteredAt: row.enteredAt.toISOString(),
      decidedBy: person(row.decidedBy, row.decidedByName),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      receipt: null,
      actions: isWaiting ? (isOwn ? ['refuse'] : ['confirm', 'refuse']) : [],
    };
  }

  /** All rows are of one topic. */
  private async labelsOf(sql: Sql, rows: readonly AssistedRow[]): Promise<Map<number, string>> {
    const [first] = rows;
    const members = rows.flatMap((row) => (row.memberNo === null ? [] : [row.memberNo]));
    if (first === undefined || members.length === 0) return new Map();
    const labels = await this.entries.findLabels(sql, first.topicId, members);
    return new Map(labels.map(({ no, labelCipher }) => [no, this.cipher.decrypt(labelCipher)]));
  }
}
