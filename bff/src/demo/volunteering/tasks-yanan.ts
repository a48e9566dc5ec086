import { YANAN } from '../people.js';
import { OLD_TOWN_ROUTE } from './routes.js';
import { task, when, type DemoTaskTemplate } from './template.js';

/** Titles of the tasks that the stories are about. */
export const OLD_TOWN_PATROL = '夜间巡防·古城线';
export const VISITS = '独居老人探访·文昌苑';
export const PHONE_CLASS = '手机课堂小老师';
export const FIRE_LANES = '消防通道劝导';
export const BIRTHDAY = '长者集体生日会帮手';

/** What 延安社区 asks its volunteers for. */
export const YANAN_TASKS: readonly DemoTaskTemplate[] = [
  task(YANAN, 'patrol', OLD_TOWN_PATROL, when({ every: 2, from: -1 }, 19.5, 90, 4), {
    intro:
      '沿古城走两圈，看看消防通道、没关好的门窗和晚归的老人。五个打卡点各停一会儿，遇到事情先报告，不自己处理。',
    placeName: '延安北路口岗亭',
    address: '芗城区延安北路与新华西路交叉口',
    place: { latitude: 24.513, longitude: 117.655 },
    route: OLD_TOWN_ROUTE,
    requirements: { minAge: 18, trainings: ['patrol'] },
    riskNotice: '夜间行走，注意来往车辆和湿滑的石板路。两人一组，不单独行动。',
    gatherNote: '在岗亭领反光背心和手电，回来时交还',
    popular: 0.8,
  }),
  task(YANAN, 'visit', VISITS, when({ every: 3, from: -1 }, 9, 90, 3), {
    intro: '两三人一组，看望文昌苑的六户独居老人：聊聊天，看看药和燃气，记下需要社区办的事。',
    placeName: '文昌苑南门',
    address: '芗城区延安北路文昌苑',
    north: -130,
    east: 60,
    requirements: { minAge: 18, trainings: ['elder_care'] },
    gatherNote: '在南门传达室拿探访登记本',
    popular: 0.7,
  }),
  task(YANAN, 'duty_post', '早高峰路口值守', when({ weekdays: [1, 2, 3, 4, 5] }, 7 + 1 / 6, 50, 2), {
    intro: '在延安北路口帮老人和孩子过马路，提醒骑车的街坊等红灯。',
    placeName: '延安北路口',
    address: '芗城区延安北路与新华西路交叉口',
    place: { latitude: 24.51312, longitude: 117.65518 },
    riskNotice: '站在人行道和安全岛上，不拦车，不走到车道里。',
    gatherNote: '岗亭里有小旗和马甲',
    popular: 0.9,
  }),
  task(YANAN, 'duty_post', FIRE_LANES, when({ every: 7, from: -4 }, 19, 90, 3), {
    intro: '在文昌苑各栋楼下看看消防通道，劝走占道的电动车，发一张告知单。',
    placeName: '文昌苑南门',
    address: '芗城区延安北路文昌苑',
    north: -130,
    east: 60,
    popular: 0.8,
  }),
  task(YANAN, 'clean_up', '文昌苑楼道清理', when({ every: 7, from: -2 }, 8.5, 120, 8), {
    intro: '把楼道里没人认领的杂物搬到楼下，扫一遍台阶。手套和口罩社区准备。',
    placeName: '文昌苑3栋楼下',
    address: '芗城区延安北路文昌苑3栋',
    north: -90,
    east: 110,
  }),
  task(YANAN, 'other', PHONE_CLASS, when({ every: 7, from: -3 }, 9.5, 90, 3), {
    intro: '一对一教老人用手机：挂号、乘车码、和孩子视频。有耐心就行。',
  }),
  task(YANAN, 'other', '四点半课堂·辅导功课', when({ weekdays: [1, 3, 5] }, 16.5, 90, 2), {
    intro: '陪低年级的孩子写作业，等家长来接。',
    requirements: { minAge: 16, trainings: ['child_care'] },
    gatherNote: '二楼阅览室',
    popular: 0.85,
  }),
  task(YANAN, 'other', BIRTHDAY, when({ every: 14, from: -8 }, 14, 150, 3), {
    intro: '给这个月过生日的老人布置会场、端长寿面、拍合影。',
    popular: 1,
  }),
  task(YANAN, 'other', '旧衣回收点值守', when({ every: 7, from: -5 }, 9, 120, 2), {
    intro: '收街坊送来的干净旧衣，分类打包，登记袋数。',
    placeName: '延安北路126号楼下',
    address: '芗城区延安北路126号',
    north: 60,
    east: -40,
  }),
  task(YANAN, 'other', '加装电梯意见入户', when({ every: 7, from: 4 }, 19, 90, 4), {
    intro: '挨家请住户填意见表，把顾虑记清楚，带回来给议事会。',
    requirements: { residentsOnly: true },
    popular: 0.5,
  }),
];
