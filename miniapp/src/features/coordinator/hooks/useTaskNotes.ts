import { create } from 'zustand';

interface TaskNotes {
  /** Which task it is about, and what happened to it. */
  note: { id: string; text: string } | null;
  tell(id: string, text: string): void;
  forget(): void;
}

/** What just happened to a task, said on the page one comes back to. */
export const useTaskNotes = create<TaskNotes>()((set) => ({
  note: null,
  tell: (id, text) => set({ note: { id, text } }),
  forget: () => set({ note: null }),
}));
