import { pinyin } from 'pinyin-pro';

/** How a Chinese name is typed on a Latin keyboard: 延安社区 → pinyin 'yananshequ', initials 'yasq'. ASCII a–z, 0–9 only. */
export interface Spelling {
  pinyin: string;
  initials: string;
}

const MAX_PINYIN = 255;
const MAX_INITIALS = 80;

/** Spells a name; 重庆 is chongqing, not zhongqing. Characters without a reading are left out, digits and letters stay. */
export function spell(name: string): Spelling {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return {
    pinyin: syllables.join('').slice(0, MAX_PINYIN),
    initials: syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .slice(0, MAX_INITIALS),
  };
}
