import Taro from '@tarojs/taro';
import { useSession } from '../session';
import { api } from './client';
import { ApiError } from './error';

interface Sent {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: unknown;
}
type Reply = { statusCode: number; data: unknown };

const request = Taro.request as unknown as jest.Mock<Promise<Reply>, [Sent]>;
const sent = (index: number): Sent => request.mock.calls[index]?.[0] as Sent;
const refusal = (code: string) => ({ code, message: '不行。', rule: null, next: null, requestId: 'r1' });
const TOKENS = { accessToken: 'old', accessExpiresAt: '2026-01-01T00:00:00Z', refreshToken: 'refresh-1' };

beforeEach(() => {
  request.mockReset();
  useSession.setState({ tokens: null });
});

test('fills the path, leaves empty query parts out, and carries the token', async () => {
  useSession.setState({ tokens: TOKENS });
  request.mockResolvedValue({ statusCode: 200, data: { items: [], nextCursor: null } });
  await api.get('/centres', { query: { q: '西桥 1', tag: null } });
  await api.get('/venues/{id}', { path: { id: 'a/b' } });
  expect(sent(0).url).toBe('/api/v1/centres?q=%E8%A5%BF%E6%A1%A5%201');
  expect(sent(1).url).toBe('/api/v1/venues/a%2Fb');
  expect(sent(0).header.authorization).toBe('Bearer old');
});

test('requests that fail together refresh once, and each is sent again with the new token', async () => {
  useSession.setState({ tokens: TOKENS });
  request.mockImplementation(async ({ url, header }) => {
    if (url.endsWith('/auth/refresh')) {
      return { statusCode: 200, data: { ...TOKENS, accessToken: 'new', refreshToken: 'refresh-2' } };
    }
    return header.authorization === 'Bearer new'
      ? { statusCode: 200, data: { ok: true } }
      : { statusCode: 401, data: refusal('SESSION_EXPIRED') };
  });
  await Promise.all([api.get('/me'), api.get('/me/waitlist'), api.get('/me/residencies')]);
  expect(request.mock.calls.filter(([call]) => call.url.endsWith('/auth/refresh'))).toHaveLength(1);
  expect(useSession.getState().tokens?.refreshToken).toBe('refresh-2');
});

test('a refused refresh signs the person out, and the refusal is told', async () => {
  useSession.setState({ tokens: TOKENS });
  request.mockResolvedValue({ statusCode: 401, data: refusal('SESSION_EXPIRED') });
  await expect(api.get('/me')).rejects.toMatchObject({
    code: 'SESSION_EXPIRED',
    status: 401,
    requestId: 'r1',
  });
  expect(useSession.getState().tokens).toBeNull();
});

test('a write with a key is repeated with the same key when the answer is lost; one without is not', async () => {
  jest.useFakeTimers();
  try {
    request.mockRejectedValueOnce({ errMsg: 'request:fail' });
    request.mockResolvedValueOnce({ statusCode: 201, data: { id: 'b1' } });
    const wish = { venueId: 'v', startsAt: '', endsAt: '', purpose: '', attendees: 1 };
    const booked = api.post('/bookings', { body: wish, key: 'key-0001' });
    await jest.runAllTimersAsync();
    await expect(booked).resolves.toEqual({ id: 'b1' });
    expect([sent(0), sent(1)].map((call) => call.header['idempotency-key'])).toEqual([
      'key-0001',
      'key-0001',
    ]);

    request.mockReset();
    request.mockRejectedValue({ errMsg: 'request:fail' });
    const read = api.post('/me/notices/read', { body: {} }).catch((error: unknown) => error);
    await jest.runAllTimersAsync();
    const error = await read;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ message: '现在连不上网络。', status: 0 });
    expect(request).toHaveBeenCalledTimes(1);
  } finally {
    jest.useRealTimers();
  }
});

test("a proxy's page becomes a sentence, never a raw word", async () => {
  request.mockResolvedValue({ statusCode: 404, data: '<html>nginx</html>' });
  await expect(api.get('/me')).rejects.toMatchObject({ message: '服务暂时没有回应好。' });
});
