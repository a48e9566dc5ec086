import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { api } from '@/lib/api/client';
import { ApiError } from '@/lib/api/error';
import { queryClient } from '@/lib/query';
import { useSession } from '@/lib/session';
import type { Task, TaskShift } from '../../api/types';
import { useClaiming } from '../../hooks/useClaiming';
import { ClaimBar } from './ClaimBar';
import { TaskView } from './TaskView';

jest.mock('@/lib/api/client', () => ({
  ...jest.requireActual('@/lib/api/client'),
  api: { get: jest.fn(), post: jest.fn() },
}));
Element.prototype.scrollIntoView = jest.fn();

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

const shift: TaskShift = {
  id: 'shift1',
  startsAt: at(3),
  endsAt: at(5),
  opensAt: at(-48),
  closesAt: at(3),
  capacity: 8,
  placesLeft: 2,
  waiting: 0,
  status: 'open',
  claimable: { allowed: true, refusal: null },
  canWait: false,
  mine: null,
};

const task: Task = {
  id: 'task1',
  title: '夜间巡防 · 古城线',
  kind: 'patrol',
  urgency: 'ordinary',
  intro: '',
  status: 'published',
  placeName: '古城门',
  address: '台湾路 1 号',
  location: { latitude: 24.5, longitude: 117.6 },
  geofenceMetres: 100,
  route: null,
  requirements: { minAge: 18, maxAge: null, trainings: [], units: [], residentsOnly: false },
  riskNotice: '夜间路面有台阶。',
  insured: true,
  insuranceNote: '',
  gatherNote: '',
  contact: { name: '陈协调员', phone: '0596-2021234' },
  community: { code: '350602002002', name: '延安社区' },
  releaseByMinutes: 120,
  checkInOpensMinutes: 30,
  rules: [{ no: 2, title: '名额', text: '先到先得。' }],
  shifts: [shift],
};

function Host({ shown }: { shown: Task }) {
  const claiming = useClaiming(shown, undefined, []);
  return (
    <>
      <TaskView task={shown} claiming={claiming} onStale={() => undefined} />
      <ClaimBar claiming={claiming} />
    </>
  );
}

const open = (shown: Task = task): void => {
  render(
    <QueryClientProvider client={queryClient}>
      <Host shown={shown} />
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
  useSession.getState().signIn({ accessToken: 'a', accessExpiresAt: at(1), refreshToken: 'r' });
  (api.get as jest.Mock).mockResolvedValue({ items: [] });
});

test('a place is asked for only once the risks are read, and the reader is told so', async () => {
  (api.post as jest.Mock).mockResolvedValue({ id: 'claim1', shiftId: 'shift1', status: 'claimed' });
  open();
  await tap('claim-shift');
  expect(api.post).not.toHaveBeenCalled();
  expect(screen.getByText('读过风险告知，打开上面的开关再认领。')).not.toBeNull();
  await tap('accept-risk');
  await tap('claim-shift');
  expect(api.post).toHaveBeenCalledWith('/claims', {
    body: { shiftId: 'shift1', riskAccepted: true },
    key: expect.stringMatching(/^[a-z0-9]{24}$/),
  });
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages-volunteer/claim/index?id=claim1&fresh=1' });
});

test('who comes too late learns why, what rule, and the ways on: the queue and shifts like it', async () => {
  const full = new ApiError(409, {
    code: 'CLAIM_FULL',
    message: '名额刚刚满了。',
    rule: { no: 2, title: '名额' },
    next: '可以候补。',
    requestId: 'req1',
    ...{ canWait: true },
  });
  (api.post as jest.Mock).mockRejectedValueOnce(full).mockResolvedValueOnce({ id: 'wait1' });
  const similar = { shiftId: 'shift9', task: { ...task, id: 'task9', title: '另一条线', checkpoints: 0 } };
  (api.get as jest.Mock).mockImplementation((path: string) =>
    Promise.resolve({ items: path === '/shifts/{id}/similar' ? [{ ...shift, ...similar }] : [] }),
  );
  open();
  await tap('accept-risk');
  await tap('claim-shift');
  expect(screen.getByText('名额刚刚满了。')).not.toBeNull();
  expect(screen.getByText('依据规则 2「名额」')).not.toBeNull();
  await waitFor(() => expect(screen.getByText('另一条线')).not.toBeNull());
  await act(async () => {
    fireEvent.click(screen.getByText('排候补'));
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(api.post).toHaveBeenLastCalledWith(
    '/shifts/{id}/wait',
    expect.objectContaining({ path: { id: 'shift1' }, body: { riskAccepted: true } }),
  );
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: '/pages-volunteer/claims/index?show=waits&fresh=wait1',
  });
});

test('who may not come is told before trying, with the way to put it right', () => {
  const refusal = { code: 'VOLUNTEER_REQUIRED', message: '要先成为志愿者。', rule: null, next: null };
  open({ ...task, shifts: [{ ...shift, claimable: { allowed: false, refusal } }] });
  expect(screen.getByText('要先成为志愿者。')).not.toBeNull();
  expect(screen.queryByTestId('claim-shift')).toBeNull();
  fireEvent.click(screen.getByTestId('way-out'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages-volunteer/join/index' });
});
