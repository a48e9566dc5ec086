import { fromJson } from '@jiefang/bff/database/database';
import type { VenuePolicy } from '@jiefang/shared/venues';
import { buildDivision, buildPerson, grantRole } from '../../builders/people.js';
import { COMMUNITY, DAILY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';

/** A Wednesday after the test clock's today. */
export const DAY = '2026-11-25';
/** Open an hour shorter than DAILY. */
export const SHORT = DAILY.map((day) => ({ ...day, ranges: [{ openMinute: 480, closeMinute: 1200 }] }));

/** An application with a manager of the street of COMMUNITY and an administrator of the next street. */
export interface EditingWorld {
  app: TestApp;
  manager: number;
  stranger: number;
  /** What the last audit entry says has changed. */
  lastAudit: () => Promise<{ action: string; before: { name: string; policy: VenuePolicy }; after: object }>;
  /** All centres, venues and audit entries, to prove that nothing changed. */
  everything: () => Promise<string>;
}

export async function createEditingWorld(): Promise<EditingWorld> {
  const app = await createApp();
  const { database } = app;
  await buildDivision(database, COMMUNITY, '延安社区');
  await buildDivision(database, OTHER_STREET_COMMUNITY);
  const manager = await buildPerson(database);
  await grantRole(database, manager, 'venue_manager', COMMUNITY.slice(0, 9));
  const stranger = await buildPerson(database);
  await grantRole(database, stranger, 'administrator', OTHER_STREET_COMMUNITY.slice(0, 9));
  return {
    app,
    manager,
    stranger,
    lastAudit: async () => {
      const [row] = await database.query<{ action: string; detail: unknown }>(
        'SELECT action, detail FROM audit_entry ORDER BY id DESC LIMIT 1',
      );
      const detail = fromJson<{ before: { name: string; policy: VenuePolicy }; after: object }>(row?.detail);
      return { action: row?.action ?? '', ...detail };
    },
    everything: async () =>
      JSON.stringify([
        await database.query('SELECT * FROM centre ORDER BY id'),
        await database.query('SELECT * FROM venue ORDER BY id'),
        await database.query('SELECT * FROM audit_entry ORDER BY id'),
      ]),
  };
}
