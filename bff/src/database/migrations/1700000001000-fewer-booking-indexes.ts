import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes that every booking pays for and no read needs: units and quota slots are found by their primary keys, which a
 * booking's own row spells out; a person's no-shows by `booking_person`; rooms in use by `booking_clock`.
 */
const INDEXES: readonly [table: string, name: string, columns: string][] = [
  ['booking', 'booking_person_status', 'person_id, centre_id, status, starts_at'],
  ['booking', 'booking_clock_end', 'status, ends_at'],
  ['booking_unit', 'booking_unit_booking', 'booking_id'],
  ['booking_quota', 'booking_quota_booking', 'booking_id'],
];

export class FewerBookingIndexes1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDEXES) await runner.query(`ALTER TABLE ${table} DROP KEY ${name}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name, columns] of INDEXES) {
      await runner.query(`ALTER TABLE ${table} ADD KEY ${name} (${columns})`);
    }
  }
}
