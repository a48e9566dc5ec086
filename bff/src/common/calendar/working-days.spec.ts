import chineseDays from 'chinese-days';
import { addDays, weekdayOf } from '@jiefang/shared/time';
import { WorkingDays } from './working-days.js';

const none = new WorkingDays(new Map());
const table = (days: Record<string, boolean>): WorkingDays => new WorkingDays(new Map(Object.entries(days)));

describe('working days', () => {
  it('are those of the national calendar in the years it knows', () => {
    expect(none.isWorking('2026-10-01')).toBe(false);
    expect(none.isWorking('2026-10-10')).toBe(true);
    expect(none.isWorking('2026-11-21')).toBe(false);
    expect(none.isWorking('2026-11-23')).toBe(true);
    expect(none.add('2026-11-20', 3)).toBe('2026-11-25');
    expect(none.add('2026-09-30', 1)).toBe('2026-10-08');
  });

  it('are the operator’s before the calendar’s', () => {
    const storm = table({ '2026-11-24': false, '2026-11-28': true });
    expect(storm.isWorking('2026-11-24')).toBe(false);
    expect(storm.isWorking('2026-11-28')).toBe(true);
    expect(storm.add('2026-11-23', 3)).toBe('2026-11-27');
  });

  it('of a year that nobody knows never count a weekday that could be off', () => {
    expect(none.unknownYear(new Date('2026-12-01T00:00:00Z'))).toBe('2027');
    expect(none.unknownYear(new Date('2026-11-01T00:00:00Z'))).toBeNull();
    expect(none.unknownYear(new Date('2027-06-01T00:00:00Z'))).toBe('2027');
    expect(none.isWorking('2027-03-10')).toBe(true);
    expect(none.isWorking('2027-03-13')).toBe(false);
    for (const day of [
      '2027-01-01',
      '2027-02-05',
      '2027-02-11',
      '2027-04-05',
      '2027-05-04',
      '2027-06-09',
      '2027-10-07',
    ]) {
      expect({ day, works: none.isWorking(day) }).toEqual({ day, works: false });
    }
  });

  it('become exact as soon as the operator enters the year', () => {
    const first = table({ '2027-01-01': false });
    expect(first.isWorking('2027-01-01')).toBe(false);
    // One day is not the year's arrangement: the others stay careful.
    expect(first.unknownYear(new Date('2026-12-01T00:00:00Z'))).toBe('2027');
    expect(first.isWorking('2027-05-05')).toBe(false);
    const off = ['01-01', '02-05', '02-08', '02-09', '02-10', '02-11', '04-05', '05-03', '06-09', '10-01'];
    const known = table(Object.fromEntries(off.map((day) => [`2027-${day}`, false])));
    expect(known.unknownYear(new Date('2026-12-01T00:00:00Z'))).toBeNull();
    expect(known.isWorking('2027-01-01')).toBe(false);
    expect(known.isWorking('2027-05-05')).toBe(true);
    expect(known.isWorking('2027-05-08')).toBe(false);
  });

  it('of an unknown year would have been right for every year since 2008 but for the parade of 2015', () => {
    const wrong: string[] = [];
    for (let year = 2008; year <= 2026; year += 1) {
      const off = chineseDays
        .getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, true)
        .filter((day) => weekdayOf(day) <= 5 && !chineseDays.isWorkday(`${day}T12:00:00`));
      wrong.push(...off.filter((day) => !WorkingDays.couldBeOff(day)));
    }
    expect(wrong).toEqual(['2015-09-03', '2015-09-04']);
  });

  it('begin at nine', () => {
    const opening = (now: string): string => none.lastOpening(new Date(now)).toISOString();
    expect(opening('2026-11-23T00:59:59Z')).toBe('2026-11-20T01:00:00.000Z');
    expect(opening('2026-11-23T01:00:00Z')).toBe('2026-11-23T01:00:00.000Z');
    expect(opening('2026-11-22T10:00:00Z')).toBe('2026-11-20T01:00:00.000Z');
    expect(opening('2026-10-07T10:00:00Z')).toBe('2026-09-30T01:00:00.000Z');
    const never = table(
      Object.fromEntries(Array.from({ length: 70 }, (_, n) => [addDays('2026-11-22', -n), false])),
    );
    expect(() => never.lastOpening(new Date('2026-11-22T10:00:00Z'))).toThrow('table of working days');
  });
});
