import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { NoticesRepository } from '@jiefang/bff/notices/notices.repository';
import { Outbox } from '@jiefang/bff/outbox/outbox';
import { book, buildPlace, deliver } from '../../builders/bookings.js';
import { countRows } from '../../builders/identity.js';
import { buildPerson } from '../../builders/people.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

interface Notice {
  id: string;
  kind: string;
  title: string;
  body: string;
  readAt: string | null;
  link: { page: string; id: string } | null;
}

describe('the inbox', () => {
  const [app, replica] = stage(2);
  let person: number;

  beforeEach(async () => {
    person = await buildPerson(app.database);
  });

  const inbox = async (who = person, query = ''): Promise<{ items: Notice[]; nextCursor: string | null }> =>
    (await app.as(who).get(`/me/notices${query}`).expect(200)).body as {
      items: Notice[];
      nextCursor: string | null;
    };
  const tell = (people: readonly number[], tag: string, dueAt?: Date): Promise<void> =>
    app.database.transaction((tx) =>
      app.app.get(Outbox).enqueue(
        tx,
        people.map((personId) => ({
          personId,
          kind: 'role_granted' as const,
          dedupe: `test:${tag}`,
          payload: { roleName: '场地管理员', divisionName: tag },
          ...(dueAt === undefined ? {} : { dueAt }),
        })),
      ),
    );

  it('says what happened and leads to it', async () => {
    const { venue } = await buildPlace(app.database);
    const id = await book(app, person, venue, 540, 600);
    await deliver(app);
    const { items } = await inbox();
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'booking_confirmed',
        title: '预约好了',
        body: expect.stringContaining('11月24日 周二 09:00–10:00'),
        readAt: null,
        link: { page: 'booking', id },
      }),
    ]);
  });

  it('tells each event once however often it is queued and whoever delivers', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, () => buildPerson(app.database)));
    await tell(crowd, 'once');
    await tell(crowd, 'once');
    await Promise.all([deliver(app), deliver(replica), deliver(app), deliver(replica)]);
    for (const one of crowd) expect((await inbox(one)).items).toHaveLength(1);
  });

  it('survives a worker that dies between telling and noting it down', async () => {
    const crowd = await Promise.all(Array.from({ length: 20 }, () => buildPerson(app.database)));
    const repository = app.app.get(NoticesRepository);
    const insert = repository.insertNotices.bind(repository);
    let killed = 0;
    jest.spyOn(repository, 'insertNotices').mockImplementation(async (tx, notices, now) => {
      await insert(tx, notices, now);
      if (killed >= 2 || notices.length === 0) return;
      killed += 1;
      const [row] = await tx.query<{ id: number }>('SELECT CONNECTION_ID() AS id');
      await replica.database.execute(`KILL ${row?.id ?? 0}`);
    });
    await tell(crowd, 'crash');
    await deliver(app).catch(() => undefined);
    await Promise.all([deliver(app).catch(() => undefined), deliver(replica)]);
    await deliver(app).catch(() => undefined);
    await deliver(replica);
    expect(killed).toBeGreaterThan(0);
    for (const one of crowd) expect((await inbox(one)).items).toHaveLength(1);
    expect(await countRows(app.database, 'outbox WHERE done_at IS NULL')).toBe(0);
  });

  it('keeps back what is not due yet', async () => {
    await tell([person], 'later', new Date(app.clock.now().getTime() + 60_000));
    await deliver(app);
    expect((await inbox()).items).toEqual([]);
    app.clock.advance(60_000);
    await deliver(app);
    expect((await inbox()).items).toHaveLength(1);
  });

  it('is queued by the change itself: a change that fails tells nobody', async () => {
    const failing = app.database.transaction(async (tx) => {
      await app.app.get(Outbox).enqueue(tx, [
        {
          personId: person,
          kind: 'role_revoked',
          dedupe: 'test:rolled-back',
          payload: { roleName: '场地管理员', divisionName: '延安社区' },
        },
      ]);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    await deliver(app);
    expect((await inbox()).items).toEqual([]);
  });

  it('shows the newest first, page by page', async () => {
    for (let n = 1; n <= 5; n += 1) await tell([person], `page${n}`);
    await deliver(app);
    const first = await inbox(person, '?limit=2');
    const second = await inbox(person, `?limit=2&cursor=${first.nextCursor}`);
    const third = await inbox(person, `?limit=2&cursor=${second.nextCursor}`);
    expect([...first.items, ...second.items, ...third.items].map((n) => /page\d/.exec(n.body)?.[0])).toEqual([
      'page5',
      'page4',
      'page3',
      'page2',
      'page1',
    ]);
    expect(third.nextCursor).toBeNull();
  });

  it('counts what is unread, and marks only one’s own as read', async () => {
    const other = await buildPerson(app.database);
    for (const tag of ['a', 'b', 'c']) await tell([person, other], tag);
    await deliver(app);
    const mine = (await inbox()).items;
    const theirs = (await inbox(other)).items;
    const unread = async (who = person): Promise<number> =>
      (await app.as(who).get('/me').expect(200)).body.unreadNotices as number;
    expect(await unread()).toBe(3);
    const read = (body: object) => app.as(person).post('/me/notices/read', body);
    expect((await read({ ids: [mine[0]?.id, theirs[0]?.id] }).expect(200)).body).toEqual({ unread: 2 });
    expect(await unread(other)).toBe(3);
    expect((await inbox()).items.map((n) => n.readAt !== null)).toEqual([true, false, false]);
    expect((await read({ ids: [] }).expect(200)).body).toEqual({ unread: 2 });
    expect((await read({ ids: [encodeId('booking', 1)] }).expect(404)).body.code).toBe('NOT_FOUND');
    for (const ids of ['mine', [1], [''], Array.from({ length: 101 }, () => mine[0]?.id)])
      await read({ ids }).expect(400);
    expect((await read({}).expect(200)).body).toEqual({ unread: 0 });
    expect(await unread(other)).toBe(3);
    await app.as().get('/me/notices').expect(401);
  });
});
