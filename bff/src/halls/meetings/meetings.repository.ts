import { Injectable } from '@nestjs/common';
import type { SpeakerRole, Stance } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import type { StoredMeetingStatus } from './meeting-rules.js';

export interface MeetingRow {
  id: number;
  topicId: number;
  divisionCode: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  agenda: string;
  status: StoredMeetingStatus;
  attendees: number;
  speeches: number;
}

export type SignInMethod = 'qr' | 'paper';

export interface AttendeeRow {
  id: number;
  meetingId: number;
  topicId: number;
  personId: number | null;
  name: string;
  role: SpeakerRole;
  method: SignInMethod;
}

export interface SpeechRow {
  id: number;
  meetingId: number;
  topicId: number;
  no: number;
  attendeeId: number | null;
  speaker: string | null;
  role: SpeakerRole;
  stance: Stance;
  text: string | null;
  attachments: unknown;
  status: 'visible' | 'erased';
}

const MEETING = `SELECT m.id, m.topic_id AS topicId, m.division_code AS divisionCode, m.starts_at AS startsAt,
    m.ends_at AS endsAt, m.place, m.agenda, m.status,
    (SELECT COUNT(*) FROM meeting_attendee a WHERE a.meeting_id = m.id) AS attendees,
    (SELECT COUNT(*) FROM speech s WHERE s.meeting_id = m.id) AS speeches
  FROM meeting m`;
const ATTENDEE = `SELECT a.id, a.meeting_id AS meetingId, m.topic_id AS topicId, a.person_id AS personId, a.name, a.role,
    a.method FROM meeting_attendee a JOIN meeting m ON m.id = a.meeting_id`;

/** SQL of meetings, who came, and what was said. */
@Injectable()
export class MeetingsRepository {
  async insert(
    tx: Sql,
    meeting: Pick<MeetingRow, 'topicId' | 'divisionCode' | 'startsAt' | 'endsAt' | 'place' | 'agenda'>,
    by: number,
    at: Date,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO meeting (topic_id, division_code, starts_at, ends_at, place, agenda, status, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, 'called', ?, ?)`,
      [
        meeting.topicId,
        meeting.divisionCode,
        meeting.startsAt,
        meeting.endsAt,
        meeting.place,
        meeting.agenda,
        by,
        at,
      ],
    );
    return insertId;
  }

  async findById(sql: Sql, id: number): Promise<MeetingRow | null> {
    return (await sql.query<MeetingRow>(`${MEETING} WHERE m.id = ?`, [id])).at(0) ?? null;
  }

  findOf(sql: Sql, topicId: number): Promise<MeetingRow[]> {
    return sql.query<MeetingRow>(`${MEETING} WHERE m.topic_id = ? ORDER BY m.starts_at, m.id`, [topicId]);
  }

  /** Meetings of these that the person signed in to. */
  async findSigned(sql: Sql, meetingIds: readonly number[], personId: number): Promise<Set<number>> {
    if (meetingIds.length === 0) return new Set();
    const rows = await sql.query<{ meetingId: number }>(
      'SELECT meeting_id AS meetingId FROM meeting_attendee WHERE person_id = ? AND meeting_id IN (?)',
      [personId, meetingIds],
    );
    return new Set(rows.map((row) => row.meetingId));
  }

  /** False when the meeting was no longer called. */
  async end(
    tx: Sql,
    id: number,
    to: 'closed' | 'cancelled',
    reason: string | null,
    at: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE meeting SET status = ?, status_reason = ?, closed_at = ? WHERE id = ? AND status = 'called'`,
      [to, reason, at, id],
    );
    return affectedRows === 1;
  }

  /** The attendee's number. A duplicate key says that this person has signed in before. */
  async insertAttendee(
    tx: Sql,
    attendee: Omit<AttendeeRow, 'id' | 'topicId'> & { enteredBy: number | null; at: Date },
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO meeting_attendee (meeting_id, person_id, name, role, method, signed_at, entered_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        attendee.meetingId,
        attendee.personId,
        attendee.name,
        attendee.role,
        attendee.method,
        attendee.at,
        attendee.enteredBy,
      ],
    );
    return insertId;
  }

  findAttendees(sql: Sql, meetingId: number): Promise<AttendeeRow[]> {
    return sql.query<AttendeeRow>(`${ATTENDEE} WHERE a.meeting_id = ? ORDER BY a.id`, [meetingId]);
  }

  /** Everybody who came to a meeting on the topic; one person at two meetings is listed twice. */
  findAttendeesOfTopic(sql: Sql, topicId: number): Promise<AttendeeRow[]> {
    return sql.query<AttendeeRow>(
      `${ATTENDEE} WHERE m.topic_id = ? AND m.status <> 'cancelled' ORDER BY a.id`,
      [topicId],
    );
  }

  async findAttendee(sql: Sql, id: number): Promise<AttendeeRow | null> {
    return (await sql.query<AttendeeRow>(`${ATTENDEE} WHERE a.id = ?`, [id])).at(0) ?? null;
  }

  /** Everything said at the meetings of a topic, in order. */
  findSpeeches(sql: Sql, by: { meetingId: number } | { topicId: number }): Promise<SpeechRow[]> {
    const [column, id] = 'meetingId' in by ? ['s.meeting_id', by.meetingId] : ['s.topic_id', by.topicId];
    return sql.query<SpeechRow>(
      `SELECT s.id, s.meeting_id AS meetingId, s.topic_id AS topicId, s.no, s.attendee_id AS attendeeId,
              s.speaker_name AS speaker, s.role, s.stance, s.text, s.attachments, s.status
         FROM speech s WHERE ${column} = ? ORDER BY s.meeting_id, s.no`,
      [id],
    );
  }

  /** The next number at a meeting. The topic's row is held, so nobody else takes it. */
  async nextSpeechNo(tx: Sql, meetingId: number): Promise<number> {
    const [row] = await tx.query<{ no: number | null }>(
      'SELECT MAX(no) AS no FROM speech WHERE meeting_id = ?',
      [meetingId],
    );
    return (row?.no ?? 0) + 1;
  }

  async insertSpeech(
    tx: Sql,
    speech: Omit<SpeechRow, 'id' | 'status' | 'attachments'> & {
      attachments: readonly number[];
      enteredBy: number;
      at: Date;
    },
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO speech (meeting_id, topic_id, no, attendee_id, speaker_name, role, stance, text, attachments,
         entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        speech.meetingId,
        speech.topicId,
        speech.no,
        speech.attendeeId,
        speech.speaker,
        speech.role,
        speech.stance,
        speech.text,
        JSON.stringify(speech.attachments),
        speech.enteredBy,
        speech.at,
      ],
    );
    return insertId;
  }

  async setRecordSeq(tx: Sql, speechId: number, seq: number): Promise<void> {
    await tx.execute('UPDATE speech SET record_seq = ? WHERE id = ?', [seq, speechId]);
  }
}
