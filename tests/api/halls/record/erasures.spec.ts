import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { verifyRecord } from '@jiefang/shared/record';
import { buildTopic, STREET } from '../../../builders/halls.js';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { append, exported, opinion } from '../../../builders/record.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const SECRET = '我家 3 幢 502，电话 13800001111';
const BASIS = '个人信息保护法第四十七条';

describe('lawful erasure', () => {
  const [app] = stage(1);
  let topic: number;
  let administrator: number;
  let author: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    administrator = await buildPerson(app.database);
    await grantRole(app.database, administrator, 'administrator', STREET);
  });
  beforeEach(async () => {
    topic = await buildTopic(app.database, {}, app);
    author = await buildPerson(app.database);
  });
  const at = '2026-11-22 01:00:00';
  const erase = (subject: object, more: object = {}, person = administrator) =>
    app.as(person).post(`/staff/topics/${encodeId('topic', topic)}/erasures`, {
      subject,
      legalBasis: BASIS,
      ...more,
    });
  /** Every place in the database where the words still stand. */
  const left = async (): Promise<string[]> => {
    const columns = await app.database.query<{ t: string; c: string }>(
      `SELECT table_name AS t, column_name AS c FROM information_schema.columns
        WHERE table_schema = DATABASE() AND data_type IN ('varchar', 'text', 'mediumtext', 'longtext', 'json')`,
    );
    const found: string[] = [];
    for (const { t, c } of columns) {
      const rows = await app.database.query(`SELECT 1 FROM \`${t}\` WHERE \`${c}\` LIKE ? LIMIT 1`, [
        '%13800001111%',
      ]);
      if (rows.length > 0) found.push(`${t}.${c}`);
    }
    return found;
  };
  const speak = async (): Promise<number> => {
    const [seq] = (await append(app, topic, [opinion(author, SECRET)])) as [number];
    const { insertId } = await app.database.execute(
      `INSERT INTO opinion (topic_id, author_id, role, stance, status, text, record_seq, created_at, updated_at)
       VALUES (?, ?, 'resident', 'for', 'visible', ?, ?, ?, ?)`,
      [topic, author, SECRET, seq, at, at],
    );
    await app.database.execute(
      `INSERT INTO opinion_text (opinion_id, no, text, verdict, record_seq, created_at) VALUES (?, 1, ?, 'pass', ?, ?)`,
      [insertId, SECRET, seq, at],
    );
    await app.database.execute(
      'UPDATE topic SET opinions = opinions + 1, stance_for = stance_for + 1 WHERE id = ?',
      [topic],
    );
    const kept = JSON.stringify({ id: encodeId('opinion', insertId), text: SECRET });
    await app.database.execute(
      `INSERT INTO idempotency (person_id, idem_key, body_hash, status, response, created_at)
       VALUES (?, 'the-opinion', REPEAT('x', 32), 200, ?, ?)`,
      [author, kept, at],
    );
    return insertId;
  };

  it('of an opinion leaves no word of it anywhere, a stub, and a record that proves', async () => {
    const id = await speak();
    expect((await left()).sort()).toEqual([
      'idempotency.response',
      'opinion.text',
      'opinion_text.text',
      'record_content.text',
    ]);
    const answer = await erase({ kind: 'opinion', id: encodeId('opinion', id) });
    expect(answer.body).toMatchObject({ erased: 1, record: { seq: 3 } });
    expect(await left()).toEqual([]);
    const [content] = await app.database.query(
      'SELECT salt, text, state FROM record_content WHERE topic_id = ? AND seq = 2',
      [topic],
    );
    expect(content).toEqual({ salt: null, text: null, state: 'erased' });
    const lines = await exported(app, topic);
    expect(verifyRecord(lines)).toMatchObject({ ok: true, erased: 1 });
    expect(lines.at(-1)).toContain(BASIS);
    const [row] = await app.database.query('SELECT status, text FROM opinion WHERE id = ?', [id]);
    expect(row).toEqual({ status: 'erased', text: null });
    const [counts] = await app.database.query('SELECT opinions, stance_for AS f FROM topic WHERE id = ?', [
      topic,
    ]);
    expect(counts).toEqual({ opinions: 0, f: 0 });
    expectRefusal(await erase({ kind: 'opinion', id: encodeId('opinion', id) }), 'RECORD_ERASED');
  });

  it('of a speech, an objection and a version of the text', async () => {
    const seqs = (await append(app, topic, [
      opinion(author, SECRET, { act: 'speech' }),
      opinion(author, SECRET, { act: 'objection' }),
    ])) as [number, number];
    const { insertId: speech } = await app.database.execute(
      `INSERT INTO speech (meeting_id, topic_id, no, speaker_name, role, stance, text, attachments, record_seq, entered_by, entered_at)
       VALUES (1, ?, ?, '张三', 'resident', 'for', ?, '[]', ?, 1, ?)`,
      [topic, topic, SECRET, seqs[0], at],
    );
    const { insertId: objection } = await app.database.execute(
      `INSERT INTO topic_objection (topic_id, division_code, person_id, text, status, record_seq, created_at)
       VALUES (?, ?, ?, ?, 'open', ?, ?)`,
      [topic, COMMUNITY, author, SECRET, seqs[1], at],
    );
    for (const [kind, id] of [
      ['speech', encodeId('speech', speech)],
      ['objection', encodeId('topic_objection', objection)],
    ] as const) {
      expect((await erase({ kind, id })).body).toMatchObject({ erased: 1 });
      expectRefusal(await erase({ kind, id }), 'RECORD_ERASED');
    }
    expect(await left()).toEqual([]);
    const [open] = await app.database.query('SELECT status FROM topic_objection WHERE id = ?', [objection]);
    expect(open).toEqual({ status: 'open' });

    const text = { kind: 'text', id: encodeId('topic', topic), no: 1 };
    expect((await erase(text)).body).toMatchObject({ erased: 2 });
    expectRefusal(await erase(text), 'RECORD_ERASED');
    const lines = await exported(app, topic);
    expect(lines.join('\n')).not.toContain('三栋楼下');
    expect(verifyRecord(lines)).toMatchObject({ ok: true, erased: 4 });
  });

  it('is an administrator’s, with a reason, for what is there', async () => {
    const id = encodeId('opinion', await speak());
    const moderator = await buildPerson(app.database);
    await grantRole(app.database, moderator, 'moderator', COMMUNITY);
    const elsewhere = await buildPerson(app.database);
    await grantRole(app.database, elsewhere, 'administrator', '440305007');
    const other = topic;
    const bad: [() => ReturnType<typeof erase>, Parameters<typeof expectRefusal>[1]][] = [
      [() => erase({ kind: 'opinion', id }, {}, moderator), 'FORBIDDEN'],
      [() => erase({ kind: 'opinion', id }, {}, elsewhere), 'FORBIDDEN'],
      [() => erase({ kind: 'opinion', id }, {}, author), 'FORBIDDEN'],
      [() => erase({ kind: 'opinion', id }, { legalBasis: '' }), 'INVALID_INPUT'],
      [() => erase({ kind: 'opinion', id }, { legalBasis: '字'.repeat(201) }), 'INVALID_INPUT'],
      [() => erase({ kind: 'ballot', id }), 'INVALID_INPUT'],
      [() => erase({ kind: 'speech', id }), 'NOT_FOUND'],
      [() => erase({ kind: 'opinion', id: encodeId('opinion', 999_999) }), 'NOT_FOUND'],
      [() => erase({ kind: 'text', id: encodeId('topic', other) }), 'INVALID_INPUT'],
      [() => erase({ kind: 'text', id: encodeId('topic', other), no: 9 }), 'NOT_FOUND'],
      [() => erase({ kind: 'text', id: encodeId('topic', other), no: 1.5 }), 'INVALID_INPUT'],
    ];
    for (const [send, code] of bad) await expectUntouched(app.database, send, code);
    topic = await buildTopic(app.database, {}, app);
    await expectUntouched(app.database, () => erase({ kind: 'opinion', id }), 'NOT_FOUND');
    await expectUntouched(
      app.database,
      () => erase({ kind: 'text', id: encodeId('topic', other), no: 1 }),
      'NOT_FOUND',
    );
  });
});
