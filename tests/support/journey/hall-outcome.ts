import { COMMUNITY } from '../../builders/venues.js';
import { exported } from '../../builders/record.js';
import { recordActs } from '../../builders/halls.js';
import { deed, deskPage, idOf, nightFalls, topicPage, topicRow, type TopicInHall } from './hall-city.js';

const recordPage = (id: string): string => `pages-halls/record/index?id=${id}`;

/** A promise with who keeps it by when: kept, shown with a photo, rated by a resident. */
export async function followUp(hall: TopicInHall): Promise<void> {
  const { city, lin, chen, luo, hong, id } = hall;
  const { database } = city.app;
  await luo.visit(deskPage(id));
  await luo.tap('to-follow-ups');
  await luo.fill('办什么', '北门建 12 个充电位');
  await luo.fill('谁来办', '文昌苑物业');
  await luo.pickDay('哪天前办好', '2026-12-25');
  await luo.inspect();
  await luo.tap('add-follow-up');
  await luo.see(/列进督办了/);
  await luo.inspect();
  await luo.visit(deskPage(id));
  await deed(luo, 'start_work');
  expect(await topicRow(city, id)).toMatchObject({ status: 'implementing' });

  await luo.visit(`pages-hall-desk/follow-ups/index?code=${COMMUNITY}`);
  await luo.see('文昌苑物业');
  await luo.inspect();
  await luo.tap('report-done');
  await luo.fill('办成什么样了', '12 个充电位都通电了，灯也亮了。');
  await luo.takePhoto('progress-photo');
  await luo.seeId('photo-sent');
  await luo.inspect();
  await luo.tap('report-confirm');
  await luo.see(/办结了，请大家评价/);
  expect(await database.query('SELECT status FROM follow_up WHERE topic_id = ?', [idOf(id)])).toEqual([
    { status: 'done' },
  ]);
  await luo.visit(deskPage(id));
  await deed(luo, 'evaluate');

  await city.later(1, lin, chen, luo, hong);
  await chen.visit(topicPage(id));
  await chen.seeId('follow-up');
  await chen.inspect();
  await chen.tap('rate');
  await chen.tap('star-5');
  await chen.inspect();
  await chen.tap('send-rating');
  await chen.see(/你给了 5 星/);
  expect(await database.query('SELECT stars, person_id AS person FROM follow_up_rating')).toEqual([
    { stars: 5, person: city.people.resident },
  ]);
  await lin.visit('pages/halls/index');
  await lin.tap('promises');
  await lin.seeId('follow-up');
  await lin.see(/按期办结 1 件/);
  await lin.inspect();
}

/** A stranger without an account proves the whole record on their own phone, and a forged copy is found out. */
export async function verify(hall: TopicInHall): Promise<void> {
  const { city, id } = hall;
  await nightFalls(city, hall.lin, hall.chen, hall.luo, hall.hong);
  const stranger = await hall.scene.phone();
  await stranger.visit(recordPage(id));
  await stranger.seeId('verify');
  await stranger.inspect();
  await stranger.tap('verify');
  await stranger.tap('verify-now');
  await stranger.seeId('record-ok');
  await stranger.see('全部吻合');
  await stranger.see(/按选票重新计了一遍，和公布的结果一样/);
  await stranger.inspect();

  const lines = await exported(city.app, idOf(id));
  const ballots = lines.findIndex((line) => line.includes('"act":"ballots"'));
  const forged = lines.with(ballots, (lines[ballots] ?? '').replace('"against"', '"abstain"'));
  await stranger.giveFile('verify-file', 'record.ndjson', `${forged.join('\n')}\n`);
  await stranger.seeId('record-broken');
  await stranger.seeId('fault');
  await stranger.inspect();

  const acts = await recordActs(city.app.database, idOf(id));
  for (const act of [
    'return',
    'endorse',
    'announce',
    'report',
    'hide',
    'appeal',
    'appeal_decision',
    'sign_in',
  ])
    expect(acts).toContain(act);
  for (const act of [
    'minutes_confirmed',
    'finalise',
    'assisted_confirmed',
    'count',
    'objection_answer',
    'rating',
  ])
    expect(acts).toContain(act);
}
