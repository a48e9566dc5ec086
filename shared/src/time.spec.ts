import fc from 'fast-check';
import {
  addDays,
  clockOf,
  DAY_MS,
  daysBetween,
  instantAt,
  isDay,
  MINUTE_MS,
  shanghaiDay,
  shanghaiMinute,
  spokenDay,
  weekdayName,
  weekdayOf,
  weekOf,
} from './time.js';

const days = fc
  .date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const minutes = fc.integer({ min: 0, max: 1439 });

describe('time in Shanghai', () => {
  it('goes to an instant and back', () => {
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        const instant = instantAt(day, minute);
        expect(shanghaiDay(instant)).toBe(day);
        expect(shanghaiMinute(instant)).toBe(minute);
        expect(shanghaiDay(new Date(instant.getTime() + MINUTE_MS - 1))).toBe(day);
        expect(shanghaiMinute(new Date(instant.getTime() + MINUTE_MS - 1))).toBe(minute);
      }),
    );
  });

  it('agrees with the zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        expect(format.format(instantAt(day, minute))).toBe(`${day} ${clockOf(minute)}`);
      }),
    );
  });

  it('counts midnight of the next day as minute 1440', () => {
    fc.assert(
      fc.property(days, (day) => expect(instantAt(day, 1440)).toEqual(instantAt(addDays(day, 1), 0))),
    );
  });

  it('adds and subtracts whole days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(isDay(addDays(day, n))).toBe(true);
        expect((weekdayOf(day) + (((n % 7) + 7) % 7) - 1) % 7).toBe(weekdayOf(addDays(day, n)) - 1);
      }),
    );
  });

  it('has weeks from Monday to Sunday', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = weekOf(day);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, day)).toBeLessThan(7);
        expect(weekOf(addDays(monday, 6))).toBe(monday);
      }),
    );
    expect(weekOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2026-11-30')).toBe('2026-11-30');
    expect(weekdayName('2026-11-23')).toBe('周一');
  });

  it('knows real days only', () => {
    for (const day of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-01-32',
      '',
      'x',
      '2026-01-01T00:00:00Z',
    ]) {
      expect([day, isDay(day)]).toEqual([day, false]);
    }
    for (const day of ['2028-02-29', '2026-12-31', '2000-02-29'])
      expect([day, isDay(day)]).toEqual([day, true]);
  });

  it('reads clocks with two digits and midnight at the end as 24:00', () => {
    expect([0, 5, 65, 1439, 1440].map(clockOf)).toEqual(['00:00', '00:05', '01:05', '23:59', '24:00']);
  });

  it('says days as people do', () => {
    const today = '2026-11-23';
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-22', '2026-12-30', '2027-01-03'].map((day) =>
        spokenDay(day, today),
      ),
    ).toEqual(['今天', '明天', '昨天', '12月30日', '2027年1月3日']);
    expect(DAY_MS).toBe(86_400_000);
  });
});
