import {
  closedMinutes,
  freeRunStarts,
  onlineUnitsLeft,
  openUnits,
  shortestRun,
  unitOf,
} from './availability.js';

describe('units of a day', () => {
  it('counts units from midnight and leaves gaps between ranges out', () => {
    const ranges = [
      { openMinute: 480, closeMinute: 540 },
      { openMinute: 600, closeMinute: 660 },
    ];
    expect(openUnits(ranges, [], 30)).toEqual([16, 17, 20, 21]);
    expect(unitOf(599, 30)).toBe(19);
  });

  it('never counts part of a unit', () => {
    expect(openUnits([{ openMinute: 490, closeMinute: 575 }], [], 30)).toEqual([17, 18]);
    expect(openUnits([{ openMinute: 490, closeMinute: 500 }], [], 30)).toEqual([]);
  });

  it('takes a whole unit for a closure that touches it', () => {
    const ranges = [{ openMinute: 480, closeMinute: 600 }];
    expect(openUnits(ranges, [{ openMinute: 511, closeMinute: 512 }], 30)).toEqual([16, 18, 19]);
    expect(openUnits(ranges, [{ openMinute: 510, closeMinute: 540 }], 30)).toEqual([16, 18, 19]);
  });

  it('cuts closures to the Shanghai day, rounded outwards', () => {
    const closure = { startsAt: new Date('2026-11-23T02:00:30Z'), endsAt: new Date('2026-11-24T02:00:30Z') };
    expect(closedMinutes([closure], '2026-11-22')).toEqual([]);
    expect(closedMinutes([closure], '2026-11-23')).toEqual([{ openMinute: 600, closeMinute: 1440 }]);
    expect(closedMinutes([closure], '2026-11-24')).toEqual([{ openMinute: 0, closeMinute: 601 }]);
    expect(closedMinutes([closure], '2026-11-25')).toEqual([]);
  });
});

describe('the online share', () => {
  const policy = { reservedPercent: 30, reservedUntilHours: 24 };

  it('keeps the share, rounded up, until the hours before the run', () => {
    expect(onlineUnitsLeft(policy, 25, 0, 24.01)).toBe(17);
    expect(onlineUnitsLeft(policy, 25, 16, 48)).toBe(1);
    expect(onlineUnitsLeft(policy, 25, 20, 48)).toBe(0);
  });

  it('opens everything within those hours, or without a share', () => {
    expect(onlineUnitsLeft(policy, 25, 20, 24)).toBe(5);
    expect(onlineUnitsLeft({ reservedPercent: 0, reservedUntilHours: 24 }, 25, 0, 1000)).toBe(25);
    expect(onlineUnitsLeft({ reservedPercent: 100, reservedUntilHours: 24 }, 25, 0, 25)).toBe(0);
  });
});

describe('free runs', () => {
  const open = [16, 17, 18, 19, 20, 21];

  it('fits the run between what is held', () => {
    expect(freeRunStarts({ open, held: new Set([18]), length: 2, cleaning: 0, from: 0 })).toEqual([
      16, 19, 20,
    ]);
    expect(freeRunStarts({ open, held: new Set([18]), length: 2, cleaning: 0, from: 17 })).toEqual([19, 20]);
  });

  it('keeps the cleaning clear of others, but lets it pass the closing', () => {
    expect(freeRunStarts({ open, held: new Set([19]), length: 2, cleaning: 1, from: 0 })).toEqual([16, 20]);
  });

  it('does not jump a gap in the opening', () => {
    expect(
      freeRunStarts({ open: [16, 17, 20, 21], held: new Set(), length: 3, cleaning: 0, from: 0 }),
    ).toEqual([]);
  });

  it('rounds the shortest run and its cleaning up to units', () => {
    expect(shortestRun({ minMinutes: 45, cleaningMinutes: 10 }, 30)).toEqual({ length: 2, cleaning: 1 });
    expect(shortestRun({ minMinutes: 15, cleaningMinutes: 0 }, 15)).toEqual({ length: 1, cleaning: 0 });
  });
});
