import { XIQIAO } from '../people.js';
import { RIVERSIDE_ROUTE, SCHOOL_ROUTE } from './routes.js';
import { task, when, type DemoTaskTemplate } from './template.js';

const [BEIJING, HUANAN, XIQIAO_COMMUNITY, JIUQIAO, ZHONGFEN, NANSHAN] = [
  '350602002001',
  '350602002003',
  '350602002004',
  '350602002005',
  '350602002006',
  '350602002007',
] as const;
const [DAQIAO, NANXING, XINHUA, JIAHE, NANTAI] = [
  '350602002008',
  '350602002009',
  '350602002010',
  '350602002011',
  '350602002012',
] as const;

/** The unit whose members alone may take the school's day of service. */
export const SCHOOL_UNIT = '漳州市第三中学';

function visits(divisionCode: string, home: string, every: number, from: number): DemoTaskTemplate {
  return task(divisionCode, 'visit', `独居老人探访·${home}`, when({ every, from }, 9, 90, 3), {
    intro: `看望${home}的独居老人：聊聊天，看看药和燃气，记下需要社区办的事。`,
    requirements: { minAge: 18 },
    gatherNote: '在社区拿探访登记本',
    popular: 0.65,
  });
}

/** What the street and its other communities ask for. */
export const STREET_TASKS: readonly DemoTaskTemplate[] = [
  task(XIQIAO, 'other', '长者食堂送餐', when({ every: 1, from: 0 }, 10 + 2 / 3, 90, 3), {
    intro: '给走不动的老人送午饭，三条线，每条十来户。送到手上，顺便问声好。',
    popular: 0.95,
  }),
  task(XIQIAO, 'visit', '防诈骗入户宣传', when({ every: 7, from: -6 }, 19, 90, 10), {
    intro: '两人一组，每组走一栋楼，帮老人装好反诈软件，讲三个真事。',
    popular: 0.6,
  }),
  task(XIQIAO, 'duty_post', '献血车旁引导', when({ every: 14, from: -5 }, 9, 180, 4), {
    intro: '帮献血的街坊填表、排队，献完看着坐满十分钟再走。',
    requirements: { minAge: 18, trainings: ['first_aid'] },
    placeName: '街道小广场',
    popular: 0.75,
  }),
  task(XIQIAO, 'clean_up', '学生志愿服务日', when({ weekdays: [6] }, 14.5, 120, 12), {
    intro: '三中同学的服务日：擦宣传栏，理共享单车，下午四点半结束。',
    requirements: { minAge: 15, maxAge: 20, units: [SCHOOL_UNIT] },
    popular: 0.4,
  }),
  visits(BEIJING, '北京路小区', 4, -2),
  task(BEIJING, 'duty_post', '古城文明引导', when({ weekdays: [6, 7] }, 9.5, 120, 6), {
    intro: '在骑楼下给游客指路，提醒不乱停车，捡一捡烟头。',
    placeName: '漳州古城红色驿站',
    address: '芗城区香港路 27 号骑楼下',
    place: { latitude: 24.5114, longitude: 117.6531 },
    popular: 0.7,
  }),
  task(BEIJING, 'other', '图书角整理', when({ every: 7, from: -1 }, 15, 90, 2), {
    intro: '给还回来的书消毒上架，补登记。',
  }),
  visits(HUANAN, '华南新村', 7, -3),
  task(HUANAN, 'clean_up', '花圃除草', when({ every: 7, from: -1 }, 8, 120, 8), {
    intro: '拔草、修枝、给新栽的花浇水。工具可以在社区借。',
    popular: 0.55,
  }),
  task(XIQIAO_COMMUNITY, 'duty_post', '便民大厅引导', when({ weekdays: [2, 4] }, 9, 120, 2), {
    intro: '帮来办事的老人取号、填表、复印。',
    popular: 0.8,
  }),
  task(XIQIAO_COMMUNITY, 'other', '法律咨询日帮手', when({ weekdays: [3] }, 14.75, 135, 2), {
    intro: '给来咨询的街坊排号、倒水，帮律师整理材料。',
    popular: 0.6,
  }),
  task(JIUQIAO, 'patrol', '江滨夜间巡防', when({ every: 7, from: -2 }, 19, 80, 4), {
    intro: '沿江边走一个来回，劝下水的人上岸，看看救生圈还在不在。',
    placeName: '江滨红色驿站',
    address: '芗城区江滨路旧桥头停车场旁',
    place: { latitude: 24.5068, longitude: 117.6503 },
    route: RIVERSIDE_ROUTE,
    requirements: { minAge: 18, trainings: ['patrol'] },
    riskNotice: '江边路滑，不下台阶，不自己下水救人，先打电话。',
    gatherNote: '在驿站领手电和哨子',
  }),
  task(JIUQIAO, 'clean_up', '河道清洁·旧桥头', when({ weekdays: [7] }, 8, 120, 20), {
    intro: '捡江滩和步道上的垃圾，分成可回收和其他两袋，十点称重拍照。',
    placeName: '旧桥头亲水平台',
    address: '芗城区江滨路旧桥头',
    place: { latitude: 24.5064, longitude: 117.6527 },
    riskNotice: '江滩湿滑，穿防滑的鞋；涨水时改成捡步道，不到水边。',
    gatherNote: '在亲水平台领手套、夹子和袋子',
    popular: 0.65,
  }),
  visits(JIUQIAO, '江滨楼', 7, -4),
  task(ZHONGFEN, 'other', '老人量血压登记', when({ every: 7, from: -2 }, 9, 120, 2), {
    intro: '帮家庭医生登记血压血糖，把偏高的记下来。',
    requirements: { trainings: ['first_aid'] },
  }),
  task(ZHONGFEN, 'clean_up', '钟芬小区楼道清理', when({ every: 7, from: -3 }, 8.5, 120, 6), {
    intro: '清楼道杂物，擦扶手和信箱。',
    popular: 0.55,
  }),
  task(NANSHAN, 'duty_post', '南山寺前秩序引导', when({ weekdays: [6] }, 8.5, 150, 4), {
    intro: '人多的时候帮忙疏导，提醒文明上香、看好老人孩子。',
    popular: 0.7,
  }),
  task(NANSHAN, 'visit', '陪老人看病', when({ every: 7, from: -4 }, 8, 210, 2), {
    intro: '陪独自生活的老人去医院：挂号、取药、送回家，把医生的话写下来。',
    requirements: { minAge: 20, trainings: ['elder_care'] },
    popular: 0.7,
  }),
  task(DAQIAO, 'patrol', '校园周边巡防', when({ every: 7, from: -3 }, 16.75, 70, 3), {
    intro: '放学时段在校门周边走两圈，看看路口、小店和逗留的陌生人。',
    placeName: '大桥头站',
    address: '芗城区新华南路大桥头公交站',
    place: { latitude: 24.5092, longitude: 117.6557 },
    route: SCHOOL_ROUTE,
    requirements: { minAge: 18, trainings: ['patrol'] },
    riskNotice: '放学时车多，走人行道。',
  }),
  task(DAQIAO, 'duty_post', '公交站文明引导', when({ weekdays: [5] }, 17, 90, 3), {
    intro: '下班高峰在大桥头站请大家排队上车，帮老人提东西。',
  }),
  task(NANXING, 'other', '四点半课堂·画画', when({ weekdays: [2, 4] }, 16.5, 90, 2), {
    intro: '带孩子画画、做手工，材料社区准备。',
    requirements: { minAge: 16, trainings: ['child_care'] },
    popular: 0.8,
  }),
  task(NANXING, 'other', '骑手驿站值守', when({ every: 7, from: -1 }, 13, 120, 2), {
    intro: '给歇脚的骑手倒水、加热饭，登记换电柜的故障。',
    placeName: '胜利路骑手红色驿站',
    address: '芗城区胜利东路 6 号',
    place: { latitude: 24.5164, longitude: 117.6595 },
  }),
  task(XINHUA, 'other', '义诊秩序维护', when({ every: 14, from: -6 }, 8.5, 180, 5), {
    intro: '发号、量身高体重、扶腿脚不便的老人上下台阶。',
    popular: 0.8,
  }),
  visits(XINHUA, '新华楼', 7, -5),
  task(JIAHE, 'other', '亲子读书会帮手', when({ weekdays: [6] }, 19, 90, 3), {
    intro: '摆椅子、签到、看着跑来跑去的孩子，结束后一起收拾。',
    popular: 0.85,
  }),
  task(JIAHE, 'clean_up', '游乐设施擦洗', when({ every: 7, from: -4 }, 8, 90, 5), {
    intro: '擦滑梯和秋千，拧紧松动的螺丝，坏的贴上告示。',
    popular: 0.6,
  }),
  task(NANTAI, 'other', '棋院茶水', when({ every: 7, from: -2 }, 14, 150, 2), {
    intro: '给下棋的老人烧水泡茶，收棋盘。',
  }),
  visits(NANTAI, '南台新村', 7, -6),
];
