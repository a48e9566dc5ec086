import { errorFrom } from './api/error';
import { freshTokens } from './api/refresh';
import type { Answer } from './api/transport';
import { sendForm, type PickedFile } from './file';
import { useSession } from './session';

interface Upload {
  /** Below /api/v1, complete. */
  path: string;
  file: PickedFile;
  fields?: Record<string, string>;
  /** Idempotency key: the same for the same file sent again. */
  key: string;
}

/** Bytes that the server takes of one file; more is not sent at all. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Sends one file as the signed-in person. Every failure is an `ApiError`. */
export async function upload<T>({ path, file, fields = {}, key }: Upload): Promise<T> {
  if (file.size > MOST_BYTES) throw tooLarge();
  const attempt = (): Promise<Answer> => {
    const token = useSession.getState().tokens?.accessToken;
    return sendForm({
      path,
      file,
      fields,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        'idempotency-key': key,
      },
    });
  };
  const before = useSession.getState().tokens;
  let answer = await attempt();
  if (answer.status === 401 && before !== null && (await freshTokens(before))) answer = await attempt();
  if (answer.status >= 200 && answer.status < 300) return answer.body as T;
  throw errorFrom(answer.status, answer.body);
}

function tooLarge() {
  return errorFrom(413, {
    code: 'ATTACHMENT_TOO_LARGE',
    message: '文件太大了，最多 10 MB。',
    rule: null,
    next: '请拍小一点的照片，或者换一个文件。',
    requestId: '',
  });
}
