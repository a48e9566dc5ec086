import type { Role } from '@jiefang/shared/permissions';

/** Someone of the demo city whom a guest may take on. All names and numbers are made up. */
export interface DemoPerson {
  key: string;
  /** Begins with `demo-`; empty for the visitor, who logs nobody in. */
  openid: string;
  nickname: string;
  /** A number of the block 199 0002, which belongs to nobody here; empty when none is bound. */
  phone: string;
  role: 'visitor' | 'resident' | 'verified' | 'staff';
  /** What the person is, in a few words. */
  title: string;
  /** What a guest can try as this person. */
  description: string;
}

/** What only the seed needs to know of a demo person. */
export interface DemoBackground {
  key: string;
  /** Real name, as in the roster. */
  name: string;
  homeCommunity: string | null;
  /** Place of the household in the roster. */
  home: { building: string; room: string } | null;
  /** True when the residency is already approved. */
  verified: boolean;
  grant: { role: Role; divisionCode: string } | null;
}

/** 西桥街道, its 延安社区, and the street next to it. */
export const XIQIAO = '350602002';
export const YANAN = '350602002002';
export const XINQIAO = '350602003';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'visitor',
    openid: '',
    nickname: '路过看看',
    phone: '',
    role: 'visitor',
    title: '没有登录',
    description: '不登录也能看中心、场地和空闲时段。',
  },
  {
    key: 'newcomer',
    openid: 'demo-newcomer',
    nickname: '新来的街坊',
    phone: '',
    role: 'resident',
    title: '第一次登录',
    description: '什么都还没填：可以从选社区、绑定手机号开始。',
  },
  {
    key: 'resident',
    openid: 'demo-resident',
    nickname: '小陈',
    phone: '19900020001',
    role: 'resident',
    title: '绑定了手机号的居民',
    description:
      '还没登记住处。填“延安社区 文昌苑3栋 502 陈志强”会当场通过；在大桥社区因为爽约暂停着，可以申诉。',
  },
  {
    key: 'verified',
    openid: 'demo-verified',
    nickname: '林阿姨',
    phone: '19900020002',
    role: 'verified',
    title: '延安社区认证居民',
    description:
      '明天有合唱排练，还有待审核的、候补的和过去的预约；也是志愿者，有任务、巡防、时长和证明；议事厅里有一票没有投。',
  },
  {
    key: 'administrator',
    openid: 'demo-administrator',
    nickname: '郑主任',
    phone: '19900020003',
    role: 'staff',
    title: '西桥街道管理员',
    description: '管街道和 12 个社区：审核预约和住处，处理申诉，管志愿任务和时长，派岗位，看操作记录。',
  },
  {
    key: 'venue-manager',
    openid: 'demo-venue-manager',
    nickname: '小吴',
    phone: '19900020004',
    role: 'staff',
    title: '延安社区场地管理员',
    description: '看当天排期，审核、签到、代约、闭馆，改场地规则。只管延安社区。',
  },
  {
    key: 'dispatcher',
    openid: 'demo-dispatcher',
    nickname: '老许',
    phone: '19900020005',
    role: 'staff',
    title: '延安社区网格调度员',
    description: '核对居民登记的住处，在窗口签到和代约。',
  },
  {
    key: 'coordinator',
    openid: 'demo-coordinator',
    nickname: '小蔡',
    phone: '19900020007',
    role: 'staff',
    title: '延安社区志愿协调员',
    description: '发布任务，核实服务和巡防轨迹，管时长、异议和证明。只管延安社区。',
  },
  {
    key: 'moderator',
    openid: 'demo-moderator',
    nickname: '小罗',
    phone: '19900020008',
    role: 'staff',
    title: '延安社区议事主持',
    description: '受理议题，定名册和规则，主持会议、写纪要、计票，看举报，督办落实。只管延安社区。',
  },
  {
    key: 'street-moderator',
    openid: 'demo-street-moderator',
    nickname: '老洪',
    phone: '19900020009',
    role: 'staff',
    title: '西桥街道议事主持',
    description: '复核不予立项，判断申诉，盯逾期，需要时中止议题。管街道和 12 个社区的议事厅。',
  },
  {
    key: 'neighbour-manager',
    openid: 'demo-neighbour-manager',
    nickname: '小郭',
    phone: '19900020006',
    role: 'staff',
    title: '新桥街道场地管理员',
    description: '隔壁街道的同事：看不到、也改不了西桥街道的事。',
  },
];

export const DEMO_BACKGROUNDS: readonly DemoBackground[] = [
  {
    key: 'resident',
    name: '陈志强',
    homeCommunity: YANAN,
    home: { building: '文昌苑3栋', room: '502' },
    verified: false,
    grant: null,
  },
  {
    key: 'verified',
    name: '林秀兰',
    homeCommunity: YANAN,
    home: { building: '文昌苑2栋', room: '301' },
    verified: true,
    grant: null,
  },
  {
    key: 'administrator',
    name: '郑国平',
    homeCommunity: '350602002004',
    home: null,
    verified: false,
    grant: { role: 'administrator', divisionCode: XIQIAO },
  },
  {
    key: 'venue-manager',
    name: '吴雅芳',
    homeCommunity: YANAN,
    home: null,
    verified: false,
    grant: { role: 'venue_manager', divisionCode: YANAN },
  },
  {
    key: 'dispatcher',
    name: '许文德',
    homeCommunity: YANAN,
    home: null,
    verified: false,
    grant: { role: 'dispatcher', divisionCode: YANAN },
  },
  {
    key: 'coordinator',
    name: '蔡晓雯',
    homeCommunity: YANAN,
    home: null,
    verified: false,
    grant: { role: 'volunteer_coordinator', divisionCode: YANAN },
  },
  {
    key: 'moderator',
    name: '罗志远',
    homeCommunity: YANAN,
    home: null,
    verified: false,
    grant: { role: 'moderator', divisionCode: YANAN },
  },
  {
    key: 'street-moderator',
    name: '洪建民',
    homeCommunity: null,
    home: null,
    verified: false,
    grant: { role: 'moderator', divisionCode: XIQIAO },
  },
  {
    key: 'neighbour-manager',
    name: '郭晓燕',
    homeCommunity: null,
    home: null,
    verified: false,
    grant: { role: 'venue_manager', divisionCode: XINQIAO },
  },
];
