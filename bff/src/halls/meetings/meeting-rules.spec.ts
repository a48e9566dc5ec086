import { createSecretKey } from 'node:crypto';
import { MeetingCodes } from './meeting-codes.js';
import { mayEnter, maySignIn, meetingStatus, meetingTimeFault } from './meeting-rules.js';

const at = (text: string): Date => new Date(`2026-11-24T${text}:00Z`);
const meeting = { status: 'called' as const, startsAt: at('11:00'), endsAt: at('12:30') };

describe('a meeting', () => {
  it.each([
    ['10:29', 'called', false],
    ['10:30', 'open', true],
    ['12:30', 'open', true],
    ['14:30', 'open', true],
    ['14:31', 'called', false],
  ])('at %s is %s', (time, status, open) => {
    expect(meetingStatus(meeting, at(time))).toBe(status);
    expect(maySignIn(meeting, at(time))).toBe(open);
  });

  it('that is over keeps its word; what was said there is still written down', () => {
    const closed = { ...meeting, status: 'closed' as const };
    expect(meetingStatus(closed, at('11:00'))).toBe('closed');
    expect(mayEnter(closed, at('23:00'))).toBe(true);
    expect(mayEnter({ ...meeting, status: 'cancelled' }, at('11:00'))).toBe(false);
    expect(mayEnter(meeting, at('10:00'))).toBe(false);
  });

  it('is called for a time that can be', () => {
    expect(meetingTimeFault(at('11:00'), at('12:00'), at('10:00'))).toBeNull();
    expect(meetingTimeFault(at('11:00'), at('12:00'), at('11:00'))).toBe('会议要定在现在以后。');
    expect(meetingTimeFault(at('11:00'), at('11:00'), at('10:00'))).toBe('结束要晚于开始。');
  });

  it('has codes that no other meeting takes', () => {
    const codes = new MeetingCodes(createSecretKey(Buffer.alloc(32, 3)));
    const now = at('11:00');
    const { qr, manualCode } = codes.issue(1, now);
    expect([codes.check(qr, 1, now), codes.check(manualCode, 1, now)]).toEqual(['good', 'good']);
    expect([codes.check(qr, 2, now), codes.check(manualCode, 2, now)]).toEqual(['forged', 'forged']);
    expect(codes.check(qr, 1, at('11:02'))).toBe('expired');
  });
});
