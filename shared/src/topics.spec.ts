import { TOPIC_NEED_WORDS, TOPIC_NEEDS } from './topic-needs.js';
import {
  FINAL_TOPICS,
  mayAct,
  promiseState,
  PUBLIC_TOPICS,
  statusAfter,
  TOPIC_ACT_NAMES,
  TOPIC_CLOCKS,
  TOPIC_STAGES,
  TOPIC_STATUSES,
  topicRule,
  type TopicAct,
  type TopicActor,
  type TopicStatus,
} from './topics.js';

const ACTORS: TopicActor[] = ['initiator', 'moderator', 'street', 'clock', 'tally'];

/** The whole path once more, written by hand: act, from, to, who. What is not here cannot happen. */
const PATH = `
submit: draft returned > submitted: initiator
take_up: submitted > under_review: moderator street
return: submitted under_review > returned: moderator street
decline: under_review > declined: moderator street
review_declined: declined > under_review: street
uphold_declined: declined > declined: street
classify_instant: under_review > under_review: moderator street
classify_deep: under_review > under_review: moderator street
answer: under_review > effective: moderator street
open_endorsing: under_review > endorsing: moderator street
reach_endorsements: endorsing > endorsing: tally
lapse_endorsing: endorsing > failed: clock
announce: under_review endorsing > announced: moderator street
open_deliberation: announced > deliberating: moderator street clock
revise: draft returned endorsing announced deliberating > same: initiator
finalise: deliberating > finalised: moderator street
open_voting: finalised > voting: moderator street
extend_voting: voting > voting: moderator street clock
count: voting > counted: moderator street clock
fail: counted > failed: tally
publicise: counted finalised > publicised: moderator street
uphold_objection: publicised > suspended: moderator street
take_effect: publicised > effective: clock
start_work: effective > implementing: moderator street
evaluate: implementing effective > evaluated: moderator street
archive: evaluated > archived: clock
merge: submitted under_review endorsing > merged: moderator street
withdraw: draft submitted under_review returned endorsing > withdrawn: initiator
lapse_returned: returned > withdrawn: clock
suspend: announced deliberating finalised voting publicised implementing > suspended: street
resume: suspended > before: street
annul: suspended > failed: street
`
  .trim()
  .split('\n')
  .map((line) => {
    const [act = '', path = '', actors = ''] = line.split(': ');
    const [from = '', to = ''] = path.split(' > ');
    return { act: act as TopicAct, from: from.split(' '), to, actors: actors.split(' ') };
  });

describe('the table of acts', () => {
  it('has every act of the path and no other', () => {
    expect([...TOPIC_ACT_NAMES].sort()).toEqual(PATH.map((line) => line.act).sort());
  });

  it('lets every actor do in every status exactly what the path says, and leads where it says', () => {
    for (const { act, from, to, actors } of PATH) {
      for (const status of TOPIC_STATUSES) {
        for (const actor of ACTORS) {
          const expected = from.includes(status) && actors.includes(actor);
          expect([act, status, actor, mayAct(act, status, actor)]).toEqual([act, status, actor, expected]);
        }
        if (!from.includes(status)) continue;
        const after = to === 'same' ? status : to === 'before' ? 'voting' : to;
        expect(statusAfter(act, status, 'voting')).toBe(after);
      }
    }
  });

  it('never resumes what was not suspended', () => {
    expect(() => statusAfter('resume', 'suspended', null)).toThrow(RangeError);
  });

  it('reaches every status from a draft', () => {
    const reached = new Set<TopicStatus>(['draft']);
    for (let grows = true; grows;) {
      grows = false;
      for (const status of [...reached]) {
        for (const act of TOPIC_ACT_NAMES) {
          if (!topicRule(act).from.includes(status)) continue;
          const to = statusAfter(act, status, 'announced');
          if (!reached.has(to)) grows = reached.add(to).size > 0;
        }
      }
    }
    expect([...reached].sort()).toEqual([...TOPIC_STATUSES].sort());
  });

  it('ends in four statuses, each leaving nothing to do', () => {
    expect([...FINAL_TOPICS].sort()).toEqual(['archived', 'failed', 'merged', 'withdrawn']);
    for (const status of FINAL_TOPICS)
      expect(TOPIC_ACT_NAMES.filter((act) => topicRule(act).from.includes(status))).toEqual([]);
  });

  it('ends every duty that it starts, on every way out', () => {
    // From where a duty runs, no act may leave for good without ending it.
    const runsIn: Record<string, TopicStatus[]> = {
      review: ['submitted', 'under_review'],
      answer: ['under_review'],
      start: ['under_review', 'endorsing'],
    };
    for (const [clock, statuses] of Object.entries(runsIn)) {
      for (const status of statuses) {
        for (const act of TOPIC_ACT_NAMES) {
          const rule = topicRule(act);
          if (!rule.from.includes(status) || act === 'suspend' || act === 'lapse_endorsing') continue;
          const to = statusAfter(act, status, null);
          if (statuses.includes(to)) continue;
          // The classification ends the review before; `open_endorsing` and `answer` end what is left of it.
          const ended = (rule.stops as readonly string[]).includes(clock);
          if (clock === 'answer' && ['open_endorsing', 'announce'].includes(act)) continue;
          if (clock === 'start' && act === 'answer') continue;
          expect([act, status, clock, ended]).toEqual([act, status, clock, true]);
        }
      }
    }
    expect(new Set(TOPIC_ACT_NAMES.flatMap((act) => topicRule(act).starts))).toEqual(
      new Set(TOPIC_CLOCKS.filter((clock) => clock !== 'objections')),
    );
  });

  it('gives every need its words, and asks for none that has none', () => {
    expect(Object.keys(TOPIC_NEED_WORDS).sort()).toEqual([...TOPIC_NEEDS].sort());
    const asked = new Set(TOPIC_ACT_NAMES.flatMap((act) => topicRule(act).needs));
    expect(TOPIC_NEEDS.filter((need) => !asked.has(need))).toEqual([]);
  });

  it('freezes roll and rules at the announcement and the text at the end of the deliberation', () => {
    expect(TOPIC_ACT_NAMES.filter((act) => topicRule(act).freezes.length > 0)).toEqual([
      'announce',
      'finalise',
    ]);
    for (const status of ['finalised', 'voting', 'counted', 'publicised', 'effective', 'archived'] as const)
      expect(mayAct('revise', status, 'initiator')).toBe(false);
  });

  it('shows a topic once it was taken up, and stands it on one stage at most', () => {
    expect(PUBLIC_TOPICS).not.toContain('submitted');
    expect(PUBLIC_TOPICS).toContain('under_review');
    const staged = TOPIC_STAGES.flatMap((stage) => [...stage.statuses] as TopicStatus[]);
    expect(new Set(staged).size).toBe(staged.length);
    expect(TOPIC_STATUSES.filter((status) => !staged.includes(status)).sort()).toEqual([
      'declined',
      'failed',
      'merged',
      'suspended',
      'withdrawn',
    ]);
  });
});

describe('a promise', () => {
  const due = { dueOn: '2026-11-20', doneOn: null };
  it.each([
    [{ ...due, status: 'open' as const }, '2026-11-20', 'on_time'],
    [{ ...due, status: 'open' as const }, '2026-11-21', 'late'],
    [{ ...due, status: 'open' as const }, '2026-12-20', 'late'],
    [{ ...due, status: 'open' as const }, '2026-12-21', 'broken'],
    [{ ...due, status: 'done' as const, doneOn: '2026-11-20' }, '2027-01-01', 'kept'],
    [{ ...due, status: 'done' as const, doneOn: '2026-11-21' }, '2026-11-21', 'late'],
    [{ ...due, status: 'dropped' as const }, '2026-11-01', 'broken'],
  ])('%o on %s is %s', (promise, today, state) => {
    expect(promiseState(promise, today)).toBe(state);
  });
});
