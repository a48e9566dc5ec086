import { minutesFault, minutesOf, needsReason, tierMissing } from './verify-rules';

const facts = {
  dayMinutes: 300,
  maxMinutes: 240,
  proposedMinutes: 200,
  tier: 'street' as const,
  mayVerify: false,
};

it('reads whole minutes only', () => {
  expect(['95', ' 7 ', '0', '', '1.5', '-3', '99999'].map(minutesOf)).toEqual([
    95,
    7,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('keeps within what check-in and finish allow', () => {
  expect(minutesFault(240, facts)).toBeNull();
  expect(minutesFault(241, facts)).toContain('240');
  expect(minutesFault(null, facts)).not.toBeNull();
});

it('names the tier that is missing, and lets a lower day total through', () => {
  expect(tierMissing(200, facts)).toBe('street');
  expect(tierMissing(180, facts)).toBeNull();
  expect(tierMissing(200, { ...facts, mayVerify: true })).toBeNull();
  expect(tierMissing(450, { ...facts, dayMinutes: 300 })).toBe('district');
});

it('asks for a reason for other minutes than were recorded', () => {
  expect(needsReason(200, facts)).toBe(false);
  expect(needsReason(199, facts)).toBe(true);
});
