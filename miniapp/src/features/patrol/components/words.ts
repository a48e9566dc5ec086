import type { PositionTrouble } from '@/lib/position-signal';
import type { Trouble } from '../recorder/types';

/** What a trouble of delivering means to the one who walks. */
export const TROUBLE_WORDS: Record<Trouble, string> = {
  offline: '现在连不上网络，照样在记。连上了会自己传。',
  login: '登录过期了，照样在记。登录后会接着传。',
  device: '这次巡防正在另一部手机上记录，这部手机停下了。',
  consent: '你撤回了记录轨迹的同意，已经停止记录位置。',
  closed: '这次巡防已经核实，不再接收轨迹。已收到的都在。',
  erased: '轨迹已经按你的要求删除，不再记录位置。',
  stranger: '这次巡防是另一个人的，已经停止记录。没传完的位置还在手机里，请那个人登录后再传。',
  refused: '轨迹暂时传不上去，都存在手机里。请更新小程序后再打开这一页。',
};

/** What is wrong with the position, and what to do about it. */
export const POSITION_WORDS: Record<PositionTrouble, string> = {
  refused: '没有允许使用位置，现在没有记下位置。请在设置里允许，再回到这里。',
  unavailable: '手机现在找不到位置。请打开手机的定位，走到空旷一点的地方。',
  foreground_only:
    '屏幕一关就不记了。请让这一页亮着；或在设置里把“位置信息”改成“使用时和离开后”，锁屏也能记。',
};

/** 350 米, 1.25 公里: as exact as someone who walks wants it. */
export function walkedWord(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)} 米` : `${(metres / 1000).toFixed(2)} 公里`;
}

/** How far a checkpoint is, rounded to what a phone knows. */
export function awayWord(metres: number): string {
  if (metres < 1000) return `约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`;
  return `约 ${(metres / 1000).toFixed(1)} 公里`;
}
