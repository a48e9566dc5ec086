import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api/client';
import { ApiError } from '@/lib/api/error';
import { queryClient } from '@/lib/query';
import { CheckView } from './CheckView';

jest.mock('@/lib/api/client', () => ({ api: { get: jest.fn() } }));

const issued = {
  status: 'issued',
  number: '350602002002-2026-000123',
  minutes: 125,
  fromDay: '2026-01-05',
  toDay: '2026-11-10',
  issuedAt: '2026-11-20T02:00:00Z',
  issuer: '延安社区居民委员会',
  revokedAt: null,
};

const open = (given: { number?: string; code?: string }): void => {
  render(
    <QueryClientProvider client={queryClient}>
      <CheckView {...given} />
    </QueryClientProvider>,
  );
};

beforeEach(() => {
  queryClient.clear();
  jest.clearAllMocks();
});

test('a link that brings number and code is checked at once', async () => {
  (api.get as jest.Mock).mockResolvedValue(issued);
  open({ number: issued.number, code: '7kqm-2hwx 4rtp' });
  await waitFor(() => expect(screen.getByText('这份证明是真的，有效')).not.toBeNull());
  expect(api.get).toHaveBeenCalledWith('/certificates/check', {
    query: { number: issued.number, code: '7KQM2HWX4RTP' },
  });
  expect(screen.getByText('2 小时 5 分')).not.toBeNull();
});

test('nothing is asked before both are there; a wrong code is answered plainly', async () => {
  (api.get as jest.Mock).mockRejectedValue(
    new ApiError(404, {
      code: 'CERTIFICATE_UNKNOWN',
      message: '没有找到这份证明。',
      rule: null,
      next: null,
      requestId: 'req1',
    }),
  );
  open({});
  fireEvent.change(screen.getByLabelText('证明编号'), { target: { value: issued.number } });
  fireEvent.click(screen.getByTestId('check-certificate'));
  expect(api.get).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('校验码'), { target: { value: 'WRONG' } });
  fireEvent.click(screen.getByTestId('check-certificate'));
  await waitFor(() => expect(screen.getByText('没有找到这份证明。')).not.toBeNull());
});

test('a revoked one is never called valid', async () => {
  (api.get as jest.Mock).mockResolvedValue({
    ...issued,
    status: 'revoked',
    revokedAt: '2026-11-21T02:00:00Z',
  });
  open({ number: issued.number, code: 'X' });
  await waitFor(() => expect(screen.getByText('这份证明已经撤销')).not.toBeNull());
  expect(screen.queryByText('这份证明是真的，有效')).toBeNull();
});
