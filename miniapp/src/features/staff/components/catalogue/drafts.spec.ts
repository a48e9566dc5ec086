import { centreFaults, NEW_CENTRE, NEW_VENUE, rangesFault, venueFaults, wholeWeek } from './drafts';

const venue = { ...NEW_VENUE, name: '合唱室' };

it('accepts the policy a new venue starts with', () => {
  expect(venueFaults(venue)).toEqual({});
});

it('names what contradicts itself', () => {
  const policy = { ...venue.policy, minMinutes: 45, maxMinutes: 30, releaseAfterMinutes: 60 };
  expect(Object.keys(venueFaults({ ...venue, policy })).sort()).toEqual([
    'policy.maxMinutes',
    'policy.minMinutes',
    'policy.releaseAfterMinutes',
  ]);
  expect(venueFaults({ ...venue, capacity: Number.NaN }).capacity).toBeDefined();
});

it('judges ranges of a day', () => {
  const morning = { openMinute: 540, closeMinute: 720 };
  expect(rangesFault([morning, { openMinute: 840, closeMinute: 1440 }], 30)).toBeUndefined();
  expect(rangesFault([{ openMinute: 720, closeMinute: 720 }], 30)).toMatch('晚于');
  expect(rangesFault([{ openMinute: 545, closeMinute: 720 }], 30)).toMatch('整格');
  expect(rangesFault([{ openMinute: 545, closeMinute: 720 }], null)).toBeUndefined();
  expect(rangesFault([morning, { openMinute: 720, closeMinute: 810 }], 30)).toMatch('合并');
});

it('wants a place within the country for a centre', () => {
  const centre = { ...NEW_CENTRE, name: '延安党群服务中心', address: '延安北路 1 号', phone: '0596-2020001' };
  expect(Object.keys(centreFaults(centre))).toEqual(['location']);
  expect(centreFaults({ ...centre, location: { latitude: 24.51, longitude: 117.65 } })).toEqual({});
});

it('shows all seven days', () => {
  expect(wholeWeek([{ weekday: 3, ranges: [] }]).map((day) => day.weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
