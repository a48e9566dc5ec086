import { openedId } from './scene';

test.each([
  [{ id: 'abc' }, 'abc'],
  [{ scene: 'id=abc' }, 'abc'],
  [{ scene: 'abc' }, 'abc'],
  [{ q: 'https://city.example/#/pages-halls/record/index?id=abc&x=1' }, 'abc'],
  [{ id: '', scene: 'id=abc' }, 'abc'],
  [{}, ''],
])('%j is about "%s"', (opened, id) => expect(openedId(opened)).toBe(id));
