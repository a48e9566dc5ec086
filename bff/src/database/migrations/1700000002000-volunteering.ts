import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const CODE = 'VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

/**
 * Volunteering: volunteers, tasks with shifts, claims, patrols with their points, the ledger of hours, certificates.
 * Instants are UTC DATETIME(3); a `day` is a calendar day in Asia/Shanghai; places are GCJ-02 unless a column says
 * otherwise; names, identity numbers and positions of people are encrypted by the application.
 */
const STATEMENTS = [
  // people -----------------------------------------------------------------------------------------------------------
  `CREATE TABLE unit (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    name VARCHAR(60) NOT NULL,
    kind ${WORD} NOT NULL,
    status ${WORD} NOT NULL DEFAULT 'active',
    created_by BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY unit_name (division_code, name)
  ) ${TABLE}`,
  // claim_version is raised by whoever gives or takes a claim of the person: the lock of a person's own time.
  `CREATE TABLE volunteer (
    person_id BIGINT NOT NULL PRIMARY KEY,
    number CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status ${WORD} NOT NULL,
    name_cipher VARBINARY(240) NOT NULL,
    id_number_cipher VARBINARY(160) NULL,
    birth_day DATE NOT NULL,
    community_code ${CODE} NOT NULL,
    unit_id BIGINT NULL,
    skills JSON NOT NULL,
    pledge_version SMALLINT NOT NULL,
    pledged_at DATETIME(3) NOT NULL,
    guardian_token_hash BINARY(32) NULL,
    guardian_person_id BIGINT NULL,
    guardian_name_cipher VARBINARY(240) NULL,
    guardian_relation VARCHAR(20) NULL,
    guardian_method ${WORD} NULL,
    guardian_recorded_by BIGINT NULL,
    guardian_consented_at DATETIME(3) NULL,
    emergency_opt_in TINYINT NOT NULL DEFAULT 0,
    claim_version BIGINT NOT NULL DEFAULT 0,
    left_at DATETIME(3) NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY volunteer_number (number),
    UNIQUE KEY volunteer_guardian (guardian_token_hash),
    KEY volunteer_community (community_code, person_id),
    KEY volunteer_emergency (emergency_opt_in, status, community_code),
    KEY volunteer_unit (unit_id),
    CONSTRAINT volunteer_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT volunteer_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
  ) ${TABLE}`,
  `CREATE TABLE volunteer_training (
    person_id BIGINT NOT NULL,
    training ${WORD} NOT NULL,
    passed_on DATE NOT NULL,
    expires_on DATE NULL,
    recorded_by BIGINT NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    PRIMARY KEY (person_id, training)
  ) ${TABLE}`,
  // A cause (the last no-show that led to it) pauses a person once; a pause by hand has none.
  `CREATE TABLE volunteer_pause (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    cause_claim_id BIGINT NULL,
    created_by BIGINT NULL,
    lifted_at DATETIME(3) NULL,
    lifted_by BIGINT NULL,
    lift_reason VARCHAR(200) NULL,
    UNIQUE KEY volunteer_pause_cause (cause_claim_id),
    KEY volunteer_pause_person (person_id, ends_at)
  ) ${TABLE}`,
  // Every consent given and withdrawn, by purpose and version of its text; the newest row of a purpose counts.
  `CREATE TABLE consent (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    purpose ${WORD} NOT NULL,
    version SMALLINT NOT NULL,
    granted_at DATETIME(3) NOT NULL,
    withdrawn_at DATETIME(3) NULL,
    KEY consent_person (person_id, purpose, id)
  ) ${TABLE}`,

  // tasks ------------------------------------------------------------------------------------------------------------
  // A cell is a hundredth of a degree each way (about a kilometre); last_ends_at is the end of the last open shift: a
  // list by nearness reads the cells around a place, and of them only what is not over.
  `CREATE TABLE task (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    division_code ${CODE} NOT NULL,
    kind ${WORD} NOT NULL,
    urgency ${WORD} NOT NULL DEFAULT 'ordinary',
    title VARCHAR(60) NOT NULL,
    intro VARCHAR(1000) NOT NULL DEFAULT '',
    place_name VARCHAR(60) NOT NULL,
    address VARCHAR(120) NOT NULL,
    latitude DECIMAL(9,6) NOT NULL,
    longitude DECIMAL(9,6) NOT NULL,
    cell INT AS (FLOOR(latitude * 100) * 100000 + FLOOR(longitude * 100)) STORED,
    geofence_metres SMALLINT NOT NULL,
    route JSON NULL,
    requirements JSON NOT NULL,
    risk_notice VARCHAR(1000) NOT NULL DEFAULT '',
    insured TINYINT NOT NULL DEFAULT 0,
    insurance_note VARCHAR(200) NOT NULL DEFAULT '',
    gather_note VARCHAR(200) NOT NULL DEFAULT '',
    contact_name VARCHAR(40) NOT NULL,
    contact_phone VARCHAR(30) NOT NULL,
    release_by_minutes SMALLINT NOT NULL,
    check_in_opens_minutes SMALLINT NOT NULL,
    status ${WORD} NOT NULL,
    cancel_reason VARCHAR(200) NULL,
    copied_from BIGINT NULL,
    created_by BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    published_at DATETIME(3) NULL,
    last_ends_at DATETIME(3) NOT NULL DEFAULT '9999-01-01 00:00:00.000',
    version INT NOT NULL DEFAULT 1,
    KEY task_division (division_code, status, id),
    KEY task_place (status, cell, last_ends_at, kind, latitude, longitude)
  ) ${TABLE}`,
  // settled_at is set by the clock once nothing more can become of an ended shift by time alone.
  `CREATE TABLE shift (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    task_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    opens_at DATETIME(3) NOT NULL,
    closes_at DATETIME(3) NOT NULL,
    capacity INT NOT NULL,
    claimed INT NOT NULL DEFAULT 0,
    waiting INT NOT NULL DEFAULT 0,
    status ${WORD} NOT NULL DEFAULT 'open',
    settled_at DATETIME(3) NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY shift_task (task_id, starts_at),
    KEY shift_day (division_code, status, starts_at),
    KEY shift_clock (settled_at, ends_at),
    CONSTRAINT shift_run CHECK (starts_at < ends_at AND ends_at <= DATE_ADD(starts_at, INTERVAL 24 HOUR)),
    CONSTRAINT shift_places CHECK (claimed >= 0 AND claimed <= capacity),
    CONSTRAINT shift_task_fk FOREIGN KEY (task_id) REFERENCES task (id)
  ) ${TABLE}`,

  // claims -----------------------------------------------------------------------------------------------------------
  `CREATE TABLE claim (
    id BIGINT NOT NULL PRIMARY KEY,
    shift_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    person_id BIGINT NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    channel ${WORD} NOT NULL,
    status ${WORD} NOT NULL,
    status_reason VARCHAR(200) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    checked_in_at DATETIME(3) NULL,
    check_in_method ${WORD} NULL,
    check_in_metres INT NULL,
    checked_in_by BIGINT NULL,
    finished_at DATETIME(3) NULL,
    submitted_at DATETIME(3) NULL,
    note VARCHAR(500) NULL,
    question VARCHAR(300) NULL,
    answer VARCHAR(500) NULL,
    verified_minutes INT NULL,
    verified_by BIGINT NULL,
    verified_at DATETIME(3) NULL,
    reminded_at DATETIME(3) NULL,
    live TINYINT AS (IF(status IN ('released', 'abandoned', 'no_show', 'rejected'), NULL, 1)) STORED,
    UNIQUE KEY claim_live (shift_id, person_id, live),
    KEY claim_person (person_id, starts_at),
    KEY claim_queue (status, division_code, id),
    CONSTRAINT claim_run CHECK (starts_at < ends_at)
  ) ${TABLE}`,
  `CREATE TABLE claim_event (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    claim_id BIGINT NOT NULL,
    status ${WORD} NOT NULL,
    at DATETIME(3) NOT NULL,
    actor_id BIGINT NULL,
    note VARCHAR(300) NULL,
    KEY claim_event_claim (claim_id, id)
  ) ${TABLE}`,
  `CREATE TABLE shift_wait (
    id BIGINT NOT NULL PRIMARY KEY,
    shift_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    status ${WORD} NOT NULL,
    refused_reason VARCHAR(200) NULL,
    claim_id BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    live TINYINT AS (IF(status = 'waiting', 1, NULL)) STORED,
    UNIQUE KEY shift_wait_live (shift_id, person_id, live),
    KEY shift_wait_line (status, shift_id, id),
    KEY shift_wait_person (person_id, id)
  ) ${TABLE}`,

  // patrols ----------------------------------------------------------------------------------------------------------
  `CREATE TABLE patrol (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    claim_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    shift_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    status ${WORD} NOT NULL,
    device VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    device_changes SMALLINT NOT NULL DEFAULT 0,
    coordinate_system ${WORD} NOT NULL,
    consent_id BIGINT NOT NULL,
    started_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    last_seq INT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    last_point_cipher VARBINARY(160) NULL,
    last_point_at DATETIME(3) NULL,
    last_received_at DATETIME(3) NULL,
    analysis JSON NULL,
    analysed_version BIGINT NOT NULL DEFAULT -1,
    erased_at DATETIME(3) NULL,
    UNIQUE KEY patrol_claim (claim_id),
    KEY patrol_live (status, division_code, last_received_at),
    KEY patrol_person (person_id, started_at)
  ) ${TABLE}`,
  `CREATE TABLE patrol_pause (
    patrol_id BIGINT NOT NULL,
    paused_at DATETIME(3) NOT NULL,
    resumed_at DATETIME(3) NULL,
    PRIMARY KEY (patrol_id, paused_at)
  ) ${TABLE}`,
  // Points by sequence number, sixty to a row: chunk n holds 60n … 60n+59. The key decides what is a repeat.
  `CREATE TABLE patrol_chunk (
    patrol_id BIGINT NOT NULL,
    chunk INT NOT NULL,
    seq_mask BIGINT UNSIGNED NOT NULL,
    points VARBINARY(6000) NOT NULL,
    received_at DATETIME(3) NOT NULL,
    PRIMARY KEY (patrol_id, chunk)
  ) ${TABLE}`,
  `CREATE TABLE patrol_checkpoint (
    patrol_id BIGINT NOT NULL,
    checkpoint_no SMALLINT NOT NULL,
    at DATETIME(3) NOT NULL,
    method ${WORD} NOT NULL,
    actor_id BIGINT NOT NULL,
    PRIMARY KEY (patrol_id, checkpoint_no)
  ) ${TABLE}`,

  // hours ------------------------------------------------------------------------------------------------------------
  // What became of one service, or of one adjustment of it (corrects_id): the state of the ledger, kept for lists. The
  // ledger itself is the truth.
  `CREATE TABLE hours_item (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    claim_id BIGINT NULL,
    corrects_id BIGINT NULL,
    division_code ${CODE} NOT NULL,
    unit_id BIGINT NULL,
    kind ${WORD} NOT NULL,
    content VARCHAR(80) NOT NULL,
    day DATE NOT NULL,
    minutes INT NOT NULL,
    tier ${WORD} NOT NULL,
    status ${WORD} NOT NULL,
    publicised_on DATE NULL,
    publication_ends_on DATE NULL,
    recorded_at DATETIME(3) NULL,
    open_objections INT NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY hours_item_claim (claim_id),
    KEY hours_item_person (person_id, day),
    KEY hours_item_status (status, division_code, publicised_on),
    KEY hours_item_division (division_code, day),
    KEY hours_item_sums (status, division_code, day, minutes, person_id, unit_id, kind),
    KEY hours_item_unit (unit_id, day),
    KEY hours_item_corrects (corrects_id)
  ) ${TABLE}`,
  // Append-only. A person's rows form a chain: seq counts from 1, mac covers the row and the mac before it.
  `CREATE TABLE hours_ledger (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    seq INT NOT NULL,
    act ${WORD} NOT NULL,
    item_id BIGINT NOT NULL,
    minutes INT NOT NULL,
    day DATE NOT NULL,
    claim_id BIGINT NULL,
    division_code ${CODE} NOT NULL,
    unit_id BIGINT NULL,
    tier ${WORD} NULL,
    actor_id BIGINT NULL,
    reason VARCHAR(300) NULL,
    at DATETIME(3) NOT NULL,
    mac BINARY(32) NOT NULL,
    UNIQUE KEY hours_ledger_chain (person_id, seq),
    KEY hours_ledger_item (item_id, id)
  ) ${TABLE}`,
  // The end of each person's chain; its own mac covers number of rows, sum of minutes and the last row's mac.
  `CREATE TABLE hours_head (
    person_id BIGINT NOT NULL PRIMARY KEY,
    seq INT NOT NULL,
    minutes INT NOT NULL,
    last_mac BINARY(32) NOT NULL,
    mac BINARY(32) NOT NULL
  ) ${TABLE}`,
  `CREATE TRIGGER hours_ledger_no_update BEFORE UPDATE ON hours_ledger FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'hours_ledger is append-only'`,
  `CREATE TRIGGER hours_ledger_no_delete BEFORE DELETE ON hours_ledger FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'hours_ledger is append-only'`,
  `CREATE TABLE hours_objection (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    item_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    text VARCHAR(500) NOT NULL,
    status ${WORD} NOT NULL,
    answer VARCHAR(300) NULL,
    answered_by BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    answered_at DATETIME(3) NULL,
    open TINYINT AS (IF(status = 'open', 1, NULL)) STORED,
    UNIQUE KEY hours_objection_once (item_id, person_id, open),
    KEY hours_objection_queue (status, division_code, id)
  ) ${TABLE}`,
  // Stars of a city (or of a lower division that has its own table); the rules of the product where a city has none.
  `CREATE TABLE star_rule (
    division_code ${CODE} NOT NULL,
    star TINYINT NOT NULL,
    hours INT NOT NULL,
    PRIMARY KEY (division_code, star)
  ) ${TABLE}`,
  // What the national calendar cannot know yet: an operator's own working days and days off.
  `CREATE TABLE working_day (
    day DATE NOT NULL PRIMARY KEY,
    works TINYINT NOT NULL,
    note VARCHAR(60) NOT NULL DEFAULT ''
  ) ${TABLE}`,
  `CREATE TABLE certificate (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    division_code ${CODE} NOT NULL,
    number VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    code_hash BINARY(32) NULL,
    code_cipher VARBINARY(120) NULL,
    status ${WORD} NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    minutes INT NOT NULL,
    content_cipher MEDIUMBLOB NULL,
    purpose VARCHAR(60) NOT NULL DEFAULT '',
    created_at DATETIME(3) NOT NULL,
    issued_at DATETIME(3) NULL,
    issued_by BIGINT NULL,
    decided_reason VARCHAR(200) NULL,
    revoked_at DATETIME(3) NULL,
    revoked_by BIGINT NULL,
    revoke_reason VARCHAR(200) NULL,
    requested TINYINT AS (IF(status = 'requested', 1, NULL)) STORED,
    UNIQUE KEY certificate_number (number),
    UNIQUE KEY certificate_requested (person_id, requested),
    KEY certificate_person (person_id, id),
    KEY certificate_queue (status, division_code, id)
  ) ${TABLE}`,
  `INSERT INTO id_block (name, next_id) VALUES ('claim', 1), ('shift_wait', 1)`,
];

export class Volunteering1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = STATEMENTS.map((s) => /^CREATE TABLE (\w+)/.exec(s)?.[1]).filter((n) => n !== undefined);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
    await runner.query("DELETE FROM id_block WHERE name IN ('claim', 'shift_wait')");
  }
}
