import type { RaisedText } from './teller.js';
import { YANAN } from '../people.js';

/** The community of the demo where the street itself runs the hall. */
export const HUANAN = '350602002003';
export const ZHONGFEN = '350602002006';

const deep = (title: string, body: string, communityCode = YANAN): RaisedText => ({
  communityCode,
  title,
  body,
  track: 'deep',
});
const instant = (title: string, body: string, communityCode = YANAN): RaisedText => ({
  communityCode,
  title,
  body,
  track: 'instant',
});

/** Topics of the demo city as residents wrote them. */
export const TEXTS = {
  gate: deep(
    '小区大门要不要装门禁',
    '文昌苑的两个大门白天晚上都敞着，发传单的、收旧货的随便进。上个月连着丢了两辆自行车。\n想请大家商量：要不要装门禁？装的话，老人、孩子、快递怎么进出？费用从公共收益里出，不另外收钱。',
  ),
  canteen: deep(
    '老年食堂的菜价和口味',
    '食堂开了半年，来吃的老人从四十多人少到二十几人。有人说贵，有人说菜偏硬偏咸。\n想请社区、食堂和吃饭的老人坐下来，把价钱、菜单和优惠定一定。',
    HUANAN,
  ),
  parking: deep(
    '停车位怎么划线',
    '院子里没有停车线，晚上回来得晚的只能堵在别人后面，救护车也开不进来。\n建议靠墙一侧划线，留出四米通道和四个临时车位。具体怎么划，请大家定。',
  ),
  lift: deep(
    '延安北路 126 号加装电梯',
    '126 号一共七层，六十岁以上的老人占了一半。三年前提过一次，因为钱怎么分没有谈拢。\n现在有补助，设计院也重新看过现场。请各位业主按规定表决是否加装、按什么办法分摊。',
  ),
  waste: deep(
    '垃圾分类点迁到配电房旁边',
    '现在的分类点在幼儿园门口，夏天味道大，早上接送孩子的时候还有车进来清运。\n建议迁到配电房旁边的空地，加装洗手池和除臭。',
  ),
  dance: deep(
    '广场舞的时间和音量',
    '文昌苑小广场每晚两支队伍跳舞，从七点到九点。有孩子要写作业，有人上夜班，也有老人一天就盼着这一个多钟头。\n请大家商量一个都能接受的时间和音量。',
  ),
  library: deep(
    '党群中心二楼图书角的开放时间',
    '图书角现在只在工作日白天开，上班和上学的都赶不上。\n建议周一周二关门，换成周末和晚上七点到九点开，由志愿者轮流值守。',
  ),
  shed: deep(
    '电动车充电棚建在哪',
    '文昌苑和延安北路两栋楼一共四十一辆电动车，大半停在楼道里，从窗口拉线充电。消防来查过两次，要求年内整改。\n现在有三个地点可以选：北门围墙边、花坛北侧、128 号后面。请大家说说建在哪、怎么管、怎么收费。',
  ),
  lamps: instant(
    '文昌苑 2 栋到北门的路灯不亮',
    '从 2 栋到北门一共五盏灯，有三盏不亮，已经半个月了。晚自习回来的孩子都打着手机走。请尽快修。',
  ),
  basement: deep(
    '把地下室租给健身房',
    '地下室一直空着，听说有健身房愿意租。租金可以补贴物业费，大家也能就近锻炼。',
  ),
  benches: deep(
    '文昌苑楼下添几张长椅',
    '从菜市场走回来，路上没有一个可以歇脚的地方。老人提着菜，只能坐在花坛边上。\n建议在 2 栋和 3 栋之间添四张带靠背的长椅，树荫底下就行，不占车道。',
  ),
  seats: deep('给老人加几个歇脚的凳子', '院子里能坐的地方太少，建议放几个凳子，最好有扶手，起身不费力。'),
  drains: instant(
    '3 栋门口下水道返水',
    '一下大雨，3 栋门口的井盖就往外冒水，一楼两家的门槛都泡烂了。请疏通管道，再看看是不是堵在马路那一头。',
  ),
  dogs: deep('遛狗不牵绳怎么管', '晚上广场上常有大狗不牵绳。'),
  noise: instant(
    '楼下早点铺凌晨四点开卷帘门',
    '延安北路 128 号楼下的早点铺每天凌晨四点开卷帘门，声音很大，整栋楼都被吵醒。请社区帮忙协调，能不能上点油、轻一点，或者晚半个小时。',
  ),
  mailbox: deep(
    '快递柜放到门卫室旁边',
    '现在的快递柜在最里面的 3 栋后头，取个快递要绕一大圈，下雨天更不方便。建议移到门卫室旁边，有顶、有灯、有人看着。',
  ),
} as const satisfies Record<string, RaisedText>;

/** What neighbours raise on later starts, so that there is always something to vote on and to talk about. */
export const LATER_VOTES: readonly RaisedText[] = [
  deep(
    '晾衣架装在楼顶还是院子里',
    '现在各家把竹竿伸到窗外，下雨滴水，刮风掉东西。物业愿意统一装晾衣架，请大家定：装在楼顶，还是装在院子南侧？',
  ),
  deep(
    '非机动车棚要不要加一道门',
    '车棚晚上没有人看，丢过三辆车。加一道刷卡的门大约一千八百元，从公共收益里出。请各户表决。',
  ),
  deep(
    '院墙外侧要不要刷白',
    '临街的院墙贴满小广告，一年要清好几回。建议刷白并画上老街的样子，费用从公共收益里出。',
  ),
];
export const LATER_TALKS: readonly RaisedText[] = [
  deep(
    '2 栋前面的空地做什么用',
    '配电房拆走以后，2 栋前面空出一块地，大约六十平方米。有人想种花，有人想放健身器材，有人想留给孩子玩。请大家说说。',
  ),
  deep('暑假孩子们去哪里', '党群中心二楼暑假可以开放半天。请家长们说说：几点开、谁来看、做些什么。'),
  deep(
    '老楼的信箱要不要换新',
    '两栋老楼的信箱锁都坏了，信常常丢。换新的要和邮政一起办，请大家说说位置和式样。',
  ),
];
