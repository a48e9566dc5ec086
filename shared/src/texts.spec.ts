import { cleanText, textFault, TextRefused } from './texts.js';

describe('a text before anybody else reads it', () => {
  it.each([
    ['好。', '好。'],
    ['  两头的空格  ', '两头的空格'],
    ['一行\r\n两行\r三行', '一行\n两行\n三行'],
    ['空\n\n\n \n\n行', '空\n\n行'],
    ['表\t格', '表 格'],
    ['e\u0301', 'é'],
    ['👨‍👩‍👧‍👦 一家人', '👨‍👩‍👧‍👦 一家人'],
    ['❤️‍🔥 👍🏽 🏳️‍🌈 #️⃣', '❤️‍🔥 👍🏽 🏳️‍🌈 #️⃣'],
    ['葛\u{e0100}', '葛\u{e0100}'],
    ['ภาษาไทย ที่นี่ दिल्ली ཧཱུྃ', 'ภาษาไทย ที่นี่ दिल्ली ཧཱུྃ'],
    ['……', '……'],
  ])('is taken: %j', (text, clean) => {
    expect(cleanText(text, 100)).toBe(clean);
    expect(cleanText(clean, 100)).toBe(clean);
  });

  it.each([
    ['', 'empty'],
    [' \t\n　', 'empty'],
    ['\u200b\u200d\ufeff', 'empty'],
    ['\u2800 \u3164', 'empty'],
    ['\u0301\u0302', 'empty'],
    ['加\u200b微信', 'hidden'],
    ['加\u200d微信', 'hidden'],
    ['\u202e写反', 'hidden'],
    ['一\u0000二', 'hidden'],
    ['一\u2028二', 'hidden'],
    ['\ud83d 笑', 'hidden'],
    ['\ue000 私', 'hidden'],
    ['字\u00ad字', 'hidden'],
    ['字\ufe0f\ufe0f字', 'hidden'],
    ['\u{e0041}标签', 'hidden'],
    ['字\u0300\u0301\u0302\u0303', 'marks'],
    ['x'.repeat(101), 'long'],
    ['😀'.repeat(101), 'long'],
    ['字'.repeat(100_000), 'long'],
  ])('is refused: %j', (text, fault) => {
    expect(textFault(text, 100)).toBe(fault);
    expect(() => cleanText(text, 100)).toThrow(TextRefused);
  });

  it('counts what people see, not bytes', () => {
    expect(textFault('😀'.repeat(100), 100)).toBeNull();
    expect(textFault(`  ${'字'.repeat(100)}  `, 100)).toBeNull();
  });

  it('takes no time over what is meant to take long', () => {
    const started = Date.now();
    for (const text of [' \n'.repeat(400), 'a\u0301'.repeat(300), '👨‍'.repeat(300), '\n '.repeat(400)]) {
      textFault(text, 1000);
    }
    expect(Date.now() - started).toBeLessThan(200);
  });
});
