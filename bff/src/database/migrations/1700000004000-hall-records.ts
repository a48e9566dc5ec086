import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const CODE = 'VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

/**
 * 议事厅, second half: opinions, meetings and minutes, what follows a decision, moderation, attachments, and the record of
 * every act.
 */
const STATEMENTS = [
  // opinions ---------------------------------------------------------------------------------------------------------
  // parent_id 0 is the first level, so that one key serves a page of either level in every order.
  `CREATE TABLE opinion (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    parent_id BIGINT NOT NULL DEFAULT 0,
    author_id BIGINT NULL,
    author_name VARCHAR(40) NULL,
    role ${WORD} NOT NULL,
    channel ${WORD} NOT NULL DEFAULT 'app',
    stance ${WORD} NOT NULL,
    status ${WORD} NOT NULL,
    text VARCHAR(1000) NULL,
    text_no INT NOT NULL DEFAULT 1,
    record_seq INT NULL,
    hide_reason ${WORD} NULL,
    agree INT NOT NULL DEFAULT 0,
    disagree INT NOT NULL DEFAULT 0,
    pass INT NOT NULL DEFAULT 0,
    contested INT AS (LEAST(agree, disagree)) STORED,
    replies INT NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    listed TINYINT AS (IF(status IN ('visible', 'hidden', 'erased'), 1, 0)) STORED,
    KEY opinion_newest (topic_id, parent_id, listed, id),
    KEY opinion_agreed (topic_id, parent_id, listed, agree, id),
    KEY opinion_contested (topic_id, parent_id, listed, contested, id),
    KEY opinion_author (author_id, id),
    CONSTRAINT opinion_topic_fk FOREIGN KEY (topic_id) REFERENCES topic (id)
  ) ${TABLE}`,
  `CREATE TABLE opinion_text (
    opinion_id BIGINT NOT NULL,
    no INT NOT NULL,
    text VARCHAR(1000) NULL,
    verdict ${WORD} NOT NULL,
    record_seq INT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (opinion_id, no)
  ) ${TABLE}`,
  `CREATE TABLE opinion_reaction (
    opinion_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    value TINYINT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (opinion_id, person_id),
    KEY opinion_reaction_person (person_id, opinion_id)
  ) ${TABLE}`,
  // A deliberation that was brought in from elsewhere; the key keeps a second import of the same export out.
  `CREATE TABLE opinion_import (
    division_code ${CODE} NOT NULL,
    content_hash BINARY(32) NOT NULL,
    topic_id BIGINT NOT NULL,
    imported_at DATETIME(3) NOT NULL,
    PRIMARY KEY (division_code, content_hash)
  ) ${TABLE}`,
  // How many texts of a kind a person published on a day; the key makes the limit exact.
  `CREATE TABLE post_quota (
    person_id BIGINT NOT NULL,
    day DATE NOT NULL,
    kind ${WORD} NOT NULL,
    used INT NOT NULL,
    PRIMARY KEY (person_id, day, kind)
  ) ${TABLE}`,

  // meetings and minutes ---------------------------------------------------------------------------------------------
  `CREATE TABLE meeting (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    place VARCHAR(80) NOT NULL,
    agenda VARCHAR(1000) NOT NULL,
    status ${WORD} NOT NULL,
    status_reason VARCHAR(200) NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    closed_at DATETIME(3) NULL,
    KEY meeting_topic (topic_id, starts_at)
  ) ${TABLE}`,
  `CREATE TABLE meeting_attendee (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    person_id BIGINT NULL,
    name VARCHAR(40) NOT NULL,
    role ${WORD} NOT NULL,
    method ${WORD} NOT NULL,
    signed_at DATETIME(3) NOT NULL,
    entered_by BIGINT NULL,
    UNIQUE KEY meeting_attendee_person (meeting_id, person_id),
    KEY meeting_attendee_of_person (person_id)
  ) ${TABLE}`,
  `CREATE TABLE speech (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    meeting_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    no INT NOT NULL,
    attendee_id BIGINT NULL,
    speaker_name VARCHAR(40) NULL,
    role ${WORD} NOT NULL,
    stance ${WORD} NOT NULL,
    text VARCHAR(2000) NULL,
    attachments JSON NOT NULL,
    status ${WORD} NOT NULL DEFAULT 'visible',
    record_seq INT NULL,
    entered_by BIGINT NOT NULL,
    entered_at DATETIME(3) NOT NULL,
    UNIQUE KEY speech_no (meeting_id, no),
    KEY speech_topic (topic_id, id)
  ) ${TABLE}`,
  `CREATE TABLE minutes (
    topic_id BIGINT NOT NULL,
    no INT NOT NULL,
    sentences JSON NOT NULL,
    minority JSON NOT NULL,
    status ${WORD} NOT NULL,
    written_by BIGINT NOT NULL,
    written_at DATETIME(3) NOT NULL,
    sent_at DATETIME(3) NULL,
    confirm_until DATETIME(3) NULL,
    confirmed_at DATETIME(3) NULL,
    PRIMARY KEY (topic_id, no),
    KEY minutes_clock (status, confirm_until)
  ) ${TABLE}`,
  `CREATE TABLE minutes_confirmation (
    topic_id BIGINT NOT NULL,
    no INT NOT NULL,
    attendee_id BIGINT NOT NULL,
    agrees TINYINT NOT NULL,
    comment VARCHAR(500) NULL,
    method ${WORD} NOT NULL,
    photo_id BIGINT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (topic_id, no, attendee_id)
  ) ${TABLE}`,

  // after the decision -----------------------------------------------------------------------------------------------
  `CREATE TABLE topic_objection (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    person_id BIGINT NOT NULL,
    text VARCHAR(1000) NULL,
    status ${WORD} NOT NULL,
    answer VARCHAR(1000) NULL,
    answered_by BIGINT NULL,
    answered_at DATETIME(3) NULL,
    record_seq INT NULL,
    created_at DATETIME(3) NOT NULL,
    live TINYINT AS (IF(status IN ('held', 'open'), 1, NULL)) STORED,
    UNIQUE KEY topic_objection_live (topic_id, person_id, live),
    KEY topic_objection_topic (topic_id, id),
    KEY topic_objection_queue (status, division_code, id)
  ) ${TABLE}`,
  `CREATE TABLE follow_up (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    title VARCHAR(80) NOT NULL,
    responsible VARCHAR(60) NOT NULL,
    due_on DATE NOT NULL,
    status ${WORD} NOT NULL,
    done_on DATE NULL,
    drop_reason VARCHAR(300) NULL,
    ratings INT NOT NULL DEFAULT 0,
    stars INT NOT NULL DEFAULT 0,
    reminded_at DATETIME(3) NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY follow_up_topic (topic_id, id),
    KEY follow_up_hall (division_code, status, due_on, id),
    KEY follow_up_clock (status, reminded_at, due_on)
  ) ${TABLE}`,
  `CREATE TABLE follow_up_progress (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    follow_up_id BIGINT NOT NULL,
    text VARCHAR(1000) NOT NULL,
    photos JSON NOT NULL,
    by_id BIGINT NOT NULL,
    at DATETIME(3) NOT NULL,
    KEY follow_up_progress_of (follow_up_id, id)
  ) ${TABLE}`,
  `CREATE TABLE follow_up_rating (
    follow_up_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    stars TINYINT NOT NULL,
    comment VARCHAR(300) NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (follow_up_id, person_id),
    CONSTRAINT follow_up_rating_stars CHECK (stars BETWEEN 1 AND 5)
  ) ${TABLE}`,

  // moderation -------------------------------------------------------------------------------------------------------
  // A subject has one open case at a time; \`live\` ends with the decision.
  `CREATE TABLE moderation_case (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    topic_id BIGINT NOT NULL,
    subject_kind ${WORD} NOT NULL,
    subject_id BIGINT NOT NULL,
    subject_no INT NOT NULL DEFAULT 1,
    author_id BIGINT NULL,
    source ${WORD} NOT NULL,
    verdict ${WORD} NULL,
    status ${WORD} NOT NULL,
    reports INT NOT NULL DEFAULT 0,
    claimed_by BIGINT NULL,
    claimed_at DATETIME(3) NULL,
    decision ${WORD} NULL,
    reason ${WORD} NULL,
    words VARCHAR(300) NULL,
    decided_by BIGINT NULL,
    decided_at DATETIME(3) NULL,
    appeal VARCHAR(500) NULL,
    appealed_by BIGINT NULL,
    appealed_at DATETIME(3) NULL,
    appeal_decision ${WORD} NULL,
    appeal_words VARCHAR(300) NULL,
    appeal_decided_by BIGINT NULL,
    appeal_decided_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    live TINYINT AS (IF(status IN ('open', 'claimed'), 1, NULL)) STORED,
    UNIQUE KEY moderation_case_live (subject_kind, subject_id, live),
    KEY moderation_case_queue (division_code, status, id),
    KEY moderation_case_subject (subject_kind, subject_id, id),
    KEY moderation_case_author (author_id, id)
  ) ${TABLE}`,
  `CREATE TABLE moderation_report (
    case_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    reason ${WORD} NOT NULL,
    text VARCHAR(300) NOT NULL DEFAULT '',
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (case_id, person_id)
  ) ${TABLE}`,

  // attachments ------------------------------------------------------------------------------------------------------
  `CREATE TABLE attachment (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    access ${WORD} NOT NULL,
    mime VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bytes INT NOT NULL,
    width INT NULL,
    height INT NULL,
    sha256 BINARY(32) NOT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL
  ) ${TABLE}`,
  `CREATE TABLE attachment_content (
    attachment_id BIGINT NOT NULL PRIMARY KEY,
    content MEDIUMBLOB NOT NULL,
    CONSTRAINT attachment_content_fk FOREIGN KEY (attachment_id) REFERENCES attachment (id)
  ) ${TABLE}`,

  // the record -------------------------------------------------------------------------------------------------------
  `CREATE TABLE record_head (
    topic_id BIGINT NOT NULL PRIMARY KEY,
    seq INT NOT NULL,
    hash BINARY(32) NOT NULL
  ) ${TABLE}`,
  // \`entry\` is the canonical JSON that was hashed, without its hash.
  `CREATE TABLE record_entry (
    topic_id BIGINT NOT NULL,
    seq INT NOT NULL,
    at DATETIME(3) NOT NULL,
    act ${WORD} NOT NULL,
    entry MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    hash BINARY(32) NOT NULL,
    PRIMARY KEY (topic_id, seq)
  ) ${TABLE}`,
  `CREATE TRIGGER record_entry_no_update BEFORE UPDATE ON record_entry FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_entry is append-only'`,
  `CREATE TRIGGER record_entry_no_delete BEFORE DELETE ON record_entry FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_entry is append-only'`,
  // Texts that an entry commits to by SHA-256(salt, text); what the law makes us erase goes, the commitment stays.
  `CREATE TABLE record_content (
    topic_id BIGINT NOT NULL,
    seq INT NOT NULL,
    name ${WORD} NOT NULL,
    salt BINARY(16) NULL,
    text TEXT NULL,
    state ${WORD} NOT NULL,
    changed_at DATETIME(3) NULL,
    PRIMARY KEY (topic_id, seq, name)
  ) ${TABLE}`,
  `CREATE TABLE record_root (
    day DATE NOT NULL PRIMARY KEY,
    leaves INT NOT NULL,
    root BINARY(32) NOT NULL,
    made_at DATETIME(3) NOT NULL
  ) ${TABLE}`,
  // The head of every topic as it stood when the day's root was made; \`no\` is the leaf's place in the tree.
  `CREATE TABLE record_leaf (
    day DATE NOT NULL,
    no INT NOT NULL,
    topic_id BIGINT NOT NULL,
    seq INT NOT NULL,
    hash BINARY(32) NOT NULL,
    PRIMARY KEY (day, no),
    KEY record_leaf_topic (topic_id, day)
  ) ${TABLE}`,
];

export class HallRecords1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = STATEMENTS.map((s) => /^CREATE TABLE (\w+)/.exec(s)?.[1]).filter((n) => n !== undefined);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
