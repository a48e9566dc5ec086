import { useSession, type Tokens } from '../session';
import { send } from './transport';

let running: Promise<boolean> | null = null;

/**
 * Trades the refresh token for new tokens after a 401, once for all requests that failed together: a refresh token used
 * twice counts as stolen and signs the person out everywhere.
 * Resolves to true when the request is worth sending again, false when the person is signed out now.
 * `used` are the tokens the failed request went out with.
 */
export function freshTokens(used: Tokens): Promise<boolean> {
  const current = useSession.getState().tokens;
  if (current === null) return Promise.resolve(false);
  if (current.accessToken !== used.accessToken) return Promise.resolve(true);
  running ??= rotate(current).finally(() => {
    running = null;
  });
  return running;
}

async function rotate(tokens: Tokens): Promise<boolean> {
  const answer = await send({
    method: 'POST',
    path: '/auth/refresh',
    headers: {},
    body: { refreshToken: tokens.refreshToken },
  });
  if (answer.status >= 200 && answer.status < 300) {
    useSession.getState().signIn(answer.body as Tokens);
    return true;
  }
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) useSession.getState().signOut();
  return false;
}
