import { DEFAULT_POLICY, type UnitMinutes, type VenuePolicy } from '@jiefang/shared/venues';

/** A kind of room as communities have them: what it holds, how it is lent, what for. */
export interface VenueKind {
  name: string;
  capacity: number;
  facilities: string[];
  intro: string;
  unitMinutes: UnitMinutes;
  policy: VenuePolicy;
  purposes: string[];
  /** Bookings wished for on a day. */
  busy: number;
}

function kind(
  name: string,
  capacity: number,
  facilities: string[],
  intro: string,
  unitMinutes: UnitMinutes,
  policy: Partial<VenuePolicy>,
  purposes: string[],
  busy: number,
): VenueKind {
  return {
    name,
    capacity,
    facilities,
    intro,
    unitMinutes,
    policy: { ...DEFAULT_POLICY, ...policy },
    purposes,
    busy,
  };
}

export const VENUE_KINDS = {
  hall: kind(
    '多功能厅',
    80,
    ['投影', '音响', '舞台', '空调', '无线话筒'],
    '能摆 80 张椅子，也能收起来排练。用完请把椅子靠墙放好。',
    30,
    {
      approval: true,
      minMinutes: 60,
      maxMinutes: 240,
      weeklyPerPerson: 1,
      weeklyPerHousehold: 2,
      cleaningMinutes: 30,
      cancelByMinutes: 1440,
    },
    [
      '联欢会彩排',
      '防诈骗讲座',
      '义诊活动',
      '文艺演出排练',
      '邻里百家宴筹备',
      '消防安全培训',
      '老年大学汇报演出',
    ],
    1.2,
  ),
  grandHall: kind(
    '大会堂',
    200,
    ['投影', '音响', '舞台', '空调', '无线话筒', '电子屏'],
    '街道最大的场地，单位和社区办大活动用。预约请打电话或到窗口。',
    30,
    {
      audience: 'units',
      approval: true,
      minMinutes: 60,
      maxMinutes: 480,
      weeklyPerPerson: null,
      weeklyPerHousehold: null,
      cleaningMinutes: 60,
      earliestLeadDays: 30,
      releaseAfterMinutes: null,
    },
    ['街道表彰大会', '卫生院健康讲座', '小学毕业典礼', '银行反诈宣传', '共建单位联席会议'],
    0.5,
  ),
  choir: kind(
    '合唱室',
    30,
    ['钢琴', '音响', '空调', '谱架'],
    '隔音做过处理，晚上九点后请小声。',
    30,
    { minMinutes: 60, maxMinutes: 180, reservedPercent: 20, reservedUntilHours: 24 },
    ['合唱排练', '芗剧清唱', '南音练习', '声乐课', '葫芦丝小组', '演出节目排练'],
    2.2,
  ),
  chess: kind(
    '棋牌室',
    24,
    ['棋桌', '饮水机', '空调'],
    '象棋、围棋和扑克都有，不可以赌钱。',
    30,
    {
      audience: 'anyone',
      minMinutes: 60,
      maxMinutes: 180,
      weeklyPerPerson: 3,
      weeklyPerHousehold: 4,
      reservedPercent: 30,
      reservedUntilHours: 12,
    },
    ['象棋比赛', '围棋小组', '老友下棋', '掼蛋联谊', '象棋残局研究'],
    2.6,
  ),
  meeting: kind(
    '会议室',
    16,
    ['投影', '白板', '空调', '无线网'],
    '圆桌一张，适合十来个人商量事情。',
    15,
    { minMinutes: 30, maxMinutes: 120, weeklyPerPerson: 2, cleaningMinutes: 15 },
    ['业主代表碰头', '加装电梯商量', '楼栋长例会', '志愿队分工', '停车位协商', '读书会筹备'],
    2.0,
  ),
  council: kind(
    '议事室',
    20,
    ['圆桌', '白板', '录音笔', '空调'],
    '居民商量公共事情用，审核后就能用。',
    15,
    {
      approval: true,
      minMinutes: 45,
      maxMinutes: 180,
      weeklyPerPerson: 1,
      weeklyPerHousehold: 1,
      cleaningMinutes: 0,
    },
    ['居民议事会', '物业费说明会', '老旧小区改造征求意见', '广场舞时间协商', '电动车充电桩选址'],
    1.1,
  ),
  dance: kind(
    '舞蹈室',
    25,
    ['把杆', '镜墙', '音响', '空调'],
    '木地板，请换软底鞋。',
    30,
    { minMinutes: 60, maxMinutes: 120, weeklyPerPerson: 2, weeklyPerHousehold: 3 },
    ['广场舞排练', '交谊舞练习', '少儿街舞', '太极扇', '瑜伽', '旗袍队走台'],
    2.4,
  ),
  painting: kind(
    '书画室',
    16,
    ['毛毡', '笔墨', '展板'],
    '笔墨自取，用完请洗笔。',
    30,
    { audience: 'anyone', minMinutes: 60, maxMinutes: 180, weeklyPerHousehold: null, cleaningMinutes: 30 },
    ['书法小组', '国画课', '写春联', '剪纸', '木版年画体验', '硬笔书法'],
    1.8,
  ),
  children: kind(
    '儿童活动室',
    20,
    ['地垫', '绘本', '玩具', '洗手台', '母婴角'],
    '请大人陪着，进门先洗手。',
    30,
    { minMinutes: 60, maxMinutes: 120, cleaningMinutes: 30, checkInOpensMinutes: 20 },
    ['亲子阅读', '四点半课堂', '手工课', '故事会', '小小图书管理员', '生日会'],
    2.2,
  ),
  tableTennis: kind(
    '乒乓球室',
    8,
    ['球台两张', '球拍', '风扇'],
    '两张球台，球拍可以在窗口借。',
    15,
    {
      audience: 'anyone',
      minMinutes: 30,
      maxMinutes: 90,
      weeklyPerPerson: 3,
      weeklyPerHousehold: 4,
      cleaningMinutes: 0,
      cancelByMinutes: 60,
    },
    ['乒乓球', '双打练习', '教小孩打球', '下班打球', '混双比赛热身'],
    3.2,
  ),
  reading: kind(
    '阅览室小间',
    6,
    ['书桌', '台灯', '无线网', '插座'],
    '安静看书、备考的小间。',
    15,
    {
      audience: 'anyone',
      minMinutes: 30,
      maxMinutes: 180,
      weeklyPerPerson: 3,
      weeklyPerHousehold: null,
      cleaningMinutes: 0,
      cancelByMinutes: 30,
    },
    ['备考', '写作业', '线上面试', '读书', '教老人用手机'],
    2.6,
  ),
  kitchen: kind(
    '共享厨房',
    12,
    ['灶台', '烤箱', '冰箱', '餐桌'],
    '食材自备，用完请擦干净灶台。',
    30,
    {
      approval: true,
      minMinutes: 90,
      maxMinutes: 180,
      weeklyPerPerson: 1,
      weeklyPerHousehold: 1,
      cleaningMinutes: 60,
    },
    ['包粽子', '做四果汤', '烘焙课', '长者生日饭', '一起做卤面'],
    0.9,
  ),
} as const satisfies Record<string, VenueKind>;

export type VenueKindName = keyof typeof VENUE_KINDS;
