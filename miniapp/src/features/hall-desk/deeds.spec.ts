import { TOPIC_ACT_NAMES, TOPIC_ACTS, topicRule, type TopicAct } from '@jiefang/shared/topics';
import type { StaffAct } from './api/types';
import { ACT_REASONS } from './reasons';
import { CONSEQUENCES, DEED_ICONS, inOrder, nextDeed, wayOf } from './deeds';

const staffActs = TOPIC_ACT_NAMES.filter((act) =>
  topicRule(act).actors.some((actor) => actor === 'moderator' || actor === 'street'),
);
const item = (act: TopicAct, allowed = true): StaffAct => ({
  act,
  word: TOPIC_ACTS[act].word,
  allowed,
  unmet: allowed ? [] : ['公告期已满'],
});

const fresh = { track: 'deep' as const, clocks: [{ kind: 'review' as const, stoppedAt: null }] };

test('every act of staff says what happens and has its icon', () => {
  for (const act of staffActs) {
    expect([act, DEED_ICONS[act]]).not.toEqual([act, undefined]);
    if (wayOf(act) !== 'page') expect([act, CONSEQUENCES[act]]).not.toEqual([act, undefined]);
  }
});

test('an act that needs a reason is never done without being asked for one', () => {
  for (const act of staffActs.filter((one) => topicRule(one).needs.includes('reason'))) {
    expect(['reason', 'answer', 'merge', 'page']).toContain(wayOf(act));
    if (wayOf(act) === 'reason') expect(ACT_REASONS[act]?.length ?? 0).toBeGreaterThan(0);
  }
});

test('what goes on along the path comes first, and only what is allowed is proposed', () => {
  const acts = [item('return'), item('decline'), item('finalise', false), item('take_up')];
  const next = nextDeed(acts, fresh);
  expect(inOrder(acts, next).map(({ act }) => act)).toEqual(['take_up', 'finalise', 'return', 'decline']);
  expect(next?.act).toBe('take_up');
  expect(nextDeed([item('finalise', false), item('suspend')], fresh)).toBeNull();
});

test('under review, the track is proposed that was asked for, and only once', () => {
  const acts = [
    item('classify_instant'),
    item('classify_deep'),
    item('open_endorsing'),
    item('announce', false),
  ];
  expect(nextDeed(acts, fresh)?.act).toBe('classify_deep');
  expect(nextDeed(acts, { ...fresh, track: 'instant' })?.act).toBe('classify_instant');
  const started = { ...fresh, clocks: [{ kind: 'start' as const, stoppedAt: null }] };
  expect(nextDeed(acts, started)?.act).toBe('open_endorsing');
  expect(nextDeed([...acts.slice(0, 3), item('announce')], started)?.act).toBe('announce');
});
