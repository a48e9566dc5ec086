import { nicknameFault, realNameFault, tidyText } from './person-name.js';

describe('tidyText', () => {
  it('composes, trims, and makes every space one plain space', () => {
    expect(tidyText(' \u3000李\u00a0\u2003阿姨 ')).toBe('李 阿姨');
    expect(tidyText('e\u0301')).toBe('\u00e9');
  });
});

describe('nicknameFault', () => {
  it.each([
    '延安社区的老陈',
    '街坊0421',
    '👵🏻奶奶',
    '👨‍👩‍👧‍👦一家',
    '❤️',
    '🇨🇳漳州',
    '𠮷野家',
    'Zoë O’Brien',
    '小林（三栋）',
    '1️⃣号',
  ])('takes %s', (name) => expect(nicknameFault(name)).toBeNull());

  it.each([
    ['', '空'],
    ['字'.repeat(21), '最多'],
    ['👨‍👩‍👧‍👦'.repeat(8), '最多'],
    ['<b>街坊</b>', '符号'],
    ['<script>alert(1)</script>', '最多'],
    ["'; DROP TABLE person; --", '最多'],
    ["' OR 1=1", '符号'],
    ['a\u0000b', '符号'],
    ['a\nb', '符号'],
    ['a\u202eb', '符号'],
    ['a\u200bb', '符号'],
    ['\u3164', '符号'],
    ['\u2800', '符号'],
    ['\u200d', '符号'],
    ['\ud800', '符号'],
    ['a\u0301\u0302\u0303\u0304', '符号'],
    ['……！', '文字'],
  ])('refuses %j', (name, why) => expect(nicknameFault(name)).toContain(why));
});

describe('realNameFault', () => {
  it.each(['陈国强', '欧阳娜娜', '买买提·艾力', '𠮷田', "Mary O'Brien", 'Nguyễn Văn An'])(
    'takes %s',
    (name) => expect(realNameFault(name)).toBeNull(),
  );

  it.each(['', '字'.repeat(21), '陈👍', '陈1', '<b>陈', "陈';--", '陈\u200b强', '陈\n强', '·陈'])(
    'refuses %j',
    (name) => expect(realNameFault(name)).not.toBeNull(),
  );
});
