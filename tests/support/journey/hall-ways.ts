import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildTopic } from '../../builders/halls.js';
import { buildVote } from '../../builders/voting.js';
import { COMMUNITY } from '../../builders/venues.js';
import {
  deskPage,
  ok,
  STREET_MODERATOR,
  MODERATOR,
  topicPage,
  topicRow,
  type HallCity,
} from './hall-city.js';
import type { Scene } from './phones.js';

/** A secret ballot of one's own and one by proxy, in elder view: each once, and nothing says afterwards what they were. */
export async function voteInSecret({ city, phone }: Scene<HallCity>): Promise<void> {
  const { database } = city.app;
  const me = city.people.verified;
  const [first = 0] = city.neighbours;
  const vote = await buildVote(city.app, [{ voters: [me] }, { voters: [first, me] }, { voters: [first] }], {
    secret: true,
    title: '楼道保洁选哪一家',
  });
  await database.execute(
    "UPDATE roll_voter SET capacity = 'proxy' WHERE roll_id = ? AND person_id = ? AND member_no = 2",
    [vote.rollId, me],
  );
  const lin = await phone('verified');
  await lin.visit('');
  await lin.tap('elder-switch');
  await lin.see('正在议');
  await lin.inspect();
  await lin.visit(`pages-halls/vote/index?id=${vote.publicId}`);
  await lin.seeId('member-2');
  expect(await lin.look()).toContain('elder');
  await lin.see(/谁也查不到你选了什么/);
  await lin.inspect();
  await lin.tap('member-2');
  await lin.tap('choose-against');
  await lin.seeId('confirm-ballot');
  await lin.inspect();
  await lin.tap('choose-again');
  await lin.tap('choose-abstain');
  await lin.tapTwice('cast');
  await lin.seeId('my-ballot');
  expect(await lin.count('receipt')).toBe(0);
  expect(await lin.count('change-vote')).toBe(0);
  await lin.inspect();
  await lin.tap('next-vote');
  await lin.tap('choose-for');
  await lin.tap('cast');
  await lin.seeId('my-ballot');
  await lin.refresh();
  await lin.seeId('my-ballot');
  expect(await lin.text()).not.toMatch(/投的是「/);
  expect(
    await database.query('SELECT choice FROM secret_ballot WHERE topic_id = ? ORDER BY choice', [
      vote.topicId,
    ]),
  ).toEqual([{ choice: 'abstain' }, { choice: 'for' }]);
  expect(
    await database.query('SELECT member_no AS no FROM ballot_mark WHERE topic_id = ? ORDER BY member_no', [
      vote.topicId,
    ]),
  ).toEqual([{ no: 1 }, { no: 2 }]);
}

/** What a community answers at once, what it declines and its street takes up again, and what is taken back. */
export async function answerAndDecline({ city, phone }: Scene<HallCity>): Promise<void> {
  const { database } = city.app;
  const topic = async (title: string, track: 'instant' | 'deep'): Promise<string> =>
    encodeId(
      'topic',
      await buildTopic(
        database,
        { status: 'under_review', title, track, initiatorId: city.people.verified },
        city.app,
      ),
    );
  const lamp = await topic('三楼的灯不亮', 'instant');
  const benches = await topic('楼下添几张长椅', 'deep');
  const luo = await phone(MODERATOR);
  await luo.visit(deskPage(lamp));
  await luo.tap('deed-answer');
  await luo.fill('答复', '今天下午已经换好，亮了。');
  await luo.inspect();
  await luo.tap('confirm-reason');
  await luo.see(/办好了。/);
  expect(await topicRow(city, lamp)).toMatchObject({ status: 'effective' });
  await luo.visit(deskPage(benches));
  await luo.tap('deed-decline');
  await luo.fill('理由', '这块地归园林管。');
  await luo.inspect();
  await luo.tap('confirm-reason');
  await luo.see(/办好了。/);
  expect(await topicRow(city, benches)).toMatchObject({ status: 'declined' });

  const lin = await phone('verified');
  await lin.visit(topicPage(lamp));
  await lin.seeId('answer');
  await lin.see('今天下午已经换好，亮了。');
  await lin.inspect();
  await lin.visit(topicPage(benches));
  await lin.see('这块地归园林管。');
  await lin.inspect();
  await lin.tap('topic-review');
  await lin.fill('为什么应该立项', '园林说归社区管，有回信。');
  await lin.inspect();
  await lin.tap('send-review');
  await lin.gone(/由街道的另一位同事来看/);
  const hong = await phone(STREET_MODERATOR);
  await hong.visit(`pages-hall-desk/topics/index?code=${COMMUNITY.slice(0, 9)}&queue=declined`);
  await hong.tap(`staff-topic-${benches}`);
  await hong.see(/园林说归社区管/);
  await hong.inspect();
  await hong.tap('deed-review_declined');
  await hong.fill('理由', '回信属实，请重新受理。');
  await hong.inspect();
  await hong.tap('confirm-reason');
  await hong.see(/办好了。/);
  expect(await topicRow(city, benches)).toMatchObject({ status: 'under_review' });

  await lin.visit(topicPage(benches));
  await lin.tap('withdraw');
  await lin.seeId('confirm-withdraw');
  await lin.inspect();
  await lin.tap('confirm-withdraw');
  await lin.see('看看别的议题');
  await lin.inspect();
  expect(await topicRow(city, benches)).toMatchObject({ status: 'withdrawn' });
}

/** Two topics about one thing become one; each who endorsed is asked, and only who agrees goes along. */
export async function merge({ city, phone }: Scene<HallCity>): Promise<void> {
  const { database } = city.app;
  const [first = 0, second = 0] = city.neighbours;
  const topic = async (title: string, initiatorId: number): Promise<string> =>
    encodeId(
      'topic',
      await buildTopic(database, { status: 'endorsing', title, initiatorId, endorseThreshold: 9 }, city.app),
    );
  const seats = await topic('加几个歇脚的凳子', first);
  const benches = await topic('楼下添几张长椅', second);
  await ok(city.app.as(city.people.resident).post(`/topics/${seats}/endorse`, { textNo: 1 }));
  const luo = await phone(MODERATOR);
  await luo.visit(deskPage(seats));
  await luo.tap('deed-merge');
  await luo.fill('合并到哪个议题', '长椅');
  await luo.tap(`option-${benches}`);
  await luo.fill('理由', '说的是同一件事。');
  await luo.inspect();
  await luo.tap('merge-confirm');
  await luo.see(/办好了。/);
  expect(await topicRow(city, seats)).toMatchObject({ status: 'merged' });
  expect(await topicRow(city, benches)).toMatchObject({ endorsements: 0 });

  const chen = await phone('resident');
  await chen.tab('议事');
  await chen.seeId('merges-waiting');
  await chen.inspect();
  await chen.tapText('去看看（1 个）');
  await chen.seeId('merge-yes');
  await chen.inspect();
  await chen.tap('merge-yes');
  await chen.see('没有要你答复的合并');
  expect(await topicRow(city, benches)).toMatchObject({ endorsements: 1 });
}
