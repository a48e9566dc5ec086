import { spell } from './spelling.js';

describe('spell', () => {
  it.each([
    ['延安社区', 'yananshequ', 'yasq'],
    ['重庆市', 'chongqingshi', 'cqs'],
    ['吕梁市', 'lvliangshi', 'lls'],
    ['复兴路22号社区', 'fuxinglu22haoshequ', 'fxl22hsq'],
    ['温泉花园A区', 'wenquanhuayuanaqu', 'wqhyaq'],
    ['大学（北京）', 'daxuebeijing', 'dxbj'],
    ['', '', ''],
  ])('%s is typed %s or %s', (name, pinyin, initials) => {
    expect(spell(name)).toEqual({ pinyin, initials });
  });

  it('fits its columns however long the name is', () => {
    const { pinyin, initials } = spell('庄'.repeat(80));
    expect(pinyin.length).toBeLessThanOrEqual(255);
    expect(initials).toHaveLength(80);
  });
});
