import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import type { AttachmentAccess } from './attachment-access.js';

export interface AttachmentRow {
  id: number;
  divisionCode: string;
  access: AttachmentAccess;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: Buffer;
  createdBy: number;
  createdAt: Date;
}

const COLUMNS = `id, division_code AS divisionCode, access, mime, bytes, width, height, sha256,
  created_by AS createdBy, created_at AS createdAt`;

/** SQL of what is known of uploaded files; their bytes are FileStorage's. */
@Injectable()
export class AttachmentsRepository {
  async insert(sql: Sql, row: Omit<AttachmentRow, 'id'>): Promise<number> {
    const { insertId } = await sql.execute(
      `INSERT INTO attachment (division_code, access, mime, bytes, width, height, sha256, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.divisionCode,
        row.access,
        row.mime,
        row.bytes,
        row.width,
        row.height,
        row.sha256,
        row.createdBy,
        row.createdAt,
      ],
    );
    return insertId;
  }

  async findById(sql: Sql, id: number): Promise<AttachmentRow | null> {
    const rows = await sql.query<AttachmentRow>(`SELECT ${COLUMNS} FROM attachment WHERE id = ?`, [id]);
    return rows[0] ?? null;
  }

  findByIds(sql: Sql, ids: readonly number[]): Promise<AttachmentRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return sql.query<AttachmentRow>(`SELECT ${COLUMNS} FROM attachment WHERE id IN (?) ORDER BY id`, [ids]);
  }
}
