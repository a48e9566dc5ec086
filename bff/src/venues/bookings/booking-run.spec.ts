import { DomainError } from '../../common/errors/domain-error.js';
import { occupiedUnits, runOf, runOfUnits, unitRunOf } from './booking-run.js';

const refused = (from: string, to: string): DomainError => {
  try {
    runOf(from, to);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${from} to ${to} was taken for a run`);
};

describe('the run a client asks for', () => {
  it('is a stretch of a Shanghai day, whatever offset it was written with', () => {
    const run = { day: '2026-11-24', startMinute: 540, endMinute: 600 };
    expect(runOf('2026-11-24T01:00:00Z', '2026-11-24T02:00:00.000Z')).toMatchObject(run);
    expect(runOf('2026-11-24T09:00:00+08:00', '2026-11-24T10:00:00+08:00')).toMatchObject(run);
    expect(runOf('2026-11-23T20:00:00-05:00', '2026-11-24T03:00:00+01:00')).toMatchObject(run);
  });

  it('may be a whole day, from midnight to midnight', () => {
    expect(runOf('2026-11-23T16:00:00Z', '2026-11-24T16:00:00Z')).toMatchObject({
      day: '2026-11-24',
      startMinute: 0,
      endMinute: 1440,
    });
  });

  it.each([
    ['2026-11-24T01:00:30Z', '2026-11-24T02:00:30Z'],
    ['2026-11-24T01:00:00.001Z', '2026-11-24T02:00:00.001Z'],
    ['2026-11-24T01:00:00Z', '2026-11-24T02:00:01Z'],
    ['tomorrow', '2026-11-24T02:00:00Z'],
    ['2026-11-24T01:00:00Z', ''],
    ['9999-12-31T01:00:00Z', '9999-12-31T02:00:00Z'],
  ])('refuses what is no time on a minute: %s to %s', (from, to) => {
    expect(refused(from, to).code).toBe('BOOKING_RUN_INVALID');
  });

  it.each([
    ['2026-11-24T01:00:00Z', '2026-11-24T01:00:00Z'],
    ['2026-11-24T02:00:00Z', '2026-11-24T01:00:00Z'],
  ])('refuses an end that is not after the start, and says so: %s to %s', (from, to) => {
    expect(refused(from, to).refusal).toMatchObject({
      code: 'BOOKING_RUN_INVALID',
      message: '结束时间要晚于开始时间。',
    });
  });

  it.each([
    ['2026-11-24T15:30:00Z', '2026-11-24T16:30:00Z'],
    ['2026-11-23T16:00:00Z', '2026-11-24T16:01:00Z'],
    ['2026-11-24T01:00:00Z', '2026-12-24T02:00:00Z'],
  ])('refuses to cross midnight in Shanghai, and says what to do: %s to %s', (from, to) => {
    expect(refused(from, to).refusal).toMatchObject({
      code: 'BOOKING_RUN_INVALID',
      message: '一次预约不能跨过半夜 12 点。',
      next: '请分成两天预约。',
    });
  });
});

describe('a run in units', () => {
  const run = runOf('2026-11-24T01:00:00Z', '2026-11-24T02:30:00Z');

  it('begins and ends on whole units', () => {
    expect(unitRunOf(run, 30)).toEqual({ day: '2026-11-24', startUnit: 18, endUnit: 21 });
    expect(unitRunOf(run, 15)).toEqual({ day: '2026-11-24', startUnit: 36, endUnit: 42 });
    expect(unitRunOf({ ...run, startMinute: 555 }, 30)).toBeNull();
    expect(unitRunOf({ ...run, endMinute: 615 }, 30)).toBeNull();
  });

  it('is read back as it was stored', () => {
    for (const unitMinutes of [15, 30]) {
      const units = unitRunOf(run, unitMinutes);
      if (units === null) throw new Error('aligned runs have units');
      expect(runOfUnits(units, unitMinutes)).toEqual(run);
    }
  });

  it('occupies its cleaning as well, never past midnight', () => {
    const units = { day: '2026-11-24', startUnit: 18, endUnit: 20 };
    expect(occupiedUnits(units, 0, 30)).toEqual([18, 19]);
    expect(occupiedUnits(units, 2, 30)).toEqual([18, 19, 20, 21]);
    expect(occupiedUnits({ ...units, startUnit: 46, endUnit: 48 }, 2, 30)).toEqual([46, 47]);
    expect(occupiedUnits({ ...units, startUnit: 94, endUnit: 95 }, 2, 15)).toEqual([94, 95]);
  });
});
