import { useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import type { Me, Pause } from '@/lib/api/types';
import { ME } from '@/lib/me';
import { queryClient } from '@/lib/query';
import { useSession } from '@/lib/session';

/** Trades a WeChat login code for a session. */
export async function logIn(code: string): Promise<Me> {
  const { person, ...tokens } = await api.post('/auth/login', { body: { code } });
  useSession.getState().signIn(tokens);
  queryClient.setQueryData(ME, person);
  // What was read as a visitor may look different now.
  await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
  return person;
}

/** Leaves this device, or every device. The session here ends even when the BFF can't be told. */
export async function logOut(everywhere: boolean): Promise<void> {
  const tokens = useSession.getState().tokens;
  if (tokens === null) return;
  try {
    if (everywhere) await api.post('/auth/logout-everywhere', { body: {} });
    else await api.post('/auth/logout', { body: { refreshToken: tokens.refreshToken } });
  } catch (error) {
    if (everywhere) throw error;
  }
  useSession.getState().signOut();
}

/** The demo's people; an error where this is no demo. */
export function useDemoPeople() {
  return useQuery({
    queryKey: ['demo-people'],
    queryFn: () => api.get('/auth/demo/people'),
    staleTime: Infinity,
  });
}

/** A login code of the simulated WeChat for one of the demo's people. */
export async function demoLoginCode(key: string): Promise<string> {
  return (await api.post('/auth/demo/people/{key}/code', { path: { key } })).code;
}

/** Stands for WeChat's phone button in the browser demo. */
export async function demoPhoneCode(): Promise<string> {
  return (await api.post('/auth/demo/phone-code')).code;
}

/** Binds the phone number WeChat vouches for. */
export function bindPhone(code: string, key: string): Promise<Me> {
  return api.post('/me/phone', { body: { code }, key });
}

export function changeMe(change: { nickname?: string; homeCommunityCode?: string }): Promise<Me> {
  return api.patch('/me', { body: change });
}

export function appealPause(input: { id: string; text: string }, key: string): Promise<Pause> {
  return api.post('/me/pauses/{id}/appeal', { path: { id: input.id }, body: { text: input.text }, key });
}

/** Shows the person as a write returned them. */
export function meChanged(me: Me): void {
  queryClient.setQueryData(ME, me);
  void queryClient.invalidateQueries({ queryKey: ['venue'] });
}
