import { useState } from 'react';
import { scrollToTop } from '@/components/Page';
import type { ApiError } from '@/lib/api/error';
import { useAction } from '@/lib/useAction';
import { refreshDesk } from '../../api/desk';
import { rebase } from '@/lib/rebase';

/** A thing as it was read: its version, and what of it may be written. */
export interface Read<Draft> {
  version: number;
  draft: Draft;
}

interface Options<Draft extends object> {
  /** null for a thing that does not exist yet. */
  read: Read<Draft> | null;
  blank: Draft;
  faultsOf: (draft: Draft) => Record<string, string>;
  /** Resolves to how many bookings the new hours leave outside. */
  save: (
    wish: { draft: Draft; version: number; confirmOutsideHours: boolean },
    key: string,
  ) => Promise<number>;
  /** Reads the thing again. */
  reload: () => Promise<Read<Draft> | undefined>;
}

/** What a colleague changed while this form was open. */
interface Meanwhile<Draft> {
  theirs: (keyof Draft)[];
  both: (keyof Draft)[];
}

export interface Editing<Draft> {
  draft: Draft;
  edit: <Field extends keyof Draft>(field: Field, value: Draft[Field]) => void;
  /** By field, from this form or from the server; none before the first try. */
  faults: Record<string, string>;
  submit: (confirmOutsideHours?: boolean) => Promise<void>;
  /** Puts these edits on top of what a colleague saved meanwhile. */
  mergeLatest: () => Promise<void>;
  error: ApiError | null;
  busy: boolean;
  /** Set after a save, with how many bookings stay outside the new hours. */
  saved: { keptOutsideHours: number } | null;
  meanwhile: Meanwhile<Draft> | null;
}

/** A form over something versioned: faults beside their fields, and colleagues' edits kept. */
export function useEditing<Draft extends object>(options: Options<Draft>): Editing<Draft> {
  const { read, blank, faultsOf, reload, save } = options;
  const [base, setBase] = useState<Read<Draft>>(read ?? { version: 0, draft: blank });
  const [draft, setDraft] = useState<Draft>(base.draft);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<Editing<Draft>['saved']>(null);
  const [meanwhile, setMeanwhile] = useState<Meanwhile<Draft> | null>(null);

  const takeLatest = async (): Promise<Read<Draft> | undefined> => {
    const latest = await reload();
    if (latest !== undefined) setBase(latest);
    return latest;
  };
  const write = useAction(save, async (keptOutsideHours) => {
    setSaved({ keptOutsideHours });
    setMeanwhile(null);
    setTried(false);
    scrollToTop();
    await refreshDesk();
    const latest = read === null ? undefined : await takeLatest();
    if (latest !== undefined) setDraft(latest.draft);
  });

  const mergeLatest = async (): Promise<void> => {
    const latest = await takeLatest();
    if (latest === undefined) return;
    write.reset();
    const { draft: merged, theirs, both } = rebase(base.draft, draft, latest.draft);
    setDraft(merged);
    setMeanwhile({ theirs, both });
    scrollToTop();
  };

  const submit = async (confirmOutsideHours = false): Promise<void> => {
    setTried(true);
    setSaved(null);
    if (Object.keys(faultsOf(draft)).length > 0) return;
    const done = await write.run({ draft, version: base.version, confirmOutsideHours });
    // Why it was refused stands at the top.
    if (done === undefined) scrollToTop();
  };

  return {
    draft,
    edit: (field, value) => {
      setSaved(null);
      setDraft((current) => ({ ...current, [field]: value }));
    },
    faults: tried ? { ...detailsOf(write.error), ...faultsOf(draft) } : {},
    submit,
    error: write.error,
    busy: write.busy,
    saved,
    meanwhile,
    mergeLatest,
  };
}

/** The server's remarks by field; those inside a day of hours by its weekday, as every week is sent whole from Monday. */
function detailsOf(error: ApiError | null): Record<string, string> {
  return Object.fromEntries(
    (error?.details ?? []).map(({ field, message }) => [
      field.replace(
        /^(opening|hours)\.(\d)\b.*$/,
        (_path, name: string, index: string) => `${name}.${Number(index) + 1}`,
      ),
      `${message}。`.replace('。。', '。'),
    ]),
  );
}
