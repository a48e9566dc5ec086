import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { api } from '@/lib/api/client';
import { queryClient } from '@/lib/query';
import type { ShiftClaims, StaffClaim } from '../../api/types';
import { ShiftView } from './ShiftView';

jest.mock('@/lib/api/client', () => ({
  ...jest.requireActual('@/lib/api/client'),
  api: { get: jest.fn(), post: jest.fn() },
}));

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

const claim = (no: number): StaffClaim => ({
  id: `claim${no}`,
  status: 'claimed',
  statusReason: null,
  volunteer: { number: `${no}`, name: `街坊${no}`, phoneMasked: '138****0000', unit: null, trainings: [] },
  startsAt: at(1),
  endsAt: at(3),
  checkedInAt: null,
  checkInMethod: null,
  checkInMetres: null,
  finishedAt: null,
  note: null,
  question: null,
  answer: null,
  proposedMinutes: null,
  verifiedMinutes: null,
  actions: [],
});
const page = (numbers: number[], nextCursor: string | null): ShiftClaims => ({
  shift: {
    id: 'shift1',
    startsAt: at(1),
    endsAt: at(3),
    status: 'open',
    capacity: 30,
    claimed: 23,
    arrived: 4,
    waiting: 0,
  },
  task: { id: 'task1', title: '路口值守' },
  items: numbers.map(claim),
  nextCursor,
});
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);
const answers = (answer: (cursor: string | null) => ShiftClaims): void => {
  jest
    .mocked(api.get)
    .mockImplementation((_path: string, options?: { query?: { cursor?: unknown } }) =>
      Promise.resolve(answer((options?.query?.cursor ?? null) as string | null) as never),
    );
};
const open = async (): Promise<void> => {
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <ShiftView id="shift1" />
      </QueryClientProvider>,
    );
  });
};

beforeEach(() => queryClient.clear());

it('counts the whole shift whatever is on the page, and goes on to the next page', async () => {
  answers((cursor) => (cursor === null ? page(numbers(1, 20), 'next') : page(numbers(21, 23), null)));
  await open();
  await screen.findByText('名单 23');
  screen.getByText('认领 23 / 30');
  screen.getByText('到了 4 人');
  screen.getByTestId('show-code');
  screen.getByText('街坊20');
  expect(screen.queryByText('街坊21')).toBeNull();
  await act(async () => {
    fireEvent.click(screen.getByTestId('more'));
  });
  await screen.findByText('街坊23');
  expect(screen.queryByTestId('more')).toBeNull();
});

it('says so when nobody has come forward', async () => {
  answers(() => page([], null));
  await open();
  await screen.findByText('还没有人认领');
});
