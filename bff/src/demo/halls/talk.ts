import type { Stance } from '@jiefang/shared/topics';

/** Something that was said, with what neighbours answered. */
export interface Talk {
  stance: Stance;
  text: string;
  replies?: readonly { stance: Stance; text: string }[];
}

const pro = (text: string, ...replies: { stance: Stance; text: string }[]): Talk => ({
  stance: 'for',
  text,
  replies,
});
const con = (text: string, ...replies: { stance: Stance; text: string }[]): Talk => ({
  stance: 'against',
  text,
  replies,
});
const other = (text: string, ...replies: { stance: Stance; text: string }[]): Talk => ({
  stance: 'neutral',
  text,
  replies,
});
const yes = (text: string) => ({ stance: 'for' as const, text });
const no = (text: string) => ({ stance: 'against' as const, text });
const note = (text: string) => ({ stance: 'neutral' as const, text });

/** 电动车充电棚建在哪: forty opinions and their replies. */
export const SHED_TALK: readonly Talk[] = [
  pro(
    '赞成建在北门围墙边，那里离楼最远，万一出事也烧不到房子。',
    yes('同意，那一段晚上没有人停车。'),
    note('北门离 126 号远，老人推车过去要走五分钟。'),
  ),
  pro('楼道里现在停了七八辆，飞线充电看着就怕，早点建起来吧。', yes('我家楼下就有一根线从三楼吊下来。')),
  con(
    '反对占花坛。花坛是大家一起种的，拆了就没有绿地了。',
    yes('可以只用花坛北边那条水泥地，不动树。'),
    no('水泥地也是小孩骑车的地方。'),
  ),
  pro('我们三栋有一半人骑电动车，每天找地方充电，真的需要。'),
  con('棚子正对一楼窗户，夜里充电的嗡嗡声谁受得了？', note('可以选带外壳的充电桩，声音小很多。')),
  other('先说清楚谁来管、坏了谁修，再说建在哪。', yes('物业管日常，社区监督，合同里写明。')),
  pro('建议装烟感和自动断电，充满就停，费用贴一点也值得。', yes('断电是必须的，去年别的小区就是充了一夜。')),
  con(
    '我家不骑车，不想出钱。',
    note('听说运营公司出设备，住户只付电费。'),
    no('电费也要说清楚，别最后摊到公摊里。'),
  ),
  pro('支持。装在北门口，出门顺手就能取车。'),
  other('能不能分两处建？一处北门，一处 128 号后面，老人不用走太远。', yes('分两处好，就是要多拉一路电。')),
  pro('消防通道不能占，这一点定下来我就赞成。', yes('消防来看过，说北门那一段不在通道里。')),
  con(
    '北门晚上没有灯，女同志一个人去取车不放心。',
    yes('那就连灯一起装，这是两件事一起办。'),
    note('路灯的事可以另提一个议题。'),
  ),
  pro('收费能不能像隔壁小区一样，一块钱四小时？'),
  other('建议先量一量到底有多少辆车，二十个位子怕是不够。', note('上周志愿者数过，三栋楼一共四十一辆。')),
  con('担心棚子建了，外面送外卖的也进来充，小区更乱。', note('可以刷门禁卡才能通电。')),
  pro('我愿意让出北门边上的那个车位，换到里面来。', yes('给你点赞。')),
  pro('早就该建了，孩子放学走楼梯都要侧着身过。'),
  other('顶棚用防火的材料，别用那种塑料瓦。'),
  con('雨天那一片会积水，电动车泡水更危险，要先把排水做好。', yes('对，先修排水再建棚。')),
  pro('同意建，但是要有监控，我的电瓶被偷过。'),
  other('能不能给残疾人的车留两个宽一点的位子？', yes('应该留，我邻居就是坐电动轮椅的。')),
  pro('充电的价钱公开贴在棚子上，每个季度公布一次账。'),
  con('花坛里的桂花树有二十年了，挪树十有八九活不了。'),
  pro('建好以后楼道里再停车就要有人管，不然白建。', note('物业说可以贴通知，三天后统一挪走。')),
  other('施工的时候能不能避开中午？家里有刚出生的小孩。'),
  pro('我问过消防的朋友，离楼六米以上就可以，北门那里有八米。'),
  con('128 号后面是老人晒太阳的地方，请不要占。', yes('同意保留，那里有三张石椅。')),
  pro('支持分期，先建北门，看够不够再说。'),
  other('停满了怎么办？建议用手机能看到空位。'),
  pro('电费按表算，多用多付，公平。'),
  con('一楼两户离得最近，应该先听听他们两家的意见。', note('我就是一楼的，北门我没意见，花坛我反对。')),
  pro('能不能顺便装几个给手机老人机用的投币口？我妈不会扫码。', yes('可以办一张充值卡，在物业充。')),
  other('请物业把三个地点的图贴出来，光说位置大家想的不一样。'),
  pro('愿意报名当监督员，每个月看一次账。', yes('算我一个。')),
  con('怕的是建了没有人打扫，变成堆杂物的地方。'),
  pro('我们 126 号讨论过，十一户里九户赞成北门。'),
  other('如果选北门，快递柜是不是要往里挪一米？'),
  pro('安全第一，贵一点也行。'),
  con('再想想，能不能和隔壁北京路小区合建一个？'),
  pro('听了大家的意见，我改成赞成北门这个方案，花坛不要动。'),
];

/** What was said at the meeting about it. */
export const SHED_SPEECHES: readonly {
  role: 'resident' | 'property' | 'committee';
  stance: Stance;
  text: string;
}[] = [
  { role: 'resident', stance: 'for', text: '北门围墙边离楼八米，晚上没有人走，建在那里最合适。' },
  {
    role: 'property',
    stance: 'neutral',
    text: '三个地点都能拉电。北门要加一盏灯，另外要先修排水，前后大约四十天。',
  },
  { role: 'resident', stance: 'against', text: '花坛不能动。一楼两户离得最近，棚子放在花坛边我们不同意。' },
  { role: 'committee', stance: 'neutral', text: '请物业一周内把三个地点的平面图贴在宣传栏，下一次会再看。' },
];

/** A few words for other topics, in the order they are said. */
export const LIFT_TALK: readonly Talk[] = [
  pro('爸妈住六楼，膝盖都不好，一个星期才下来一次。', yes('我妈也是，买菜全靠我带上去。')),
  con('我家二楼，电梯井正好挡住厨房的光，请先把图纸拿出来。', note('设计院说会用玻璃井道，窗户外留一米五。')),
  pro('钱按楼层分摊的方案我们同意，三楼以下少出或不出。'),
  other('以后电费和保养谁收、存在哪里，要写进协议。'),
  pro('隔壁 128 号装了以后，大家都说好。'),
];

export const GATE_TALK: readonly Talk[] = [
  pro('上个月丢了两辆自行车，装门禁我赞成。'),
  con('家里老人记不住密码，快递也进不来，不方便。', yes('可以给老人配卡，门卫白天一直在。')),
  pro('建议刷卡、密码、电话开门三种都留着。'),
  other('人脸识别就不要装了，不放心。', note('同意，能刷卡就够了。')),
];

export const PARKING_TALK: readonly Talk[] = [
  pro('画线以后至少能多停六辆，现在全是斜着停。'),
  con('画线会把小孩玩的空地占掉一半。', note('可以把空地那边留出来，只画靠墙的一侧。')),
  pro('救护车上次就开不进来，一定要把通道留出来。'),
  other('来客的车停哪里？建议留四个临时车位。'),
];

export const CANTEEN_TALK: readonly Talk[] = [
  pro('十二块一份，两荤一素，我觉得值。', no('对一个月两千块退休金的人来说，还是贵。')),
  con('米饭偏硬，牙口不好的人吃不动。'),
  other('能不能七十岁以上的便宜两块钱？', yes('这个好，别的街道就有。')),
];

export const DANCE_TALK: readonly Talk[] = [
  con('八点半孩子要睡觉，音响的低音关着窗都听得见。', note('我们愿意改到七点到八点一刻。')),
  pro('跳舞是老人家一天里最高兴的事，请大家体谅。', yes('声音小一点就好。')),
  other('能不能买定向音响？站在圈子外面听不见。'),
];

export const WASTE_TALK: readonly Talk[] = [
  pro('现在的点就在幼儿园门口，夏天味道太大，该迁。'),
  con('迁到我们楼下，就变成我们闻了。', note('新的点有洗手池和除臭，早晚各清一次。')),
  pro('迁到配电房旁边，离住家都有二十米。'),
];

/** For whatever comes later: words that fit any of those topics. */
export const LATER_TALK: readonly Talk[] = [
  pro('这件事说了好几年，支持早点定下来。', yes('同意，再拖又是一年。')),
  con('先把费用和谁来管说清楚，不然我不同意。', note('物业说下周把预算贴出来。')),
  other('建议先去看一看现场，再投票。'),
  pro('我家没有意见，只要不影响老人走路。'),
];
