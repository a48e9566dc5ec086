import { randomUUID } from 'node:crypto';
import { IdempotencyCleaner, KEPT_ANSWER_DAYS } from '@jiefang/bff/common/idempotency/idempotency-cleaner';
import { buildPlace, wish } from '../../builders/bookings.js';
import { countRows } from '../../builders/identity.js';
import { buildPerson } from '../../builders/people.js';
import { stage } from '../../support/stage.js';

const DAY_MS = 86_400_000;

describe('kept answers', () => {
  const [app] = stage(1);

  it('are there for a repeat, and gone when nobody can wait for them any more', async () => {
    const place = await buildPlace(app.database);
    const person = await buildPerson(app.database);
    const key = randomUUID();
    const body = wish(place.venue, 540, 600);
    const first = await app.as(person).post('/bookings', body, key).expect(201);
    const cleaner = app.app.get(IdempotencyCleaner, { strict: false });

    app.clock.advance((KEPT_ANSWER_DAYS - 1) * DAY_MS);
    expect(await cleaner.run()).toBe(0);
    const again = await app.as(person).post('/bookings', body, key).expect(201);
    expect(again.body).toEqual(first.body);

    app.clock.advance(2 * DAY_MS);
    expect(await cleaner.run()).toBe(1);
    expect(await countRows(app.database, 'idempotency WHERE person_id = ?', [person])).toBe(0);
  });
});
