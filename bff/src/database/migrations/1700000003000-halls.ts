import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const CODE = 'VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

/**
 * 议事厅, first half: halls, topics with their texts, duties and endorsements, rolls, ballots. Instants are UTC DATETIME(3);
 * a `day` is a calendar day in Asia/Shanghai; an area is an integer of hundredths of a square metre. A transaction that
 * changes a topic locks its row in `topic` first and `record_head` last.
 */
const STATEMENTS = [
  // halls ------------------------------------------------------------------------------------------------------------
  `CREATE TABLE hall (
    division_code ${CODE} NOT NULL PRIMARY KEY,
    endorse_threshold INT NOT NULL,
    updated_by BIGINT NULL,
    updated_at DATETIME(3) NOT NULL
  ) ${TABLE}`,
  // In what capacity somebody speaks in a community, and who represents its residents.
  `CREATE TABLE hall_role (
    division_code ${CODE} NOT NULL,
    person_id BIGINT NOT NULL,
    role ${WORD} NOT NULL,
    granted_by BIGINT NOT NULL,
    granted_at DATETIME(3) NOT NULL,
    PRIMARY KEY (division_code, person_id, role),
    KEY hall_role_person (person_id),
    CONSTRAINT hall_role_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
  ) ${TABLE}`,

  // topics -----------------------------------------------------------------------------------------------------------
  // Counters are kept for lists and pages: each can be counted again from its own table. \`version\` is raised by every act;
  // \`endorsed_no\` is the text whose endorsements have reached the threshold.
  `CREATE TABLE topic (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    initiator_id BIGINT NOT NULL,
    track ${WORD} NOT NULL,
    status ${WORD} NOT NULL,
    status_at DATETIME(3) NOT NULL,
    status_reason VARCHAR(300) NULL,
    suspended_from ${WORD} NULL,
    suspended_at DATETIME(3) NULL,
    title VARCHAR(40) NOT NULL,
    text_no INT NOT NULL DEFAULT 1,
    text_hash BINARY(32) NULL,
    shown TINYINT NOT NULL DEFAULT 0,
    merged_into BIGINT NULL,
    endorse_threshold INT NOT NULL,
    endorsements INT NOT NULL DEFAULT 0,
    endorse_until DATETIME(3) NULL,
    endorsed_no INT NULL,
    declined_by BIGINT NULL,
    review_asked_at DATETIME(3) NULL,
    review_text VARCHAR(500) NULL,
    reviewed_at DATETIME(3) NULL,
    stages_at JSON NULL,
    pack JSON NULL,
    secret TINYINT NOT NULL DEFAULT 0,
    roll_id BIGINT NULL,
    deliberates_from DATETIME(3) NULL,
    deliberates_until DATETIME(3) NULL,
    votes_from DATETIME(3) NULL,
    votes_until DATETIME(3) NULL,
    extended TINYINT NOT NULL DEFAULT 0,
    tally JSON NULL,
    publication_until DATETIME(3) NULL,
    effective_on DATE NULL,
    rated_until DATETIME(3) NULL,
    answer VARCHAR(2000) NULL,
    opinions INT NOT NULL DEFAULT 0,
    stance_for INT NOT NULL DEFAULT 0,
    stance_against INT NOT NULL DEFAULT 0,
    stance_neutral INT NOT NULL DEFAULT 0,
    open_objections INT NOT NULL DEFAULT 0,
    late_since DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    KEY topic_hall (division_code, status, id),
    KEY topic_initiator (initiator_id, id),
    KEY topic_endorse_clock (status, endorse_until),
    KEY topic_deliberation_clock (status, deliberates_from),
    KEY topic_vote_clock (status, votes_until),
    KEY topic_publication_clock (status, publication_until),
    KEY topic_rating_clock (status, rated_until),
    KEY topic_status_clock (status, status_at),
    CONSTRAINT topic_person_fk FOREIGN KEY (initiator_id) REFERENCES person (id)
  ) ${TABLE}`,
  `CREATE TABLE topic_text (
    topic_id BIGINT NOT NULL,
    no INT NOT NULL,
    title VARCHAR(40) NOT NULL,
    body VARCHAR(4000) NOT NULL,
    hash BINARY(32) NOT NULL,
    verdict ${WORD} NOT NULL,
    record_seq INT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (topic_id, no),
    CONSTRAINT topic_text_fk FOREIGN KEY (topic_id) REFERENCES topic (id)
  ) ${TABLE}`,
  `CREATE TABLE topic_clock (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    kind ${WORD} NOT NULL,
    started_at DATETIME(3) NOT NULL,
    due_at DATETIME(3) NOT NULL,
    stopped_at DATETIME(3) NULL,
    late_at DATETIME(3) NULL,
    live TINYINT AS (IF(stopped_at IS NULL, 1, NULL)) STORED,
    UNIQUE KEY topic_clock_live (topic_id, kind, live),
    KEY topic_clock_due (live, late_at, due_at)
  ) ${TABLE}`,
  // An endorsement belongs to the text it endorsed. moved_from: the topic whose endorser consented to the merge.
  `CREATE TABLE endorsement (
    topic_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    text_no INT NOT NULL,
    moved_from BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    withdrawn_at DATETIME(3) NULL,
    PRIMARY KEY (topic_id, person_id, text_no),
    KEY endorsement_person (person_id, topic_id)
  ) ${TABLE}`,
  `CREATE TABLE merge_consent (
    topic_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    status ${WORD} NOT NULL,
    asked_at DATETIME(3) NOT NULL,
    answered_at DATETIME(3) NULL,
    PRIMARY KEY (topic_id, person_id),
    KEY merge_consent_person (person_id, status)
  ) ${TABLE}`,

  // rolls ------------------------------------------------------------------------------------------------------------
  `CREATE TABLE owners_import (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    file_name VARCHAR(120) NOT NULL,
    file_hash BINARY(32) NOT NULL,
    owners INT NOT NULL,
    flats INT NOT NULL,
    area BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY owners_import_division (division_code, id)
  ) ${TABLE}`,
  // A flat and the voting unit it belongs to: one owner with all their flats, or all co-owners of the same flats together.
  // A roll of some buildings counts the areas that lie in them.
  `CREATE TABLE owner_flat (
    import_id BIGINT NOT NULL,
    building VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    room VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_no INT NOT NULL,
    area BIGINT NOT NULL,
    PRIMARY KEY (import_id, building, room),
    KEY owner_flat_unit (import_id, unit_no),
    CONSTRAINT owner_flat_area CHECK (area > 0)
  ) ${TABLE}`,
  `CREATE TABLE owner_person (
    import_id BIGINT NOT NULL,
    unit_no INT NOT NULL,
    seq SMALLINT NOT NULL,
    capacity ${WORD} NOT NULL,
    name_cipher VARBINARY(240) NOT NULL,
    phone_hash BINARY(32) NULL,
    PRIMARY KEY (import_id, unit_no, seq)
  ) ${TABLE}`,
  `CREATE TABLE roll (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    source ${WORD} NOT NULL,
    size INT NOT NULL,
    area BIGINT NULL,
    hash BINARY(32) NOT NULL,
    frozen_by BIGINT NOT NULL,
    frozen_at DATETIME(3) NOT NULL,
    UNIQUE KEY roll_topic (topic_id),
    CONSTRAINT roll_somebody CHECK (size > 0)
  ) ${TABLE}`,
  // \`commitment\` = SHA-256(salt, label): what the record shows of a member.
  `CREATE TABLE roll_member (
    roll_id BIGINT NOT NULL,
    no INT NOT NULL,
    building VARCHAR(40) NOT NULL DEFAULT '',
    label_cipher VARBINARY(600) NOT NULL,
    area BIGINT NULL,
    salt BINARY(16) NOT NULL,
    commitment BINARY(32) NOT NULL,
    PRIMARY KEY (roll_id, no)
  ) ${TABLE}`,
  // Who may speak for a member: themselves, one of a household, a co-owner, a proxy. An owner who has no account yet is
  // found by their phone once they bind it: the member is frozen, the account that speaks for it is not.
  `CREATE TABLE roll_voter (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    roll_id BIGINT NOT NULL,
    member_no INT NOT NULL,
    capacity ${WORD} NOT NULL,
    person_id BIGINT NULL,
    phone_hash BINARY(32) NULL,
    UNIQUE KEY roll_voter_person (roll_id, person_id, member_no),
    KEY roll_voter_of_person (person_id, roll_id),
    KEY roll_voter_phone (phone_hash, roll_id)
  ) ${TABLE}`,

  // voting -----------------------------------------------------------------------------------------------------------
  // One row a topic that is voted on: the lock of its ballots. Secret choices are not counted here before the count.
  `CREATE TABLE ballot_box (
    topic_id BIGINT NOT NULL PRIMARY KEY,
    marks INT NOT NULL DEFAULT 0,
    marked_area BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 0,
    counted_at DATETIME(3) NULL
  ) ${TABLE}`,
  // That a member took part. The key is the guarantee.
  `CREATE TABLE ballot_mark (
    topic_id BIGINT NOT NULL,
    member_no INT NOT NULL,
    channel ${WORD} NOT NULL,
    PRIMARY KEY (topic_id, member_no)
  ) ${TABLE}`,
  // Open ballots, append-only; the highest seq of a member counts.
  `CREATE TABLE open_ballot (
    topic_id BIGINT NOT NULL,
    member_no INT NOT NULL,
    seq INT NOT NULL,
    choice ${WORD} NOT NULL,
    channel ${WORD} NOT NULL,
    receipt BINARY(10) NOT NULL,
    cast_by BIGINT NULL,
    cast_at DATETIME(3) NOT NULL,
    PRIMARY KEY (topic_id, member_no, seq)
  ) ${TABLE}`,
  // Secret ballots: a random key orders the rows, so that neither order nor time is kept.
  `CREATE TABLE secret_ballot (
    topic_id BIGINT NOT NULL,
    token BINARY(16) NOT NULL,
    choice ${WORD} NOT NULL,
    PRIMARY KEY (topic_id, token)
  ) ${TABLE}`,
  `CREATE TRIGGER open_ballot_no_update BEFORE UPDATE ON open_ballot FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'open_ballot is append-only'`,
  `CREATE TRIGGER open_ballot_no_delete BEFORE DELETE ON open_ballot FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'open_ballot is append-only'`,
  // A ballot or an opinion taken by phone or on paper: entered by one member of staff, read again by another.
  `CREATE TABLE assisted_entry (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    topic_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    kind ${WORD} NOT NULL,
    channel ${WORD} NOT NULL,
    photo_id BIGINT NOT NULL,
    member_no INT NULL,
    content_cipher VARBINARY(6000) NOT NULL,
    status ${WORD} NOT NULL,
    refuse_reason VARCHAR(200) NULL,
    entered_by BIGINT NOT NULL,
    entered_at DATETIME(3) NOT NULL,
    decided_by BIGINT NULL,
    decided_at DATETIME(3) NULL,
    opinion_id BIGINT NULL,
    KEY assisted_entry_topic (topic_id, status, id),
    KEY assisted_entry_queue (status, division_code, id)
  ) ${TABLE}`,
];

export class Halls1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = STATEMENTS.map((s) => /^CREATE TABLE (\w+)/.exec(s)?.[1]).filter((n) => n !== undefined);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
