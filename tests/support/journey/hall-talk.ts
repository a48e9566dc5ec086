import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Driver } from './driver.js';
import { deed, deskPage, idOf, ok, topicPage, topicRow, type TopicInHall } from './hall-city.js';

/** How somebody in the room signs in with the code on the meeting's screen. */
export type SignIn = (resident: Driver, screen: Driver) => Promise<void>;

const AGAINST = '放在北门，一楼的窗户就在旁边，夜里太吵。';
const opinionsPage = (id: string): string => `pages-halls/opinions/index?id=${id}`;

/** Opinions with their positions; one is reported, hidden with a stub, and comes back on appeal by another person. */
export async function discuss(hall: TopicInHall): Promise<void> {
  const { city, lin, chen, luo, hong, id } = hall;
  const { database } = city.app;
  await city.past(id, 'deliberatesFrom', lin, chen, luo, hong);
  await city.tick();
  expect(await topicRow(city, id)).toMatchObject({ status: 'deliberating' });
  const [first, second] = city.neighbours;
  await ok(
    city.app.as(first).post(`/topics/${id}/opinions`, { stance: 'for', text: '北门离楼最远，最安全。' }),
  );
  await ok(
    city.app.as(second).post(`/topics/${id}/opinions`, { stance: 'neutral', text: '哪里都行，要有烟感。' }),
  );

  await chen.visit(topicPage(id));
  await chen.seeId('stance-against');
  await chen.inspect();
  await chen.tap('stance-against');
  await chen.seeId('send-opinion');
  await chen.fill('理由', '放在北门');
  await chen.kill();
  await chen.visit(topicPage(id));
  await chen.tap('stance-against');
  await chen.see('上次没写完的还在。');
  await chen.fill('理由', AGAINST);
  await chen.inspect();
  await city.later(5, lin, chen, luo, hong);
  await chen.tapTwice('send-opinion');
  await chen.seeId('edit-opinion');
  await chen.see(AGAINST);
  const said = await database.query<{ id: number; stance: string; status: string }>(
    'SELECT id, stance, status FROM opinion WHERE author_id = ?',
    [city.people.resident],
  );
  expect(said).toMatchObject([{ stance: 'against', status: 'visible' }]);

  await lin.visit(opinionsPage(id));
  await lin.see(AGAINST);
  await lin.inspect();
  await lin.tap('react-disagree');
  await lin.see('赞成 1');
  await lin.tap('reply-to');
  await lin.tap('stance-for');
  await lin.fill('理由', '可以加隔音板。');
  await lin.inspect();
  await lin.tap('send-opinion');
  await lin.tap('show-replies');
  await lin.seeId('reply');
  await lin.inspect();
  const reactions = await database.query('SELECT value FROM opinion_reaction WHERE person_id = ?', [
    city.people.verified,
  ]);
  expect(reactions).toEqual([{ value: -1 }]);
  await report(hall, said[0]?.id ?? 0);
}

async function report({ city, lin, chen, luo, hong, id }: TopicInHall, opinionId: number): Promise<void> {
  const { database } = city.app;
  const status = async (): Promise<string | undefined> =>
    (await database.query<{ status: string }>('SELECT status FROM opinion WHERE id = ?', [opinionId]))[0]
      ?.status;
  await lin.visit(opinionsPage(id));
  await lin.see(AGAINST);
  await lin.tap('report-opinion');
  await lin.tapLabel('辱骂或攻击他人');
  await lin.inspect();
  await lin.tap('send-report');
  await lin.seeId('reported');
  const [row] = await database.query<{ id: number }>('SELECT id FROM moderation_case');
  const caseId = encodeId('case', row?.id ?? 0);

  await luo.visit('pages-staff/workbench/index');
  await luo.tap('todo-cases');
  await luo.seeId(`case-${caseId}`);
  await luo.inspect();
  await luo.tap(`case-${caseId}`);
  await luo.seeId('claim');
  await luo.inspect();
  await luo.tap('claim');
  await luo.see(/归你看了/);
  await luo.tap('hide');
  await luo.tap('hide-reason');
  await luo.tapText('与议题无关');
  await luo.inspect();
  await luo.tap('hide-confirm');
  await luo.see(/^隐藏了/);
  expect(await status()).toBe('hidden');

  await city.later(1, lin, chen, luo, hong);
  await chen.visit(opinionsPage(id));
  await chen.seeId('stub');
  await chen.inspect();
  await chen.tap('appeal-opinion');
  await chen.seeId('my-case');
  await chen.inspect();
  await chen.tap('appeal');
  await chen.fill('为什么不该隐藏', '我说的就是充电棚吵不吵。');
  await chen.inspect();
  await chen.tap('send-appeal');
  await chen.see('申诉在看');

  // Who decided does not decide again.
  await luo.visit(`pages-hall-desk/case/index?id=${caseId}`);
  await luo.seeId('conflict');
  await luo.inspect();
  expect(await luo.count('overturn-appeal')).toBe(0);
  await hong.visit(`pages-hall-desk/cases/index?code=350602002&queue=appeals`);
  await hong.tap(`case-${caseId}`);
  await hong.tap('overturn-appeal');
  await hong.fill('复核的理由', '说的正是这件事，恢复。');
  await hong.inspect();
  await hong.tap('confirm-reason');
  await hong.see(/恢复显示了/);
  expect(await status()).toBe('visible');
  await city.later(1, lin, chen, luo, hong);
  await chen.refresh();
  await chen.see('申诉成立，已恢复');
  await chen.inspect();
}

/** A meeting with its sign-in, a speech with a photo, minutes that cite, confirmed by who was there; the text is frozen. */
export async function meet(hall: TopicInHall, signIn: SignIn): Promise<void> {
  const { city, lin, chen, luo, hong, id } = hall;
  const { database } = city.app;
  await luo.visit(deskPage(id));
  await luo.tap('to-meetings');
  await luo.tap('call-meeting');
  await luo.fill('地点', '党群中心二楼会议室');
  await luo.fill('议程', '看三个地点，听一楼住户怎么说。');
  await luo.inspect();
  await luo.tap('call-confirm');
  await luo.see(/通知发出去了/);
  const [called] = await database.query<{ id: number; startsAt: Date }>(
    'SELECT id, starts_at AS startsAt FROM meeting WHERE topic_id = ?',
    [idOf(id)],
  );
  if (called === undefined) throw new Error('No meeting was called');
  const meeting = encodeId('meeting', called.id);

  await city.setTime(called.startsAt, lin, chen, luo, hong);
  await luo.visit(`pages-hall-desk/meeting/index?id=${meeting}`);
  await luo.seeId('show-code');
  await luo.inspect();
  await luo.tap('show-code');
  await luo.seeId('manual-code');
  await luo.inspect();
  await chen.visit(topicPage(id));
  await chen.tap('topic-sign_in');
  await chen.see('党群中心二楼会议室');
  await chen.inspect();
  await signIn(chen, luo);
  await chen.seeId('signed-in');
  await chen.inspect();
  expect(await database.query('SELECT person_id AS person, method FROM meeting_attendee')).toEqual([
    { person: city.people.resident, method: 'qr' },
  ]);

  await luo.back();
  await luo.tap('add-speech');
  await luo.fill('姓名', '陈经理');
  await luo.fill('说了什么', '北门要加一盏灯，别的都好办。');
  await luo.takePhoto('speech-photo');
  await luo.seeId('photo-sent');
  await luo.inspect();
  await luo.tap('speech-confirm');
  await luo.see('记下了。');
  await luo.inspect();
  await luo.tap('close-meeting');
  await luo.tap('confirm-deed');
  await luo.see(/会议结束了/);

  await luo.tap('to-minutes');
  await luo.fill('第 1 句', '建在北门围墙边，加一盏灯。');
  await luo.tapLabel('第 1 句，引用发言');
  await luo.tap('cite-speech');
  await luo.tap('cites-done');
  await luo.tap('add-minority');
  await luo.fill('少数意见第 1 句', '一楼的住户担心夜里吵。');
  await luo.tapLabel('少数意见第 1 句，引用发言');
  await luo.tapLabel(/一楼的窗户就在旁边/);
  await luo.inspect();
  await luo.tap('cites-done');
  await luo.inspect();
  await luo.tap('save-minutes');
  await luo.see(/纪要存好了/);
  await luo.tap('send-minutes');
  await luo.see(/发给参会的人了/);
  await luo.inspect();

  await chen.visit(topicPage(id));
  await chen.tap('topic-confirm_minutes');
  await chen.seeId('confirm-minutes');
  await chen.inspect();
  await chen.tap('minutes-true');
  await chen.see(/你答复过了/);
  await chen.tap('cite');
  await chen.seeId('speech');
  await chen.inspect();
  expect(await database.query('SELECT status FROM minutes WHERE topic_id = ?', [idOf(id)])).toEqual([
    { status: 'confirmed' },
  ]);

  await city.past(id, 'deliberatesUntil', lin, chen, luo, hong);
  await luo.visit(deskPage(id));
  await deed(luo, 'finalise');
  expect(await topicRow(city, id)).toMatchObject({ status: 'finalised' });
  await deed(luo, 'open_voting');
  expect(await topicRow(city, id)).toMatchObject({ status: 'voting', tally: null });
  await luo.inspect();
}
