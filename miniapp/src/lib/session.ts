import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { syncStorage } from './storage';

/** A short-lived access token and the rotating refresh token behind it. */
export interface Tokens {
  accessToken: string;
  /** ISO-8601 UTC. */
  accessExpiresAt: string;
  refreshToken: string;
}

interface Session {
  tokens: Tokens | null;
  signIn(tokens: Tokens): void;
  signOut(): void;
}

/** Who is signed in on this device. */
export const useSession = create<Session>()(
  persist(
    (set) => ({
      tokens: null,
      signIn: ({ accessToken, accessExpiresAt, refreshToken }) =>
        set({ tokens: { accessToken, accessExpiresAt, refreshToken } }),
      signOut: () => set({ tokens: null }),
    }),
    { name: 'jf.session', storage: createJSONStorage(() => syncStorage) },
  ),
);

/** True while someone is signed in. */
export function useSignedIn(): boolean {
  return useSession((session) => session.tokens !== null);
}
