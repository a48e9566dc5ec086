import type { HallPaths } from './paths.js';
import type { HallGuests } from './present-stories.js';
import { TEXTS } from './texts.js';

/** Answered within the day; the lamps are being mended. */
export async function lampsStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  teller.at(12, 20, 30);
  const id = await teller.raise(paths.neighbour(6), TEXTS.lamps);
  teller.at(11, 8, 50);
  await teller.act(hall.staff, id, 'take_up');
  await teller.act(hall.staff, id, 'classify_instant');
  teller.at(11, 16, 10);
  await teller.act(hall.staff, id, 'answer', {
    answer:
      '今天下午已经和路灯所、物业到现场看过：两盏是灯坏了，本周换；一盏是线断了，要开挖，十五天内修好。修好之前，物业在转角放一盏充电灯。',
  });
  teller.later(15);
  const bulbs = await teller.promise(hall.staff, id, {
    title: '换两盏坏灯',
    responsible: '文昌苑物业服务中心',
    dueIn: -6,
  });
  const cable = await teller.promise(hall.staff, id, {
    title: '修断线的一盏',
    responsible: '芗城区路灯管理所',
    dueIn: 4,
  });
  teller.later(5);
  await teller.act(hall.staff, id, 'start_work');
  teller.at(8, 17, 30);
  await teller.done(hall.staff, bulbs, '两盏灯今晚已经亮了。');
  teller.at(5, 9, 15);
  await teller.progress(hall.staff, cable, '占道开挖已经批了，后天夜里施工。');
  teller.at(4, 20);
  await teller.rate(paths.neighbour(6), bulbs, 5, '换得快');
  await teller.expect(id, 'implementing');
}

/** Declined with a reason; whoever raised it has asked the street to look again. */
export async function basementStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(17);
  teller.at(10, 12, 40);
  const id = await teller.raise(initiator, TEXTS.basement);
  teller.at(9, 9, 10);
  await teller.act(hall.staff, id, 'take_up');
  teller.at(8, 15, 45);
  await teller.act(hall.staff, id, 'decline', {
    reason:
      '地下室是人防工程，平时使用要先经人防办批准，社区和业主不能自行出租。可以先向人防办咨询，批下来再提。',
  });
  teller.at(6, 19);
  await teller.askReview(initiator, id, '人防办说平时可以经营，只要不改结构。请街道帮忙再看一看。');
  await teller.expect(id, 'declined');
}

/** Two endorsers short of the threshold; another topic was merged into it, and 林阿姨 is asked whether she moves along. */
export async function benchesStory(paths: HallPaths, { lin }: HallGuests): Promise<void> {
  const { teller, hall } = paths;
  const initiator = paths.neighbour(19);
  const id = await paths.accepted(TEXTS.benches, initiator, 9);
  await teller.endorse(paths.neighbours(1, 7, [initiator]), id, 210);
  const second = await paths.accepted(TEXTS.seats, paths.neighbour(10), 7);
  const followers = [lin, ...paths.neighbours(12, 3, [initiator, paths.neighbour(10)])];
  await teller.endorse(followers, second, 130);
  teller.at(4, 10);
  await teller.act(hall.staff, second, 'merge', {
    reason: '和“文昌苑楼下添几张长椅”说的是同一件事，合在一起商量。',
    targetId: id,
  });
  teller.at(3, 19, 30);
  await teller.answerMerge(followers[1] ?? 0, second, true);
  await teller.expect(id, 'endorsing');
}

/** Not answered within 48 hours: late for everybody to see, and told to the street. */
export async function drainsStory(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  teller.at(5, 7, 50);
  const id = await teller.raise(paths.neighbour(21), TEXTS.drains);
  teller.at(5, 10, 30);
  await teller.act(hall.staff, id, 'take_up');
  await teller.act(hall.staff, id, 'classify_instant');
  teller.at(3, 10, 40);
  await teller.passTime();
}

/** 林阿姨's own topic came back: what it asks for is not said. */
export async function dogsStory(paths: HallPaths, { lin }: HallGuests): Promise<void> {
  const { teller, hall } = paths;
  teller.at(4, 20, 10);
  const id = await teller.raise(lin, TEXTS.dogs);
  teller.at(3, 9, 40);
  await teller.act(hall.staff, id, 'return', {
    reason: '请补充：常在什么时间、什么地方，希望怎么管（牵绳、时段，还是划一块地方）。',
  });
  await teller.expect(id, 'returned');
}

/** Taken up yesterday, to be answered by tomorrow; and one that nobody has looked at yet. */
export async function freshStories(paths: HallPaths): Promise<void> {
  const { teller, hall } = paths;
  teller.at(1, 6, 10);
  const noise = await teller.raise(paths.neighbour(16), TEXTS.noise);
  teller.at(1, 9, 20);
  await teller.act(hall.staff, noise, 'take_up');
  await teller.act(hall.staff, noise, 'classify_instant');
  teller.at(1, 18, 40);
  await teller.raise(paths.neighbour(23), TEXTS.mailbox);
}
