import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/**
 * Where the bytes of uploaded files are kept. They lie in the database: replicas have nothing else in common, and a file
 * is there exactly when the row that names it is. Another store replaces this class and nothing else.
 */
@Injectable()
export class FileStorage {
  /** Keeps a file's bytes within the transaction that inserts its row. */
  async put(tx: Sql, attachmentId: number, content: Buffer): Promise<void> {
    await tx.execute('INSERT INTO attachment_content (attachment_id, content) VALUES (?, ?)', [
      attachmentId,
      content,
    ]);
  }

  /** The bytes, or null when there are none. */
  async get(sql: Sql, attachmentId: number): Promise<Buffer | null> {
    const rows = await sql.query<{ content: Buffer }>(
      'SELECT content FROM attachment_content WHERE attachment_id = ?',
      [attachmentId],
    );
    return rows[0]?.content ?? null;
  }
}
