import type { Answer } from './api/transport';
import type { Form, PickedFile } from './file';
import { useSession } from './session';
import { upload } from './upload';

const mockSend = jest.fn<Promise<Answer>, [Form]>();
const mockRefresh = jest.fn<Promise<boolean>, []>();
jest.mock('./file', () => ({ sendForm: (form: Form) => mockSend(form) }));
jest.mock('./api/refresh', () => ({ freshTokens: () => mockRefresh() }));

const photo: PickedFile = { name: 'a.jpg', size: 2048, preview: 'blob:a', source: 'a' };
const TOKENS = { accessToken: 'old', accessExpiresAt: '2026-01-01T00:00:00Z', refreshToken: 'refresh-1' };
const request = { path: '/staff/divisions/350602002002/attachments', file: photo, key: 'key-0001' };

beforeEach(() => {
  mockSend.mockReset();
  mockRefresh.mockReset();
  useSession.setState({ tokens: TOKENS });
});

test('a file too large for the server is not sent at all', async () => {
  const large = { ...photo, size: 10 * 1024 * 1024 + 1 };
  await expect(upload({ ...request, file: large })).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE' });
  expect(mockSend).not.toHaveBeenCalled();
});

test('a login that ran out is renewed, and the same file goes again with the same key', async () => {
  mockSend.mockImplementation(({ headers }) =>
    Promise.resolve(
      headers.authorization === 'Bearer new'
        ? { status: 201, body: { id: 'at1' } }
        : { status: 401, body: null },
    ),
  );
  mockRefresh.mockImplementation(() => {
    useSession.setState({ tokens: { ...TOKENS, accessToken: 'new' } });
    return Promise.resolve(true);
  });
  await expect(upload({ ...request, fields: { access: 'staff' } })).resolves.toEqual({ id: 'at1' });
  const sent = mockSend.mock.calls.map(([form]) => [form.headers['idempotency-key'], form.fields]);
  expect(sent).toEqual([
    ['key-0001', { access: 'staff' }],
    ['key-0001', { access: 'staff' }],
  ]);
});

test('a refusal is told in the sentence of the server', async () => {
  const body = {
    code: 'ATTACHMENT_INVALID',
    message: '这个文件打不开，不是能用的图片或文档。',
    rule: null,
    next: null,
    requestId: 'r1',
  };
  mockSend.mockResolvedValue({ status: 422, body });
  await expect(upload(request)).rejects.toMatchObject({ code: 'ATTACHMENT_INVALID', message: body.message });
});
