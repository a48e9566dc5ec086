import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const CODE = 'VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

/**
 * First schema: divisions, identity, centres and venues, bookings, and what every later domain shares (idempotency,
 * outbox, notices, audit, leases, id blocks). One dialect for MariaDB ≥ 10.6 and MySQL ≥ 8. Instants are UTC
 * DATETIME(3); a `day` is a calendar day in Asia/Shanghai; a `code` of a division is the official code, so that a
 * subtree is a prefix.
 */
const STATEMENTS = [
  // divisions ------------------------------------------------------------------------------------------------------
  `CREATE TABLE division (
    code ${CODE} NOT NULL PRIMARY KEY,
    parent_code ${CODE} NULL,
    level ${WORD} NOT NULL,
    name VARCHAR(80) NOT NULL,
    short_name VARCHAR(80) NOT NULL,
    pinyin VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    initials VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    KEY division_parent (parent_code, code),
    KEY division_name (level, short_name),
    KEY division_initials (level, initials),
    KEY division_pinyin (level, pinyin)
  ) ${TABLE}`,

  // identity -------------------------------------------------------------------------------------------------------
  `CREATE TABLE person (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    openid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    nickname VARCHAR(40) NOT NULL,
    phone_cipher VARBINARY(160) NULL,
    phone_hash BINARY(32) NULL,
    phone_masked VARCHAR(20) NULL,
    home_community_code ${CODE} NULL,
    status ${WORD} NOT NULL DEFAULT 'active',
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY person_openid (openid),
    UNIQUE KEY person_phone (phone_hash)
  ) ${TABLE}`,
  `CREATE TABLE session_family (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    revoked_at DATETIME(3) NULL,
    revoke_reason ${WORD} NULL,
    user_agent VARCHAR(160) NOT NULL DEFAULT '',
    KEY session_family_person (person_id, revoked_at),
    KEY session_family_revoked (revoked_at),
    CONSTRAINT session_family_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
  ) ${TABLE}`,
  `CREATE TABLE refresh_token (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    family_id BIGINT NOT NULL,
    token_hash BINARY(32) NOT NULL,
    issued_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    used_at DATETIME(3) NULL,
    successor_seed BINARY(32) NULL,
    UNIQUE KEY refresh_token_hash (token_hash),
    KEY refresh_token_family (family_id),
    CONSTRAINT refresh_token_family_fk FOREIGN KEY (family_id) REFERENCES session_family (id)
  ) ${TABLE}`,
  `CREATE TABLE role_grant (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    role ${WORD} NOT NULL,
    granted_by BIGINT NULL,
    granted_at DATETIME(3) NOT NULL,
    revoked_by BIGINT NULL,
    revoked_at DATETIME(3) NULL,
    live TINYINT AS (IF(revoked_at IS NULL, 1, NULL)) STORED,
    UNIQUE KEY role_grant_live (person_id, division_code, role, live),
    KEY role_grant_division (division_code),
    CONSTRAINT role_grant_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
  ) ${TABLE}`,
  `CREATE TABLE household (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    community_code ${CODE} NOT NULL,
    building VARCHAR(40) NOT NULL,
    room VARCHAR(40) NOT NULL,
    UNIQUE KEY household_place (community_code, building, room)
  ) ${TABLE}`,
  `CREATE TABLE roster_member (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    household_id BIGINT NOT NULL,
    name_cipher VARBINARY(240) NOT NULL,
    name_hash BINARY(32) NOT NULL,
    phone_cipher VARBINARY(160) NULL,
    phone_hash BINARY(32) NULL,
    imported_at DATETIME(3) NOT NULL,
    UNIQUE KEY roster_member_name (household_id, name_hash),
    KEY roster_member_phone (phone_hash),
    CONSTRAINT roster_member_household_fk FOREIGN KEY (household_id) REFERENCES household (id)
  ) ${TABLE}`,
  `CREATE TABLE residency (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    community_code ${CODE} NOT NULL,
    building VARCHAR(40) NOT NULL,
    room VARCHAR(40) NOT NULL,
    household_id BIGINT NULL,
    name_cipher VARBINARY(240) NOT NULL,
    status ${WORD} NOT NULL,
    method ${WORD} NULL,
    reason VARCHAR(200) NULL,
    decided_by BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    decided_at DATETIME(3) NULL,
    live TINYINT AS (IF(status IN ('pending', 'approved'), 1, NULL)) STORED,
    UNIQUE KEY residency_live (person_id, live),
    KEY residency_queue (community_code, status, created_at),
    KEY residency_household (household_id, status),
    CONSTRAINT residency_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT residency_household_fk FOREIGN KEY (household_id) REFERENCES household (id)
  ) ${TABLE}`,

  // centres and venues ---------------------------------------------------------------------------------------------
  `CREATE TABLE centre (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    name VARCHAR(60) NOT NULL,
    pinyin VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    initials VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    tags JSON NOT NULL,
    address VARCHAR(120) NOT NULL,
    intro VARCHAR(1000) NOT NULL DEFAULT '',
    phone VARCHAR(30) NOT NULL,
    latitude DECIMAL(9,6) NOT NULL,
    longitude DECIMAL(9,6) NOT NULL,
    services JSON NOT NULL,
    hours JSON NOT NULL,
    venue_count INT NOT NULL DEFAULT 0,
    version INT NOT NULL DEFAULT 1,
    KEY centre_division (division_code, id),
    KEY centre_latitude (latitude),
    KEY centre_name (name)
  ) ${TABLE}`,
  `CREATE TABLE venue (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    centre_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    name VARCHAR(60) NOT NULL,
    capacity INT NOT NULL,
    facilities JSON NOT NULL,
    intro VARCHAR(1000) NOT NULL DEFAULT '',
    unit_minutes TINYINT NOT NULL,
    status ${WORD} NOT NULL DEFAULT 'open',
    policy JSON NOT NULL,
    opening JSON NULL,
    sort_order INT NOT NULL DEFAULT 0,
    config_version INT NOT NULL DEFAULT 1,
    version BIGINT NOT NULL DEFAULT 1,
    KEY venue_centre (centre_id, sort_order, id),
    CONSTRAINT venue_centre_fk FOREIGN KEY (centre_id) REFERENCES centre (id)
  ) ${TABLE}`,
  `CREATE TABLE closure (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    centre_id BIGINT NOT NULL,
    venue_id BIGINT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    created_by BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    ended_by BIGINT NULL,
    ended_at DATETIME(3) NULL,
    KEY closure_centre (centre_id, ends_at),
    CONSTRAINT closure_centre_fk FOREIGN KEY (centre_id) REFERENCES centre (id)
  ) ${TABLE}`,

  // bookings -------------------------------------------------------------------------------------------------------
  `CREATE TABLE booking (
    id BIGINT NOT NULL PRIMARY KEY,
    venue_id BIGINT NOT NULL,
    centre_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    day DATE NOT NULL,
    start_unit SMALLINT NOT NULL,
    end_unit SMALLINT NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    person_id BIGINT NULL,
    household_id BIGINT NULL,
    made_by BIGINT NULL,
    channel ${WORD} NOT NULL,
    contact_name_cipher VARBINARY(240) NULL,
    contact_phone_cipher VARBINARY(160) NULL,
    contact_label VARCHAR(60) NULL,
    purpose VARCHAR(60) NOT NULL,
    attendees INT NOT NULL,
    status ${WORD} NOT NULL,
    status_reason VARCHAR(200) NULL,
    companion_count INT NOT NULL DEFAULT 0,
    no_show_waived_at DATETIME(3) NULL,
    checked_in_at DATETIME(3) NULL,
    checked_in_by BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY booking_venue_day (venue_id, day, start_unit),
    KEY booking_centre_day (centre_id, day),
    KEY booking_person (person_id, starts_at),
    KEY booking_person_status (person_id, centre_id, status, starts_at),
    KEY booking_queue (status, division_code, created_at),
    KEY booking_clock (status, starts_at),
    KEY booking_clock_end (status, ends_at),
    CONSTRAINT booking_venue_fk FOREIGN KEY (venue_id) REFERENCES venue (id)
  ) ${TABLE}`,
  // The one truth about who holds a run: no two live bookings may share a unit, cleaning buffer included.
  `CREATE TABLE booking_unit (
    venue_id BIGINT NOT NULL,
    day DATE NOT NULL,
    unit SMALLINT NOT NULL,
    booking_id BIGINT NOT NULL,
    kind TINYINT NOT NULL,
    PRIMARY KEY (venue_id, day, unit),
    KEY booking_unit_booking (booking_id)
  ) ${TABLE}`,
  // One row a counted booking: slot 1…limit of a subject's week at a venue. The key makes a quota breach impossible.
  `CREATE TABLE booking_quota (
    venue_id BIGINT NOT NULL,
    week DATE NOT NULL,
    subject ${WORD} NOT NULL,
    subject_id BIGINT NOT NULL,
    slot TINYINT NOT NULL,
    booking_id BIGINT NOT NULL,
    PRIMARY KEY (venue_id, week, subject, subject_id, slot),
    KEY booking_quota_booking (booking_id)
  ) ${TABLE}`,
  `CREATE TABLE booking_event (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    booking_id BIGINT NOT NULL,
    status ${WORD} NOT NULL,
    at DATETIME(3) NOT NULL,
    actor_id BIGINT NULL,
    note VARCHAR(200) NULL,
    KEY booking_event_booking (booking_id, id)
  ) ${TABLE}`,
  `CREATE TABLE booking_companion (
    booking_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    joined_at DATETIME(3) NOT NULL,
    PRIMARY KEY (booking_id, person_id),
    KEY booking_companion_person (person_id)
  ) ${TABLE}`,
  `CREATE TABLE waitlist_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    venue_id BIGINT NOT NULL,
    day DATE NOT NULL,
    start_unit SMALLINT NOT NULL,
    end_unit SMALLINT NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    person_id BIGINT NOT NULL,
    purpose VARCHAR(60) NOT NULL,
    attendees INT NOT NULL,
    status ${WORD} NOT NULL,
    refused_reason VARCHAR(200) NULL,
    booking_id BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    live TINYINT AS (IF(status = 'waiting', 1, NULL)) STORED,
    UNIQUE KEY waitlist_live (person_id, venue_id, day, start_unit, end_unit, live),
    KEY waitlist_venue (venue_id, day, status, id),
    KEY waitlist_clock (status, starts_at),
    CONSTRAINT waitlist_venue_fk FOREIGN KEY (venue_id) REFERENCES venue (id)
  ) ${TABLE}`,
  `CREATE TABLE booking_pause (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    centre_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    last_booking_id BIGINT NOT NULL,
    lifted_at DATETIME(3) NULL,
    lift_reason VARCHAR(200) NULL,
    appeal_text VARCHAR(500) NULL,
    appeal_status ${WORD} NULL,
    appeal_at DATETIME(3) NULL,
    appeal_decided_by BIGINT NULL,
    appeal_decided_at DATETIME(3) NULL,
    appeal_decided_reason VARCHAR(200) NULL,
    UNIQUE KEY booking_pause_cause (person_id, centre_id, last_booking_id),
    KEY booking_pause_person (person_id, ends_at),
    KEY booking_pause_appeals (appeal_status, division_code, appeal_at)
  ) ${TABLE}`,

  // shared by every domain -----------------------------------------------------------------------------------------
  `CREATE TABLE idempotency (
    person_id BIGINT NOT NULL,
    idem_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_hash BINARY(32) NOT NULL,
    status SMALLINT NOT NULL,
    response MEDIUMTEXT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (person_id, idem_key),
    KEY idempotency_age (created_at)
  ) ${TABLE}`,
  `CREATE TABLE outbox (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    kind ${WORD} NOT NULL,
    dedupe VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload JSON NOT NULL,
    due_at DATETIME(3) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    done_at DATETIME(3) NULL,
    UNIQUE KEY outbox_once (person_id, dedupe),
    KEY outbox_due (done_at, due_at, id)
  ) ${TABLE}`,
  `CREATE TABLE notice (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    outbox_id BIGINT NOT NULL,
    kind ${WORD} NOT NULL,
    title VARCHAR(60) NOT NULL,
    body VARCHAR(400) NOT NULL,
    link_page ${WORD} NULL,
    link_id BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    read_at DATETIME(3) NULL,
    UNIQUE KEY notice_outbox (outbox_id),
    KEY notice_person (person_id, id),
    KEY notice_unread (person_id, read_at)
  ) ${TABLE}`,
  `CREATE TABLE subscribe_grant (
    person_id BIGINT NOT NULL,
    template_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    remaining INT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (person_id, template_id)
  ) ${TABLE}`,
  `CREATE TABLE message_delivery (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    outbox_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    template_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload JSON NOT NULL,
    status ${WORD} NOT NULL,
    attempts TINYINT NOT NULL DEFAULT 0,
    due_at DATETIME(3) NOT NULL,
    msgid VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    error VARCHAR(120) NULL,
    UNIQUE KEY message_delivery_once (outbox_id),
    KEY message_delivery_due (status, due_at)
  ) ${TABLE}`,
  `CREATE TABLE audit_entry (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at DATETIME(3) NOT NULL,
    actor_id BIGINT NULL,
    action VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target_type ${WORD} NOT NULL,
    target_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    division_code ${CODE} NOT NULL,
    detail JSON NOT NULL,
    address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    KEY audit_entry_division (division_code, id),
    KEY audit_entry_actor (actor_id, id)
  ) ${TABLE}`,
  // The one access token of each WeChat app, shared by every replica. Tokens are case-sensitive.
  `CREATE TABLE wechat_token (
    app_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    token VARCHAR(1024) CHARACTER SET ascii COLLATE ascii_bin NULL,
    expires_at DATETIME(3) NULL,
    fetched_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    lease_until DATETIME(3) NULL
  ) ${TABLE}`,
  `CREATE TABLE job_lease (
    name ${WORD} NOT NULL PRIMARY KEY,
    holder VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    until DATETIME(3) NOT NULL
  ) ${TABLE}`,
  `CREATE TABLE id_block (
    name ${WORD} NOT NULL PRIMARY KEY,
    next_id BIGINT NOT NULL
  ) ${TABLE}`,
  `INSERT INTO id_block (name, next_id) VALUES ('booking', 1), ('waitlist_entry', 1)`,
];

export class IdentityVenuesBookings1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = STATEMENTS.map((s) => /^CREATE TABLE (\w+)/.exec(s)?.[1]).filter((n) => n !== undefined);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
