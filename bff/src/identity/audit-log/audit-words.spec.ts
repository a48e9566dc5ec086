import { encodeId } from '../../common/ids/public-id.js';
import { actionWords, targetWords } from './audit-words.js';

it('says what was done, never a code', () => {
  expect(actionWords('residency.approve')).toBe('通过居住登记');
  expect(actionWords('something.new')).toBe('其他操作');
});

it('names the target by its public id', () => {
  expect(targetWords('residency', '7')).toBe(`居住登记 ${encodeId('residency', 7)}`);
  expect(targetWords('residency', 'x')).toBe('其他内容');
  expect(targetWords('unheard', '7')).toBe('其他内容');
});
