import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { syncStorage } from '@/lib/storage';

/** 跟随系统 / 浅色 / 深色. */
export type ColourMode = 'system' | 'light' | 'dark';

/** Extra enlargement the reader asked for, on top of elder view: 大, 更大, 最大. */
export type TextSize = 1 | 1.2 | 1.5;

interface Preferences {
  colour: ColourMode;
  elder: boolean;
  textSize: TextSize;
  setColour(colour: ColourMode): void;
  setElder(elder: boolean): void;
  setTextSize(textSize: TextSize): void;
}

/** How this device shows the app; kept on the device, never sent anywhere. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      colour: 'system',
      elder: false,
      textSize: 1,
      setColour: (colour) => set({ colour }),
      setElder: (elder) => set({ elder }),
      setTextSize: (textSize) => set({ textSize }),
    }),
    { name: 'jf.preferences', storage: createJSONStorage(() => syncStorage) },
  ),
);
