import { deed, deskPage, idOf, ok, topicPage, topicRow, type TopicInHall } from './hall-city.js';

const votePage = (id: string): string => `pages-halls/vote/index?id=${id}`;
const roomPage = (id: string): string => `pages-hall-desk/counting/index?topic=${id}`;

interface Vote {
  memberships: { no: number }[];
  textHash: string;
}

/** Open ballots: one changes their mind, one taps twice, one comes on paper through two pairs of eyes. Then the count. */
export async function vote(hall: TopicInHall): Promise<string[]> {
  const { city, lin, chen, luo, hong, id } = hall;
  const { database } = city.app;
  await chen.visit('');
  await chen.see('正在议');
  await chen.tap('topic-tile');
  await chen.seeId('topic-vote');
  await chen.inspect();
  await chen.tap('topic-vote');
  await chen.seeId('ballot');
  await chen.inspect();
  await chen.tap('choose-against');
  await chen.seeId('confirm-ballot');
  await chen.inspect();
  await chen.tap('cast');
  await chen.seeId('receipt');
  await chen.inspect();
  const first = (await chen.textOf('receipt')).trim();
  await chen.tap('change-vote');
  await chen.tap('choose-for');
  await chen.tap('cast');
  await chen.see('改好了');
  const changed = (await chen.textOf('receipt')).trim();
  expect(changed).not.toBe(first);

  await lin.visit(votePage(id));
  await lin.tap('choose-for');
  await lin.seeId('cast');
  await lin.tapTwice('cast');
  await lin.seeId('receipt');
  await lin.see('投好了');
  for (const [index, choice] of (['against', 'for'] as const).entries())
    await castOverHttp(hall, city.neighbours[index] ?? 0, choice);
  const cast = await database.query<{ by: number; choice: string }>(
    'SELECT cast_by AS `by`, choice FROM open_ballot WHERE topic_id = ? AND cast_by IN (?) ORDER BY cast_by DESC, seq',
    [idOf(id), [city.people.resident, city.people.verified]],
  );
  expect(cast).toEqual([
    { by: city.people.resident, choice: 'against' },
    { by: city.people.resident, choice: 'for' },
    { by: city.people.verified, choice: 'for' },
  ]);

  await paperBallot(hall);
  await lin.visit(topicPage(id));
  await lin.seeId('participation');
  await lin.see(/5 \/ 8/);
  await lin.seeId('my-vote');
  expect(await lin.count('tally')).toBe(0);
  await lin.inspect();
  expect(await luo.count('count-votes')).toBe(0);

  await city.past(id, 'votesUntil', lin, chen, luo, hong);
  await luo.visit(roomPage(id));
  await luo.tap('count-votes');
  await luo.inspect();
  await luo.tap('confirm-deed');
  await luo.seeId('tally');
  await luo.tap('recount');
  await luo.seeId('recount-result');
  await luo.see(/和公布的结果一致/);
  await luo.inspect();
  const counted = await topicRow(city, id);
  expect(counted.status).toBe('counted');
  expect(typeof counted.tally === 'string' ? JSON.parse(counted.tally) : counted.tally).toEqual({
    for: 4,
    against: 1,
    abstain: 0,
  });
  return [first, changed];
}

async function castOverHttp({ city, id }: TopicInHall, person: number, choice: string): Promise<void> {
  const client = city.app.as(person);
  const { memberships, textHash } = await ok<Vote>(client.get(`/topics/${id}/vote`));
  await ok(client.post(`/topics/${id}/ballots`, { member: memberships[0]?.no, choice, textHash }));
}

/** A ballot on paper: one member of staff reads it, another reads it again without seeing the first reading. */
async function paperBallot({ city, luo, hong, id }: TopicInHall): Promise<void> {
  const third = city.neighbours[2] ?? 0;
  const { memberships } = await ok<Vote>(city.app.as(third).get(`/topics/${id}/vote`));
  await luo.visit(roomPage(id));
  await luo.seeId('participation');
  await luo.inspect();
  await luo.tap('add-assisted');
  await luo.takePhoto('assisted-photo');
  await luo.seeId('photo-sent');
  await luo.fill('谁的票', String(memberships[0]?.no));
  await luo.inspect();
  await luo.tapText(`第 ${memberships[0]?.no} 号 · 文昌苑3栋`);
  await luo.tapLabel('赞成');
  await luo.inspect();
  await luo.tap('assisted-confirm');
  await luo.see(/录好了，等另一位同事/);
  await luo.inspect();
  expect(await luo.count('assisted-read')).toBe(0);

  await hong.visit(roomPage(id));
  await hong.seeId('assisted-read');
  expect(await hong.text()).not.toContain('你录的');
  await hong.inspect();
  await hong.tap('assisted-read');
  await hong.tapLabel('赞成');
  await hong.inspect();
  await hong.tap('assisted-second');
  await hong.see(/算数了/);
  await hong.inspect();
  const entries = await city.app.database.query(
    'SELECT status, channel, member_no AS no FROM assisted_entry',
  );
  expect(entries).toEqual([{ status: 'confirmed', channel: 'paper', no: memberships[0]?.no }]);
}

/** Anyone finds the ballot of a receipt among those counted; the result is publicised and an objection answered. */
export async function publicise(hall: TopicInHall, [first, changed]: string[]): Promise<void> {
  const { city, lin, chen, luo, hong, id } = hall;
  const { database } = city.app;
  await chen.visit(`pages-halls/record/index?id=${id}`);
  await chen.fill('回执', changed ?? '');
  await chen.tap('check-receipt');
  await chen.see('这一票计进了结果。');
  await chen.fill('回执', first ?? '');
  await chen.tap('check-receipt');
  await chen.see(/后来改投过/);
  await chen.inspect();

  await luo.visit(deskPage(id));
  await deed(luo, 'publicise');
  expect(await topicRow(city, id)).toMatchObject({ status: 'publicised' });
  await city.later(1, lin, chen, luo, hong);
  await chen.visit(topicPage(id));
  await chen.seeId('tally');
  await chen.inspect();
  await chen.tap('object');
  await chen.fill('哪里不对', '名册里我家的门牌写错了，请核对。');
  await chen.inspect();
  await chen.tap('send-objection');
  await chen.seeId('objection-sent');
  await chen.inspect();
  const objections = (): Promise<object[]> => database.query('SELECT status FROM topic_objection');
  expect(await objections()).toEqual([{ status: 'open' }]);

  // The end of the publication waits for the answer.
  await city.past(id, 'publicationUntil', lin, chen, luo, hong);
  await city.tick();
  expect(await topicRow(city, id)).toMatchObject({ status: 'publicised' });
  await luo.visit('pages-staff/workbench/index');
  await luo.tap('todo-topic-objections');
  await luo.see('名册里我家的门牌写错了，请核对。');
  await luo.inspect();
  await luo.tap('dismiss');
  await luo.fill('答复', '门牌已经改正，不影响这一户的票。');
  await luo.inspect();
  await luo.tap('answer-confirm');
  await luo.see(/^答复了/);
  expect(await objections()).toEqual([{ status: 'dismissed' }]);
  await city.tick();
  expect(await topicRow(city, id)).toMatchObject({ status: 'effective' });
}
