import { randomUUID } from 'node:crypto';
import { callerOf } from './backstage.js';
import { HOUSEHOLDS, type HallPaths } from './paths.js';
import { DANCE_TALK, LATER_TALK, PARKING_TALK, SHED_SPEECHES, SHED_TALK } from './talk.js';
import type { RaisedText } from './teller.js';
import { TEXTS } from './texts.js';

/** People of these stories whom a guest takes on. */
export interface HallGuests {
  lin: number;
  moderator: number;
  street: number;
}

/** Publicised, with an objection that waits and one that was answered. */
export async function parkingStory(paths: HallPaths, { lin }: HallGuests): Promise<void> {
  const { teller } = paths;
  const initiator = paths.neighbour(7);
  const id = await paths.announced(
    TEXTS.parking,
    initiator,
    24,
    HOUSEHOLDS,
    paths.neighbours(8, 13, [initiator]),
  );
  const said = await paths.talked(id, PARKING_TALK, 10, 180);
  await paths.reactions(said, 20);
  await paths.finalised(
    id,
    ['靠墙一侧划二十二个车位，留四米通道。', '大门内留四个临时车位，来客登记后使用，两小时以内不收费。'],
    ['有住户反对占用小孩玩的空地，要求空地一侧不划线。'],
  );
  await paths.voted(
    id,
    ({ personId }, index) =>
      personId === lin ? 'for' : index % 5 === 1 ? null : index % 4 === 2 ? 'against' : 'for',
    260,
  );
  await paths.counted(id);
  await paths.publicised(id, 3, false);
  teller.at(2, 20, 15);
  await teller.object(
    paths.neighbour(12),
    id,
    '3 栋门前的两个车位离消防栓不到两米，按规定不能划。请现场再量一次。',
  );
  await teller.expect(id, 'publicised');
}

/** Households are voting; 林阿姨 has not yet. */
export async function danceStory(paths: HallPaths, { lin }: HallGuests): Promise<void> {
  const { teller } = paths;
  const initiator = paths.neighbour(9);
  const id = await paths.announced(
    TEXTS.dance,
    initiator,
    20,
    HOUSEHOLDS,
    paths.neighbours(11, 12, [initiator]),
  );
  const said = await paths.talked(id, DANCE_TALK, 13, 200);
  await paths.reactions(said, 16);
  await paths.finalised(
    id,
    ['每晚七点到八点一刻，两支队伍合用一个音响，音量不超过六十分贝。', '中考、高考前一周和考试期间不跳。'],
    ['有住户希望整个夏天都改到党群中心里面跳。'],
  );
  teller.at(3, 8, 35);
  await paths.voted(
    id,
    ({ personId }, index) =>
      personId === lin || index % 3 === 1 ? null : index % 4 === 0 ? 'against' : 'for',
    190,
  );
  await teller.expect(id, 'voting');
}

/** Talked over, minuted, frozen; the vote is about to be opened. */
export async function libraryStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(14);
  const id = await paths.announced(
    TEXTS.library,
    initiator,
    17,
    HOUSEHOLDS,
    paths.neighbours(15, 11, [initiator]),
  );
  await teller.until((await teller.topic(id)).deliberatesFrom);
  teller.later(9 * 60);
  const first = await teller.say(paths.neighbour(16), id, {
    stance: 'for',
    text: '周末开我就能带孩子来，愿意报名值守。',
  });
  teller.later(120);
  const second = await teller.say(paths.neighbour(18), id, {
    stance: 'against',
    text: '晚上开到九点，二楼的灯和说话声会吵到后面那栋。',
  });
  await paths.reactions([first, second], 9);
  const meeting = await teller.callMeeting(
    hall.staff,
    id,
    { daysAgo: 7, hour: 19 },
    { place: '延安社区党群服务中心二楼会议室', agenda: '图书角开放时间、值守安排、关灯和安静的约定' },
  );
  teller.at(7, 18, 45);
  const present = paths.neighbours(16, 4, [initiator]);
  for (const person of [initiator, ...present]) {
    await teller.signIn(person, meeting);
    teller.later(2);
  }
  teller.at(7, 19, 20);
  const spoken = [
    { role: 'resident' as const, stance: 'for' as const, text: '周末和晚上开，志愿者两人一班，我来排班。' },
    {
      role: 'resident' as const,
      stance: 'against' as const,
      text: '请九点准时关灯，靠后窗的两张桌子不要坐人。',
    },
    { role: 'staff' as const, stance: 'neutral' as const, text: '钥匙由值班的志愿者签字领，借阅登记照旧。' },
  ];
  const attendees = (
    await teller.meetings.addAttendee(callerOf(hall.staff), randomUUID(), meeting, {
      name: '吴老师',
      role: 'resident',
    })
  ).attendees;
  const speeches: string[] = [];
  for (const [index, words] of spoken.entries()) {
    teller.later(12);
    const attendeeId = attendees[index]?.id;
    const page = await teller.meetings.addSpeech(callerOf(hall.staff), randomUUID(), meeting, {
      ...words,
      ...(index === 2 || attendeeId === undefined ? { speakerName: '小罗' } : { attendeeId }),
      attachmentIds: [],
    });
    speeches.push(page.speeches.at(-1)?.id ?? '');
  }
  teller.at(7, 20, 50);
  await teller.meetings.close(callerOf(hall.staff), randomUUID(), meeting);
  teller.at(6, 9, 20);
  await teller.minutes(
    hall.staff,
    id,
    [
      {
        text: '图书角周一周二闭馆，周三到周五下午开，周末全天开，另加周三、周五晚七点到九点。',
        cites: [
          { kind: 'speech', id: speeches[0] ?? '' },
          { kind: 'opinion', id: first },
        ],
      },
      { text: '值守由志愿者两人一班，钥匙签字领取。', cites: [{ kind: 'speech', id: speeches[2] ?? '' }] },
    ],
    [
      {
        text: '后面一栋的住户担心晚上吵，要求九点准时关灯，靠后窗的桌子晚上不用。',
        cites: [
          { kind: 'speech', id: speeches[1] ?? '' },
          { kind: 'opinion', id: second },
        ],
      },
    ],
  );
  for (const person of [initiator, ...present.slice(0, 3)]) {
    teller.later(180);
    await teller.confirmMinutes(person, id);
  }
  // The last of those present and the one on paper do not answer: after two days the minutes stand without them.
  teller.at(2, 11);
  await teller.passTime();
  await teller.act(hall.staff, id, 'finalise');
  await teller.expect(id, 'finalised');
}

/** Everybody talks about the shed: sixty opinions, some of them reported, a meeting. */
export async function shedStory(paths: HallPaths, { lin, street }: HallGuests): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(2);
  const endorsers = [lin, ...paths.neighbours(3, 14, [initiator])];
  const choice = { ...HOUSEHOLDS, deliberationDays: 14 };
  const id = await paths.announced(TEXTS.shed, initiator, 14, choice, endorsers);
  const half = Math.ceil(SHED_TALK.length / 2);
  const early = await paths.talked(id, SHED_TALK.slice(0, half), 1, 42);
  await paths.reactions(early, 90);
  const lins = await teller.say(lin, id, {
    stance: 'for',
    text: '我住 2 栋，赞成北门。请留一条走得开轮椅的路，晚上要有灯。',
  });
  await teller.react(paths.neighbour(4), lins, 1);
  await teller.react(paths.neighbour(6), lins, 1);
  await teller.edit(lin, lins, '我住 2 栋，赞成北门。请留一米五宽的路，轮椅能过；晚上要有灯。');

  await shedCases(paths, id, street);

  const meeting = await teller.callMeeting(
    hall.staff,
    id,
    { daysAgo: 1, hour: 15 },
    { place: '文昌苑 2 栋架空层', agenda: '看三个地点的现场；位置、收费、谁来管' },
  );
  teller.at(3, 8);
  const late = await paths.talk(id, SHED_TALK.slice(half), 17, 31);
  await paths.reactions([...early, ...late], 110);
  teller.at(1, 14, 48);
  for (const person of [initiator, lin, ...paths.neighbours(5, 9, [initiator])]) {
    await teller.signIn(person, meeting);
    teller.later(1);
  }
  teller.at(1, 15, 10);
  for (const words of SHED_SPEECHES) {
    teller.later(9);
    await teller.meetings.addSpeech(callerOf(hall.staff), randomUUID(), meeting, {
      ...words,
      speakerName: { resident: '文昌苑住户', property: '物业陈经理', committee: '居委会吴主任' }[words.role],
      attachmentIds: [],
    });
  }
  const next = { daysAgo: -3, hour: 19 };
  teller.at(1, 17, 20);
  await teller.meetings.close(callerOf(hall.staff), randomUUID(), meeting);
  await teller.callMeeting(hall.staff, id, next, {
    place: '延安社区党群服务中心二楼会议室',
    agenda: '看平面图，把几个方案的意见理成一份',
  });
  await teller.expect(id, 'deliberating');
}

/** One opinion is hidden, one hidden and appealed, one reported and waiting. */
async function shedCases(paths: HallPaths, id: string, street: number): Promise<void> {
  const { teller, hall } = paths;
  const rude = paths.neighbour(20);
  const insult = await teller.say(rude, id, {
    stance: 'against',
    text: '一楼那几户就是自私，没脑子的人才会反对。',
  });
  teller.later(30);
  await teller.report(paths.neighbour(1), insult, 'abuse', '在骂人');
  teller.later(12);
  await teller.report(paths.neighbour(4), insult, 'abuse', '');
  teller.later(60);
  const first = await teller.claimCase(hall.staff, insult);
  teller.later(4);
  await teller.decideCase(hall.staff, first, {
    decision: 'hide',
    reason: 'abuse',
    words: '请就事论事，不要说别人自私、没脑子。意见可以换个说法再写。',
  });
  const seller = paths.neighbour(22);
  const offer = await teller.say(seller, id, {
    stance: 'for',
    text: '我表弟就是装充电桩的，做过三个小区，价钱可以给邻居优惠，要的找我。',
  });
  teller.later(25);
  await teller.report(paths.neighbour(8), offer, 'advert', '像是在拉生意');
  teller.later(50);
  const second = await teller.claimCase(street, offer);
  teller.later(3);
  await teller.decideCase(street, second, { decision: 'hide', reason: 'advert', words: '议题里不能推销。' });
  teller.later(200);
  await teller.appeal(seller, second, '我只是想说邻居里有懂行的人，可以来讲讲，不是广告。');
  const doubt = await teller.say(paths.neighbour(10), id, {
    stance: 'against',
    text: '听说隔壁小区的棚子用了三个月就短路，这种东西都是便宜货。',
  });
  teller.later(70);
  await teller.report(paths.neighbour(12), doubt, 'false', '没有这回事，我就住隔壁');
}

/** Told on a later start: households are voting on something new, 林阿姨 has not yet. */
export async function laterVote(paths: HallPaths, { lin }: HallGuests, text: RaisedText): Promise<void> {
  const { teller } = paths;
  const initiator = paths.neighbour(6);
  const id = await paths.announced(text, initiator, 20, HOUSEHOLDS, paths.neighbours(8, 12, [initiator]));
  const said = await paths.talked(id, LATER_TALK, 10, 200);
  await paths.reactions(said, 12);
  await paths.finalised(id, ['按多数人的意见办，费用和施工时间提前公布。'], ['有住户要求先公布预算再动工。']);
  teller.at(2, 8, 35);
  await paths.voted(id, ({ personId }, index) => (personId === lin || index % 3 === 1 ? null : 'for'), 150);
  await teller.expect(id, 'voting');
}

/** Told on a later start: something new is being talked over. */
export async function laterTalk(paths: HallPaths, { lin }: HallGuests, text: RaisedText): Promise<void> {
  const { teller } = paths;
  const initiator = paths.neighbour(3);
  const choice = { ...HOUSEHOLDS, deliberationDays: 14 };
  const endorsers = [lin, ...paths.neighbours(4, 11, [initiator])];
  const id = await paths.announced(text, initiator, 11, choice, endorsers);
  const said = await paths.talked(id, LATER_TALK, 5, 200);
  await paths.reactions(said, 18);
  await teller.expect(id, 'deliberating');
}
