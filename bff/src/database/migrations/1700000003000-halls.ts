import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const CODE = 'VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

/**
 * 议事厅: topics with their versions, endorsements, rolls, ballots, opinions, meetings, minutes, objections, follow-ups,
 * moderation cases, attachments, and the record of every act. Instants are UTC DATETIME(3); a `day` is a calendar day in
 * Asia/Shanghai; an area is an integer of hundredths of a square metre. A transaction that changes a topic locks its row
 * in `topic` first and `record_head` last.
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

export class Halls1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = STATEMENTS.map((s) => /^CREATE TABLE (\w+)/.exec(s)?.[1]).filter((n) => n !== undefined);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
