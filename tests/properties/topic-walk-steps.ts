import { STAFF_ACTS } from '@jiefang/bff/halls/topics/topic-acts.service';
import type { TopicActor, TopicStatus } from '@jiefang/shared/topics';
import fc from 'fast-check';

export const ROLES = [
  'initiator',
  'rival',
  'neighbour',
  'other',
  'moderator',
  'second',
  'street',
  'superior',
  'staffInitiator',
  'foreign',
  'stranger',
] as const;
export type Role = (typeof ROLES)[number];
export type People = Record<Role, number>;

const OWN_ACTS = [
  'submit',
  'edit',
  'withdraw',
  'endorse',
  'unendorse',
  'ask-review',
  'merge-consent',
] as const;
type OwnAct = (typeof OWN_ACTS)[number];
export type AnyAct = (typeof STAFF_ACTS)[number] | OwnAct | 'announce' | 'ballot';

/** One thing that happens. Numbers choose among what is there, so that every walk can be cut shorter. */
export type Step =
  | { kind: 'act'; act: AnyAct; role: Role; topic: number; reasoned: boolean; odd: number }
  | { kind: 'on'; topic: number; odd: number }
  | { kind: 'pass'; days: number }
  | { kind: 'tick' }
  | { kind: 'others'; topic: number };

/** What brings a topic further, and who may: there may be several ways on. */
export const WAYS_ON: Partial<Record<TopicStatus, [AnyAct, Role][]>> = {
  draft: [['submit', 'initiator']],
  submitted: [
    ['take_up', 'moderator'],
    ['take_up', 'street'],
    ['return', 'moderator'],
  ],
  under_review: [
    ['classify_deep', 'moderator'],
    ['open_endorsing', 'moderator'],
    ['open_endorsing', 'second'],
    ['classify_instant', 'moderator'],
    ['answer', 'moderator'],
    ['decline', 'moderator'],
  ],
  endorsing: [
    ['endorse', 'neighbour'],
    ['endorse', 'other'],
    ['announce', 'moderator'],
    ['announce', 'second'],
    ['announce', 'street'],
    ['edit', 'initiator'],
    ['merge', 'moderator'],
  ],
  announced: [['open_deliberation', 'moderator']],
  deliberating: [['finalise', 'moderator']],
  finalised: [
    ['open_voting', 'moderator'],
    ['open_voting', 'street'],
    ['publicise', 'moderator'],
  ],
  voting: [
    ['ballot', 'neighbour'],
    ['ballot', 'other'],
    ['ballot', 'initiator'],
    ['count', 'moderator'],
    ['extend_voting', 'moderator'],
    ['suspend', 'street'],
  ],
  counted: [['publicise', 'moderator']],
  publicised: [['suspend', 'superior']],
  effective: [
    ['start_work', 'moderator'],
    ['evaluate', 'moderator'],
  ],
  implementing: [['evaluate', 'moderator']],
  returned: [['submit', 'initiator']],
  declined: [
    ['ask-review', 'initiator'],
    ['review_declined', 'street'],
    ['uphold_declined', 'street'],
  ],
  merged: [['merge-consent', 'neighbour']],
  suspended: [
    ['resume', 'street'],
    ['annul', 'street'],
  ],
};

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      act: fc.constantFrom<AnyAct>(...STAFF_ACTS, ...OWN_ACTS, 'announce', 'ballot'),
      role: fc.constantFrom(...ROLES),
      topic: fc.nat(2),
      reasoned: fc.boolean(),
      odd: fc.nat(5),
    }),
  },
  {
    weight: 20,
    // One topic gets far, so that the whole path is walked.
    arbitrary: fc.record({
      kind: fc.constant('on' as const),
      topic: fc.constantFrom(0, 0, 0, 0, 1, 2),
      odd: fc.nat(20),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.constantFrom(1, 3, 6, 8, 31) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tick' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('others' as const), topic: fc.nat(2) }) },
);

/** What is on the record under another name than the route's. */
export const RECORDED: Partial<Record<AnyAct, string[]>> = {
  edit: ['revise'],
  'ask-review': ['ask_review'],
  'merge-consent': ['merge_consent', 'merge_decline'],
  ballot: [],
};

/** In what capacities a role may act on a topic that is not their own. */
export const CAPACITIES: Record<Role, TopicActor[]> = {
  initiator: [],
  rival: [],
  neighbour: [],
  other: [],
  moderator: ['moderator'],
  second: ['moderator'],
  street: ['moderator', 'street'],
  superior: ['moderator', 'street'],
  staffInitiator: ['moderator'],
  foreign: [],
  stranger: [],
};
