import { labelsOf } from './labels';

const mark = (x: number, y: number, ...words: string[]) => ({ x, y, words });

test('a label stands to the right, and to the left where the sheet ends', () => {
  expect(labelsOf([mark(50, 50, '南门'), mark(290, 150, '北门')], 300, 15)).toEqual([
    { word: '南门', side: 'right' },
    { word: '北门', side: 'left' },
  ]);
});

test('labels keep clear of other marks and labels, are shortened, or left out', () => {
  const [first, second, third] = labelsOf(
    [mark(100, 50, '台湾路口 · 到了', '台湾路口'), mark(190, 50, '石牌坊'), mark(100, 60, '文庙前')],
    300,
    15,
  );
  expect(first).toEqual({ word: '台湾路口', side: 'left' });
  expect(second).toEqual({ word: '石牌坊', side: 'right' });
  expect(third).toEqual({ word: '文庙前', side: 'right' });
  expect(labelsOf([mark(20, 20, '很长很长的名字'), mark(20, 24, '也很长很长的名字')], 60, 15)).toEqual([
    null,
    null,
  ]);
});
