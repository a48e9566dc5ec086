import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { api } from '@/lib/api/client';
import { queryClient } from '@/lib/query';
import type { Claim } from '../../api/types';
import { ArrivalCard } from './ArrivalCard';

jest.mock('@/lib/api/client', () => ({
  ...jest.requireActual('@/lib/api/client'),
  api: { get: jest.fn(), post: jest.fn() },
}));

const claim = {
  id: 'claim1',
  task: { placeName: '古城门' },
  contact: { name: '陈协调员', phone: '0596-2021234' },
} as Claim;

const tap = async (testId: string): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByTestId(testId));
    await new Promise((resolve) => setTimeout(resolve));
  });
};

beforeEach(() => {
  jest.clearAllMocks();
  (api.post as jest.Mock).mockResolvedValue(claim);
  render(
    <QueryClientProvider client={queryClient}>
      <ArrivalCard claim={claim} />
    </QueryClientProvider>,
  );
});

const place = (getCurrentPosition: Geolocation['getCurrentPosition']): void => {
  Object.defineProperty(navigator, 'geolocation', { value: { getCurrentPosition }, configurable: true });
};

test('tells the place with its exactness and the coordinates it is in', async () => {
  place((found) =>
    found({ coords: { latitude: 24.51, longitude: 117.65, accuracy: 18 } } as GeolocationPosition),
  );
  await tap('check-in-here');
  expect(api.post).toHaveBeenCalledWith(
    '/claims/{id}/check-in',
    expect.objectContaining({
      path: { id: 'claim1' },
      body: {
        location: { latitude: 24.51, longitude: 117.65, accuracy: 18, coordinateSystem: 'WGS-84' },
      },
    }),
  );
});

test('a phone that does not say where it is leaves the other ways', async () => {
  place((_found, failed) => failed?.({ code: 1 } as GeolocationPositionError));
  await tap('check-in-here');
  expect(api.post).not.toHaveBeenCalled();
  expect(screen.getByText(/没有拿到位置/)).not.toBeNull();
  fireEvent.change(screen.getByLabelText('协调员手机上的 6 位数字'), { target: { value: '123456' } });
  await tap('check-in-digits');
  expect(api.post).toHaveBeenCalledWith(
    '/claims/{id}/check-in',
    expect.objectContaining({ body: { qr: '123456' } }),
  );
});
