import { shortNameOf } from '@jiefang/shared/divisions';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Coded } from './api/types';
import { useMe } from './me';
import { syncStorage } from './storage';

interface Chosen {
  community: Coded | null;
  choose(community: Coded): void;
}

const useChosen = create<Chosen>()(
  persist((set) => ({ community: null, choose: (community) => set({ community }) }), {
    name: 'jf.community',
    storage: createJSONStorage(() => syncStorage),
  }),
);

/** The community this device looks at: the one chosen here, else the person's own. */
export function useCommunity(): { community: Coded | null; choose: (community: Coded) => void } {
  const me = useMe().data;
  const { community, choose } = useChosen();
  const own = me?.homeCommunity ?? me?.residency?.community ?? null;
  const shown = community ?? own;
  return { community: shown && { ...shown, name: shortNameOf(shown.name) }, choose };
}
