import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { api } from '@/lib/api/client';
import { queryClient } from '@/lib/query';
import type { Approval } from '../../api/types';
import { ApprovalsView } from './ApprovalsView';

/** WeChat's limit for a page; what stands around the list takes some of it. */
const MAX_NODES = 1000;
const PAGE = 20;

jest.mock('@/lib/api/client', () => ({ api: { get: jest.fn() } }));
Object.assign(Taro, { pageScrollTo: jest.fn() });

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

const approval = (id: string, actions: Approval['actions']): Approval => ({
  id,
  status: 'pending',
  statusReason: null,
  startsAt: at(48),
  endsAt: at(50),
  cleaningMinutes: 15,
  personName: '林阿姨',
  phoneMasked: '199****0002',
  purpose: '合唱排练',
  attendees: 18,
  channel: 'app',
  actions,
  venue: { id: 'v', name: '议事室' },
  centre: { id: 'c', name: '延安社区党群服务中心' },
  createdAt: at(-5),
  householdWeekCount: 1,
  noShows90: 1,
});

const answer = (pages: Approval[][]): void => {
  (api.get as jest.Mock).mockImplementation(
    (_path: string, { query }: { query: { cursor: string | null } }) => {
      const index = Number(query.cursor ?? 0);
      const nextCursor = index + 1 < pages.length ? String(index + 1) : null;
      return Promise.resolve({ items: pages[index], nextCursor });
    },
  );
};

const open = async (): Promise<HTMLElement> => {
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <ApprovalsView code="350602002" />
    </QueryClientProvider>,
  );
  await screen.findAllByTestId(/^approval-/);
  return container;
};

beforeEach(() => queryClient.clear());

test('however far one reads on, the page stays below the number of nodes WeChat takes', async () => {
  const decide: Approval['actions'] = ['approve', 'reject'];
  answer(
    Array.from({ length: 4 }, (_page, page) =>
      Array.from({ length: PAGE }, (_item, item) => approval(`${page}-${item}`, decide)),
    ),
  );
  const container = await open();
  for (let step = 0; step < 8; step += 1) {
    expect(container.querySelectorAll('*').length).toBeLessThan(MAX_NODES * 0.9);
    const more = screen.queryByTestId('more');
    if (more === null) break;
    await act(async () => {
      fireEvent.click(more);
      await new Promise((resolve) => setTimeout(resolve));
    });
  }
  expect(screen.getByTestId('approval-3-19')).not.toBeNull();
});

test('what may be decided comes from the server alone', async () => {
  answer([[approval('theirs', ['approve', 'reject']), approval('mine', [])]]);
  await open();
  expect(within(screen.getByTestId('approval-theirs')).getAllByRole('button')).toHaveLength(2);
  const mine = within(screen.getByTestId('approval-mine'));
  expect(mine.queryAllByRole('button')).toHaveLength(0);
  expect(mine.getByText('这是你自己的预约，要由另一位同事审核。')).not.toBeNull();
});
