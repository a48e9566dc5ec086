import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { syncStorage } from '@/lib/storage';

interface Issuer {
  responsible: string | null;
  contact: string | null;
  remember(who: { responsible: string; contact: string }): void;
}

/** Who answers for certificates at this desk, so that it is typed once. */
export const useIssuer = create<Issuer>()(
  persist((set) => ({ responsible: null, contact: null, remember: (who) => set(who) }), {
    name: 'jf.issuer',
    storage: createJSONStorage(() => syncStorage),
  }),
);
