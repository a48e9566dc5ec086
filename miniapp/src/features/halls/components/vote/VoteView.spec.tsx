import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { api } from '@/lib/api/client';
import { ApiError } from '@/lib/api/error';
import { queryClient } from '@/lib/query';
import type { Membership, Topic, Vote } from '../../api/types';
import { VoteView } from './VoteView';

jest.mock('@/lib/api/client', () => ({
  ...jest.requireActual('@/lib/api/client'),
  api: { get: jest.fn(), post: jest.fn() },
}));

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
const HASH = 'ab'.repeat(32);

const member = (no: number, more: Partial<Membership> = {}): Membership => ({
  no,
  capacity: 'self',
  label: `${no}号`,
  area: null,
  voted: false,
  choice: null,
  receipt: null,
  castAt: null,
  ...more,
});

const vote = (more: Partial<Vote> = {}): Vote => ({
  topicId: 'topic1',
  title: '电动车充电棚建在哪？',
  textHash: HASH,
  secret: false,
  from: at(-1),
  until: at(48),
  open: true,
  memberships: [member(1)],
  participation: {
    heads: { done: 3, total: 10, needed: 6, met: false },
    area: null,
    buildings: [],
    sentences: ['参加的票数还差 3 票。'],
  },
  ...more,
});

const topic = {
  id: 'topic1',
  title: '电动车充电棚建在哪？',
  body: '建在东门。',
  text: { no: 1, hash: HASH, createdAt: at(-9), count: 1, held: false, hidden: false },
} as Topic;

const show = (shown: Vote): void => {
  render(
    <QueryClientProvider client={queryClient}>
      <VoteView topic={topic} vote={shown} />
    </QueryClientProvider>,
  );
};
const tap = async (testId: string): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByTestId(testId));
    await new Promise((resolve) => setTimeout(resolve));
  });
};

beforeEach(() => {
  queryClient.clear();
  jest.clearAllMocks();
});

test('a choice is asked about once more before it is cast, and can be taken back until then', async () => {
  (api.post as jest.Mock).mockResolvedValue({ member: 1, receipt: 'K7QX 2M9P', changed: false });
  show(vote());
  await tap('choose-against');
  expect(screen.getByTestId('confirm-ballot').textContent).toContain('反对');
  expect(api.post).not.toHaveBeenCalled();
  await tap('choose-again');
  await tap('choose-for');
  await tap('cast');
  expect(api.post).toHaveBeenCalledTimes(1);
  expect(api.post).toHaveBeenCalledWith('/topics/{id}/ballots', {
    path: { id: 'topic1' },
    body: { member: 1, choice: 'for', textHash: HASH },
    key: expect.stringMatching(/^[a-z0-9]{24}$/),
  });
  expect(screen.getByTestId('receipt').textContent).toBe('K7QX 2M9P');
  expect(screen.queryByTestId('ballot')).toBeNull();
});

test('a secret vote says that it cannot be changed, and shows neither choice nor receipt afterwards', async () => {
  (api.post as jest.Mock).mockResolvedValue({ member: 1, receipt: null, changed: false });
  show(vote({ secret: true }));
  await tap('choose-abstain');
  expect(screen.getByText('投出后不能改，谁也查不到你选了什么。')).not.toBeNull();
  await tap('cast');
  expect(screen.getByTestId('my-ballot').textContent).not.toContain('弃权');
  expect(screen.queryByTestId('receipt')).toBeNull();
  expect(screen.queryByTestId('change-vote')).toBeNull();
});

test('who votes for several goes on to the next; an open vote can be changed', async () => {
  const own = member(1, { voted: true, choice: 'for', receipt: 'AAAA', castAt: at(-1) });
  show(vote({ memberships: [own, member(2, { capacity: 'proxy' })] }));
  expect(screen.getByTestId('ballot')).not.toBeNull();
  await tap('member-1');
  expect(screen.queryByTestId('ballot')).toBeNull();
  await tap('change-vote');
  expect(screen.getByTestId('ballot')).not.toBeNull();
});

test('a refusal stays on the question, with what to do next', async () => {
  const refusal = {
    code: 'BALLOT_CLOSED',
    message: '投票已经截止。',
    rule: null,
    next: '结果公示后可以查看。',
    requestId: 'r1',
  };
  (api.post as jest.Mock).mockRejectedValue(new ApiError(409, refusal));
  show(vote());
  await tap('choose-for');
  await tap('cast');
  expect(screen.getByTestId('confirm-ballot').textContent).toContain('投票已经截止。');
});

test('who is not on the roll is told so, and nobody is shown a tally', () => {
  show(vote({ memberships: [] }));
  expect(screen.getByText('你不在这次的名册里')).not.toBeNull();
  expect(screen.getByTestId('participation').textContent).toContain('参加的票数还差 3 票。');
});
