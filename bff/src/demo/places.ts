import type { WeekdayHours } from '@jiefang/shared/venues';
import { XINQIAO, XIQIAO } from './people.js';
import type { VenueKindName } from './venue-kinds.js';

/** A centre of the demo city. Coordinates are GCJ-02 degrees in the old town of 漳州. */
export interface DemoCentre {
  divisionCode: string;
  name: string;
  tags: string[];
  address: string;
  phone: string;
  intro: string;
  latitude: number;
  longitude: number;
  hours: WeekdayHours[];
  services: { name: string; description: string; hours: string }[];
  venues: VenueKindName[];
}

type Range = [from: number, to: number];

/** The same ranges (in hours) on the given ISO weekdays, closed on the others. */
function open(weekdays: number[], ...ranges: Range[]): WeekdayHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    ranges: weekdays.includes(weekday)
      ? ranges.map(([from, to]) => ({ openMinute: from * 60, closeMinute: to * 60 }))
      : [],
  }));
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ALL_DAY = open(EVERY_DAY, [8.5, 21]);
const WITH_NOON_REST = open(EVERY_DAY, [8, 12], [14.5, 21]);
const CLOSED_MONDAY = open([2, 3, 4, 5, 6, 7], [9, 21]);
const STATION = open(EVERY_DAY, [7, 23]);

const DESK = {
  name: '便民窗口',
  description: '居住证明、老年证、医保缴费代办',
  hours: '周一至周五 08:30–12:00，14:30–17:30',
};
const CLINIC = {
  name: '家庭医生',
  description: '量血压、测血糖，签约医生坐诊',
  hours: '周二、周四 09:00–11:30',
};
const CANTEEN = {
  name: '长者食堂',
  description: '60 岁以上 8 元一餐，可以送到家',
  hours: '每天 11:00–12:30，17:00–18:00',
};
const LAW = { name: '法律咨询', description: '律师值班，先到先问', hours: '周三 15:00–17:00' };
const SCHOOL = { name: '四点半课堂', description: '志愿者陪孩子写作业', hours: '上学日 16:30–18:00' };
const TOOLS = { name: '工具借用', description: '梯子、电钻、轮椅，登记就能借', hours: '开放时间内' };
const REST = { name: '歇脚', description: '喝水、充电、热饭、用洗手间', hours: '每天 07:00–23:00' };

/** One centre of the street, one of each of its twelve communities, three red stations, and one of the next street. */
export const DEMO_CENTRES: readonly DemoCentre[] = [
  {
    divisionCode: XIQIAO,
    name: '西桥街道党群服务中心',
    tags: ['超大场地', '有电梯', '无障碍', '母婴室', '停车方便'],
    address: '芗城区钟法路 88 号',
    phone: '0596-0000200',
    intro:
      '街道的大客厅，五层楼，一楼是便民大厅和长者食堂，三楼以上是活动场地。地下车库活动期间免费停两小时。',
    latitude: 24.5138,
    longitude: 117.6486,
    hours: ALL_DAY,
    services: [DESK, CANTEEN, LAW, CLINIC],
    venues: ['grandHall', 'hall', 'dance', 'meeting', 'children'],
  },
  {
    divisionCode: '350602002001',
    name: '北京社区党群服务中心',
    tags: ['有电梯', '无障碍'],
    address: '芗城区北京路 142 号二楼',
    phone: '0596-0000201',
    intro: '在北京路菜市场楼上，买完菜上来坐坐。书画小组每周三下午都在。',
    latitude: 24.5149,
    longitude: 117.6538,
    hours: WITH_NOON_REST,
    services: [DESK, TOOLS],
    venues: ['painting', 'meeting', 'chess'],
  },
  {
    divisionCode: '350602002002',
    name: '延安社区党群服务中心',
    tags: ['夜间开放', '无障碍', '有电梯', '母婴室'],
    address: '芗城区延安北路 130 号',
    phone: '0596-0000202',
    intro: '老厂房改的，院子里有一棵大榕树。合唱团和议事会都在这里，晚上开到九点半。',
    latitude: 24.5172,
    longitude: 117.6561,
    hours: open(EVERY_DAY, [8.5, 21.5]),
    services: [DESK, CLINIC, SCHOOL, TOOLS],
    venues: ['choir', 'council', 'meeting', 'tableTennis', 'hall'],
  },
  {
    divisionCode: '350602002003',
    name: '华南社区党群服务中心',
    tags: ['停车方便', '无障碍'],
    address: '芗城区大同路 60 号',
    phone: '0596-0000203',
    intro: '华南新村旁边，门口能停车。舞蹈室的木地板今年新换过。',
    latitude: 24.5185,
    longitude: 117.6507,
    hours: WITH_NOON_REST,
    services: [DESK, CANTEEN],
    venues: ['dance', 'chess', 'children'],
  },
  {
    divisionCode: '350602002004',
    name: '西桥社区党群服务中心',
    tags: ['夜间开放', '有电梯'],
    address: '芗城区西桥亭巷 19 号',
    phone: '0596-0000204',
    intro: '从西桥亭巷走进来第二个门。阅览小间最受备考的年轻人喜欢。',
    latitude: 24.5121,
    longitude: 117.6462,
    hours: ALL_DAY,
    services: [DESK, SCHOOL],
    venues: ['reading', 'meeting', 'painting', 'council'],
  },
  {
    divisionCode: '350602002005',
    name: '旧桥社区党群服务中心',
    tags: ['无障碍'],
    address: '芗城区厦门路 35 号',
    phone: '0596-0000205',
    intro: '九龙江边的老房子，窗外就是旧桥。芗剧票友每周末来唱一段。',
    latitude: 24.5079,
    longitude: 117.6519,
    hours: CLOSED_MONDAY,
    services: [DESK],
    venues: ['choir', 'chess'],
  },
  {
    divisionCode: '350602002006',
    name: '钟芬社区党群服务中心',
    tags: ['超大场地', '停车方便', '母婴室'],
    address: '芗城区钟芬路 6 号',
    phone: '0596-0000206',
    intro: '小区里最大的公共场地，孩子多，儿童活动室周末要早点约。',
    latitude: 24.5203,
    longitude: 117.6474,
    hours: ALL_DAY,
    services: [DESK, SCHOOL, CLINIC],
    venues: ['children', 'hall', 'dance', 'kitchen'],
  },
  {
    divisionCode: '350602002007',
    name: '南山社区党群服务中心',
    tags: ['无障碍', '停车方便'],
    address: '芗城区丹霞路 40 号',
    phone: '0596-0000207',
    intro: '南山寺脚下，院子里晒得到太阳。太极队每天早上七点在门口集合。',
    latitude: 24.5031,
    longitude: 117.6483,
    hours: WITH_NOON_REST,
    services: [DESK, CANTEEN],
    venues: ['dance', 'painting', 'meeting'],
  },
  {
    divisionCode: '350602002008',
    name: '大桥社区党群服务中心',
    tags: ['夜间开放', '有电梯'],
    address: '芗城区新华南路 90 号',
    phone: '0596-0000208',
    intro: '公交大桥头站下车就到。乒乓球室下班后最热闹。',
    latitude: 24.5092,
    longitude: 117.6557,
    hours: ALL_DAY,
    services: [DESK, TOOLS],
    venues: ['tableTennis', 'chess', 'meeting'],
  },
  {
    divisionCode: '350602002009',
    name: '南星社区党群服务中心',
    tags: ['有电梯', '母婴室'],
    address: '芗城区胜利东路 22 号三楼',
    phone: '0596-0000209',
    intro: '三楼有电梯，推婴儿车也方便。共享厨房逢年过节最抢手。',
    latitude: 24.5158,
    longitude: 117.6612,
    hours: ALL_DAY,
    services: [DESK, SCHOOL],
    venues: ['kitchen', 'children', 'reading'],
  },
  {
    divisionCode: '350602002010',
    name: '新华社区党群服务中心',
    tags: ['无障碍', '有电梯'],
    address: '芗城区新华西路 53 号',
    phone: '0596-0000210',
    intro: '新华楼一层，轮椅可以直接进来。每月十五号有义诊。',
    latitude: 24.5127,
    longitude: 117.6583,
    hours: CLOSED_MONDAY,
    services: [DESK, CLINIC, LAW],
    venues: ['meeting', 'council', 'chess', 'reading'],
  },
  {
    divisionCode: '350602002011',
    name: '加禾社区党群服务中心',
    tags: ['停车方便', '母婴室'],
    address: '芗城区加禾路 12 号',
    phone: '0596-0000211',
    intro: '加禾花园南门，年轻家庭多，晚上常有亲子活动。',
    latitude: 24.5061,
    longitude: 117.6614,
    hours: ALL_DAY,
    services: [DESK, SCHOOL],
    venues: ['children', 'dance', 'tableTennis'],
  },
  {
    divisionCode: '350602002012',
    name: '南台社区党群服务中心',
    tags: ['无障碍'],
    address: '芗城区南台路 9 号',
    phone: '0596-0000212',
    intro: '南台庙旁的小院，下棋的老人从早坐到晚。',
    latitude: 24.5048,
    longitude: 117.6546,
    hours: WITH_NOON_REST,
    services: [DESK, CANTEEN],
    venues: ['chess', 'painting'],
  },
  {
    divisionCode: '350602002001',
    name: '漳州古城红色驿站',
    tags: ['夜间开放', '无障碍'],
    address: '芗城区香港路 27 号骑楼下',
    phone: '0596-0000221',
    intro: '在古城骑楼里，给环卫工、快递员和逛古城的人歇脚，晚上开到十一点。',
    latitude: 24.5114,
    longitude: 117.6531,
    hours: STATION,
    services: [REST],
    venues: ['reading', 'meeting'],
  },
  {
    divisionCode: '350602002005',
    name: '江滨红色驿站',
    tags: ['夜间开放', '停车方便'],
    address: '芗城区江滨路旧桥头停车场旁',
    phone: '0596-0000222',
    intro: '江边跑步的人常来，存包、喝水、换衣服都行。',
    latitude: 24.5068,
    longitude: 117.6503,
    hours: STATION,
    services: [REST, TOOLS],
    venues: ['reading', 'chess'],
  },
  {
    divisionCode: '350602002009',
    name: '胜利路骑手红色驿站',
    tags: ['夜间开放'],
    address: '芗城区胜利东路 6 号',
    phone: '0596-0000223',
    intro: '外卖骑手和司机的歇脚点，能给电动车换电。',
    latitude: 24.5164,
    longitude: 117.6595,
    hours: STATION,
    services: [REST],
    venues: ['meeting', 'reading'],
  },
  {
    divisionCode: XINQIAO,
    name: '新桥街道党群服务中心',
    tags: ['有电梯', '停车方便'],
    address: '芗城区新浦路 101 号',
    phone: '0596-0000300',
    intro: '新桥街道的活动中心，四层，二楼起是活动场地。',
    latitude: 24.5226,
    longitude: 117.6668,
    hours: ALL_DAY,
    services: [DESK],
    venues: ['hall', 'chess', 'meeting'],
  },
];

/** Closing out of turn. Days count from today (negative: past); minutes from Shanghai midnight. */
export interface DemoClosure {
  centre: string;
  /** Null for the whole centre. */
  venue: string | null;
  day: number;
  from: number;
  to: number;
  reason: string;
}

export const DEMO_CLOSURES: readonly DemoClosure[] = [
  {
    centre: '延安社区党群服务中心',
    venue: '多功能厅',
    day: 4,
    from: 13 * 60,
    to: 18 * 60,
    reason: '消防设施检修',
  },
  {
    centre: '西桥街道党群服务中心',
    venue: null,
    day: 8,
    from: 8 * 60,
    to: 13 * 60,
    reason: '换届选举投票站',
  },
  { centre: '延安社区党群服务中心', venue: null, day: -19, from: 0, to: 1440, reason: '台风红色预警' },
];
