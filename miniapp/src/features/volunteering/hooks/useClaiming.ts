import { useState } from 'react';
import type { SubscribeTemplate } from '@/lib/api/types';
import type { ShiftWait } from '@/lib/api/volunteering';
import { askToRemind } from '@/lib/subscribe';
import { useAction, type Action } from '@/lib/useAction';
import { claimShift, placesChanged, waitForShift, type ShiftAsk } from '../api/tasks';
import type { ClaimCreated, Task } from '../api/types';
import { firstShift } from '../components/task/bar-state';

/** What a refused claim may bring along. */
interface Offer {
  canWait?: boolean;
}

/** Choosing a shift of a task, accepting its risks, and taking a place or queueing for one. */
export function useClaiming(task: Task, asked: string | undefined, templates: readonly SubscribeTemplate[]) {
  const [chosen, setChosen] = useState(() => firstShift(task.shifts, asked));
  const [riskAccepted, setRiskAccepted] = useState(false);
  const [riskMissing, setRiskMissing] = useState(false);
  const claiming = useAction(claimShift, placesChanged);
  const waiting = useAction(waitForShift, placesChanged);
  const shift = task.shifts.find((one) => one.id === chosen) ?? null;
  const error = claiming.error ?? waiting.error;
  const forget = (): void => {
    claiming.reset();
    waiting.reset();
  };
  /** Sends what is wanted of the chosen shift. Must run inside the tap, before any await, for WeChat's question. */
  const ask = async <Result>(action: Action<ShiftAsk, Result>): Promise<Result | undefined> => {
    if (shift === null) return undefined;
    const missing = task.riskNotice !== '' && !riskAccepted;
    setRiskMissing(missing);
    if (missing) return undefined;
    forget();
    askToRemind(templates);
    const made = await action.run({ shiftId: shift.id, riskAccepted });
    if (made === undefined) await placesChanged();
    return made;
  };
  return {
    shift,
    riskAccepted,
    riskMissing,
    error,
    /** The refusal says that one may queue. */
    mayWait: ((error?.body ?? {}) as Offer).canWait === true,
    busy: claiming.busy || waiting.busy,
    choose: (id: string) => {
      setChosen(id);
      forget();
    },
    acceptRisk: (on: boolean) => {
      setRiskAccepted(on);
      setRiskMissing(false);
    },
    /** Takes a place; undefined when the risks are not accepted yet or it was refused. */
    claim: (): Promise<ClaimCreated | undefined> => ask(claiming),
    /** Queues; undefined likewise. */
    wait: (): Promise<ShiftWait | undefined> => ask(waiting),
  };
}

export type Claiming = ReturnType<typeof useClaiming>;
