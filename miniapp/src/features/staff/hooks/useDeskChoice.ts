import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { syncStorage } from '@/lib/storage';

interface DeskChoice {
  divisionCode: string | null;
  centreId: string | null;
  chooseDivision(code: string): void;
  chooseCentre(id: string): void;
}

/** Which division and centre this device works at. Only a preference: what it may see is proven by the server. */
export const useDeskChoice = create<DeskChoice>()(
  persist(
    (set) => ({
      divisionCode: null,
      centreId: null,
      chooseDivision: (divisionCode) => set({ divisionCode, centreId: null }),
      chooseCentre: (centreId) => set({ centreId }),
    }),
    { name: 'jf.desk', storage: createJSONStorage(() => syncStorage) },
  ),
);
