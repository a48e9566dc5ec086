import type { HallPaths } from './paths.js';
import { HOUSEHOLDS } from './paths.js';
import { CANTEEN_TALK, GATE_TALK, LIFT_TALK, WASTE_TALK } from './talk.js';
import { TEXTS } from './texts.js';

/** The gate was decided and is being built: promises kept, late and broken. */
export async function gateStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(0);
  const id = await paths.announced(
    TEXTS.gate,
    initiator,
    82,
    HOUSEHOLDS,
    paths.neighbours(1, 12, [initiator]),
  );
  const said = await paths.talked(id, GATE_TALK, 2, 160);
  await paths.reactions(said, 24);
  await paths.finalised(
    id,
    ['两个大门都装门禁，刷卡、密码、电话三种方式开门，不装人脸识别。', '费用从公共收益里出，不另外收钱。'],
    ['有住户担心老人记不住密码、快递不方便，要求白天由门卫照看。'],
  );
  await paths.voted(id, (_, index) => (index % 6 === 5 ? null : index % 5 === 3 ? 'against' : 'for'));
  await paths.counted(id);
  await paths.publicised(id, 59, true);
  await teller.expect(id, 'effective');

  teller.later(10 * 60);
  const north = await teller.promise(hall.staff, id, {
    title: '北门门禁装好并开通',
    responsible: '文昌苑物业服务中心',
    dueIn: -30,
  });
  await teller.promise(hall.staff, id, {
    title: '公布门禁的花费和发票',
    responsible: '文昌苑业主委员会',
    dueIn: -38,
  });
  const south = await teller.promise(hall.staff, id, {
    title: '南门门禁装好并开通',
    responsible: '文昌苑物业服务中心',
    dueIn: -6,
  });
  const cards = await teller.promise(hall.staff, id, {
    title: '给七十岁以上的老人上门办卡',
    responsible: '延安社区居委会',
    dueIn: 25,
  });
  teller.later(20);
  await teller.act(hall.staff, id, 'start_work');
  teller.at(44, 16);
  await teller.progress(hall.staff, north, '电源已经拉好，闸机到货。');
  teller.at(33, 15, 30);
  await teller.done(hall.staff, north, '北门门禁开通，三种方式都试过。白天门卫在。');
  const comments = ['好用，晚上放心多了', '刷卡有时要刷两次', undefined, '老人卡很方便', undefined];
  for (const [index, comment] of comments.entries()) {
    teller.later(400);
    await teller.rate(paths.neighbour(3 + index), north, [5, 4, 4, 5, 3][index] ?? 4, comment);
  }
  teller.at(12, 11);
  await teller.progress(hall.staff, south, '南门要先改电路，供电所排在下周，会晚一些。');
  teller.at(4, 10, 40);
  await teller.progress(hall.staff, cards, '已经办了 38 张，2 栋和 3 栋都走完了。');
  await teller.expect(id, 'implementing');
}

/** The canteen was talked over without a vote, and residents have rated what came of it. */
export async function canteenStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(1);
  const choice = { source: 'verified_residents' as const, packCode: 'opinion', secret: false };
  const id = await paths.announced(
    TEXTS.canteen,
    initiator,
    69,
    choice,
    paths.neighbours(2, 11, [initiator]),
  );
  const said = await paths.talked(id, CANTEEN_TALK, 4);
  await paths.reactions(said, 14);
  await paths.finalised(
    id,
    [
      '套餐定为十二元，七十岁以上十元。',
      '米饭加水，每周有三天做软菜。',
      '菜单每周日贴出来，月底听一次意见。',
    ],
    ['有人认为十二元对退休金少的老人仍然偏贵。'],
  );
  await paths.publicised(id, 57, true);
  teller.later(9 * 60);
  const price = await teller.promise(hall.staff, id, {
    title: '新价格和七十岁以上优惠开始执行',
    responsible: '华南社区老年食堂',
    dueIn: -38,
  });
  const menu = await teller.promise(hall.staff, id, {
    title: '每周公布菜单，做满一个月',
    responsible: '华南社区老年食堂',
    dueIn: -14,
  });
  teller.later(15);
  await teller.act(hall.staff, id, 'start_work');
  teller.at(40, 11);
  await teller.done(hall.staff, price, '新价格从本周一开始，七十岁以上凭身份证优惠两元。');
  teller.at(16, 17);
  await teller.done(hall.staff, menu, '已经连续公布五周，来吃饭的老人回到四十人上下。');
  teller.at(13, 9, 40);
  await teller.act(hall.staff, id, 'evaluate');
  const words = ['软菜做得好', undefined, '再便宜一点就更好了', undefined, '菜单看得清楚'];
  for (const [index, comment] of words.entries()) {
    teller.later(800);
    await teller.rate(
      paths.neighbour(index),
      index % 2 === 0 ? menu : price,
      [5, 4, 3, 4, 5][index] ?? 4,
      comment,
    );
  }
  await teller.expect(id, 'evaluated');
}

/** Too few households voted, even after the days that the rules add. */
export async function wasteStory(paths: HallPaths): Promise<void> {
  const { teller } = paths;
  const initiator = paths.neighbour(5);
  const id = await paths.announced(
    TEXTS.waste,
    initiator,
    52,
    HOUSEHOLDS,
    paths.neighbours(6, 10, [initiator]),
  );
  const said = await paths.talked(id, WASTE_TALK, 8, 240);
  await paths.reactions(said, 10);
  await paths.finalised(
    id,
    ['分类点迁到配电房旁边，加洗手池和除臭，早晚各清运一次。'],
    ['离配电房近的住户不同意迁到自己楼下。'],
  );
  await paths.voted(id, (_, index) => (index % 3 === 0 ? (index % 2 === 0 ? 'for' : 'against') : null), 300);
  await paths.counted(id);
  await teller.expect(id, 'voting');
  await paths.counted(id);
  await teller.expect(id, 'failed');
}

/** Owners of the compound have decided on a lift by heads and areas; the result waits to be publicised. */
export async function liftStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(3);
  const id = await paths.accepted(TEXTS.lift, initiator, 44);
  await teller.endorse(paths.neighbours(4, 11, [initiator]), id, 150);
  teller.at(41, 15);
  const ownersImportId = await teller.importOwners(
    hall.staff,
    TEXTS.lift.communityCode,
    '文昌苑和延安北路业主名单.csv',
    await ownersCsv(paths),
  );
  teller.at(40, 10, 20);
  await teller.announce(hall.staff, id, {
    source: 'owners',
    packCode: 'civil_278_ordinary',
    secret: false,
    ownersImportId,
  });
  const said = await paths.talked(id, LIFT_TALK, 1, 400);
  await paths.reactions(said, 22);
  await paths.finalised(
    id,
    [
      '加装一部电梯，采用玻璃井道，井道离窗户一米五。',
      '费用按楼层分摊，三楼以下少出或不出，保养和电费写进协议。',
    ],
    ['二楼有住户担心挡光，要求公开图纸后再动工。'],
  );
  await paths.voted(id, (_, index) => (index % 9 === 4 ? null : index % 7 === 2 ? 'against' : 'for'), 700);
  await paths.counted(id);
  await teller.expect(id, 'counted');
}

/** The households of the community as owners of their flats, and three owners who have no account. */
async function ownersCsv(paths: HallPaths): Promise<string> {
  const { teller, hall } = paths;
  const households = await teller.tx.query<{ id: number; building: string; room: string }>(
    `SELECT DISTINCT h.id, h.building, h.room FROM household h JOIN residency r ON r.household_id = h.id
      WHERE h.community_code = ? AND r.status = 'approved' ORDER BY h.id`,
    [TEXTS.lift.communityCode],
  );
  const area = (): string => (teller.random.int(6200, 13800) / 100).toFixed(2);
  const lines = households.flatMap(({ id, building, room }) => {
    const owner = hall.neighbours.find((one) => one.householdId === id);
    return owner === undefined ? [] : [[building, room, area(), owner.name, owner.phone]];
  });
  const lin = ['文昌苑2栋', '301', '86.40', '林秀兰', '19900020002'];
  const away = [
    ['延安北路126号', '1003', area(), '郑国荣', ''],
    ['延安北路128号', '1101', area(), '蔡锦辉', ''],
  ];
  return [['楼栋', '房号', '面积', '业主', '手机'], lin, ...lines, ...away]
    .map((cells) => cells.join(','))
    .join('\n');
}
