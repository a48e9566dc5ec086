import { comparePlaces, placeFault, tidyPlace } from './place.js';

describe('tidyPlace', () => {
  it.each([
    ['３ 栋', '3栋'],
    [' 12—302 ', '12-302'],
    ['ａ座_2', 'A座-2'],
  ])('%j is %s', (written, tidy) => expect(tidyPlace(written)).toBe(tidy));
});

describe('placeFault', () => {
  it.each(['3栋', '12-302', 'A座', '延安北路8号(后座)', '#'.padStart(2, '5')])('takes %s', (place) =>
    expect(placeFault(place)).toBeNull(),
  );
  it.each(['', '字'.repeat(31), "1' OR 1=1", '<b>', '3栋🙂', '-1', 'a\u200bb'])('refuses %j', (place) =>
    expect(placeFault(tidyPlace(place))).not.toBeNull(),
  );
});

it('sorts rooms by number', () => {
  expect(['10栋', '2栋', '1栋'].sort(comparePlaces)).toEqual(['1栋', '2栋', '10栋']);
});
