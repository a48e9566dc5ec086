import { isDivisionCode } from '@jiefang/shared/divisions';
import { ROLE_WORDS } from '@jiefang/shared/permissions';
import { Clock } from '../common/clock/clock.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { connectDatabase, createDataSource } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { OperatorError } from '../database/operator-error.js';
import { isDuplicateKey } from '../database/sql-errors.js';
import { Outbox } from '../outbox/outbox.js';
import { runCommand } from './command.js';

const USAGE = `Usage: npm run appoint -- <phone> <division code>
Makes the person who has bound this phone the administrator of a division and all below it. Administrators appoint everyone
else in the app.`;

/** `node bff/dist/cli/appoint.js <phone> <division>` with DATABASE_URL and APP_SECRET set. Exit code 1 when nothing was done. */
async function appoint(): Promise<void> {
  const [phone = '', divisionCode = '', ...rest] = process.argv.slice(2);
  if (!/^1\d{10}$/.test(phone) || !isDivisionCode(divisionCode) || rest.length > 0)
    throw new OperatorError(USAGE);
  const dataSource = await connectDatabase(
    createDataSource({ url: process.env.DATABASE_URL ?? '', poolSize: 1 }),
  );
  const database = new Database(dataSource);
  const clock = new Clock();
  const hash = new FieldCipher(process.env.APP_SECRET ?? '').lookupHash('phone', phone);
  try {
    const said = await database.transaction(async (tx) => {
      const [division] = await tx.query<{ name: string }>('SELECT name FROM division WHERE code = ?', [
        divisionCode,
      ]);
      if (division === undefined) throw new OperatorError(`There is no division ${divisionCode}.`);
      const [person] = await tx.query<{ id: number }>('SELECT id FROM person WHERE phone_hash = ?', [hash]);
      if (person === undefined) {
        throw new OperatorError('Nobody has bound this phone: the person logs in and binds it first.');
      }
      const { insertId } = await tx.execute(
        "INSERT INTO role_grant (person_id, division_code, role, granted_at) VALUES (?, ?, 'administrator', ?)",
        [person.id, divisionCode, clock.now()],
      );
      const payload = { roleName: ROLE_WORDS.administrator, divisionName: division.name };
      await new Outbox(clock).enqueue(tx, [
        { personId: person.id, kind: 'role_granted', dedupe: `role:${insertId}:granted`, payload },
      ]);
      return `The person is now administrator of ${division.name}.`;
    });
    console.log(said);
  } catch (error) {
    throw isDuplicateKey(error) ? new OperatorError('The person is administrator there already.') : error;
  } finally {
    await dataSource.destroy();
  }
}

await runCommand(appoint);
