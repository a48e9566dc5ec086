import { COMMUNITY } from '../../builders/venues.js';
import {
  deed,
  deskPage,
  NEEDED,
  newestTopic,
  ok,
  topicPage,
  topicRow,
  type TopicInHall,
} from './hall-city.js';

export const TITLE = '电动车充电棚建在哪？';
const BODY = '三栋楼下每晚都有人拉线充电，请大家一起定一个地方建充电棚。';
const MORE = '涉及文昌苑1栋到3栋，建议建在北门围墙边。';

/** Raised with a draft that outlives the app, sent back for more, handed in again, and opened for endorsements. */
export async function raise(hall: TopicInHall): Promise<void> {
  const { city, lin, luo } = hall;
  await lin.tab('议事');
  await lin.see('街坊们在议');
  await lin.inspect();
  await lin.tap('raise-topic');
  await lin.seeId('submit-topic');
  await lin.tap('submit-topic');
  await lin.inspect();
  await lin.fill('标题', TITLE);
  await lin.fill('说清楚这件事', BODY);
  await lin.kill();
  await lin.visit(`pages-halls/write/index?community=${COMMUNITY}`);
  await lin.see(/上次没写完的还在/);
  await lin.tap('save-draft');
  await lin.seeId('draft-saved');
  await lin.inspect();
  hall.id = await newestTopic(city);
  expect(await topicRow(city, hall.id)).toMatchObject({ status: 'draft' });
  await lin.tap('submit-topic');
  await lin.see('已提交');
  await lin.inspect();
  expect(await topicRow(city, hall.id)).toMatchObject({ status: 'submitted', textNo: 1 });

  await luo.tab('我的');
  await luo.tap('workbench');
  await luo.seeId('todo-topics');
  await luo.inspect();
  await luo.tap('todo-topics');
  await luo.seeId(`staff-topic-${hall.id}`);
  await luo.inspect();
  await luo.tap(`staff-topic-${hall.id}`);
  await luo.seeId('deed-return');
  await luo.inspect();
  await luo.tap('deed-return');
  await luo.fill('理由', '请写明涉及哪几栋楼。');
  await luo.inspect();
  await luo.tap('confirm-reason');
  await luo.see(/办好了。/);
  expect(await topicRow(city, hall.id)).toMatchObject({ status: 'returned' });

  await lin.visit(topicPage(hall.id));
  await lin.seeId('status-reason');
  await lin.inspect();
  await lin.tap('topic-edit');
  await lin.seeId('return-reason');
  await lin.see('请写明涉及哪几栋楼。');
  await lin.fill('说清楚这件事', `${BODY}${MORE}`);
  await lin.inspect();
  await lin.tap('submit-topic');
  await lin.see('已提交');
  expect(await topicRow(city, hall.id)).toMatchObject({ status: 'submitted', textNo: 2 });

  await luo.visit(deskPage(hall.id));
  await luo.seeId('deed-take_up');
  await deed(luo, 'take_up');
  await deed(luo, 'classify_deep');
  await deed(luo, 'open_endorsing');
  await luo.inspect();
  expect(await topicRow(city, hall.id)).toMatchObject({ status: 'endorsing' });
}

/** Endorsed to the threshold, then announced to the households by rules that are frozen with their roll. */
export async function endorse(hall: TopicInHall): Promise<void> {
  const { city, chen, luo, id } = hall;
  await chen.visit('');
  await chen.see('正在议');
  await chen.inspect();
  await chen.tab('议事');
  await chen.seeId('topic-tile');
  await chen.inspect();
  await chen.tap('topic-tile');
  await chen.seeId('topic-endorse');
  await chen.inspect();
  await chen.tapTwice('topic-endorse');
  await chen.seeId('endorsed');
  await chen.inspect();
  expect(await topicRow(city, id)).toMatchObject({ endorsements: 1 });
  for (const person of city.neighbours.slice(0, NEEDED - 1))
    await ok(city.app.as(person).post(`/topics/${id}/endorse`, { textNo: 2 }));
  await chen.refresh();
  await chen.see(/人数够了，社区会公告/);

  await luo.visit(`pages-hall-desk/topics/index?code=${COMMUNITY}&queue=endorsed`);
  await luo.tap(`staff-topic-${id}`);
  await luo.seeId('deed-announce');
  await luo.tap('deed-announce');
  await luo.seeId('announce-step');
  await luo.inspect();
  await luo.tap('option-households');
  await luo.see(/现在一共 8 户/);
  await luo.inspect();
  await luo.tap('step-on');
  await luo.tap('option-household_majority');
  await luo.see('这个规则要求');
  await luo.inspect();
  await luo.tap('step-on');
  await luo.seeId('roll-preview');
  await luo.inspect();
  await luo.tap('step-on');
  await luo.seeId('freeze');
  await luo.tap('understood');
  await luo.inspect();
  await luo.tap('announce');
  await luo.seeId('announced');
  await luo.inspect();
  expect(await topicRow(city, id)).toMatchObject({ status: 'announced', pack: 'household_majority' });
  const rolls = await city.app.database.query<{ source: string; size: number }>(
    'SELECT source, size FROM roll',
  );
  expect(rolls).toEqual([{ source: 'households', size: 8 }]);

  await chen.visit(topicPage(id));
  await chen.see('按什么规则议');
  await chen.inspect();
  await chen.tap('roll');
  await chen.seeId('roll-mine');
  await chen.inspect();
}
