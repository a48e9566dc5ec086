import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { asApiError, type ApiError } from './api/error';
import { newKey } from './api/client';

export interface Action<Input, Result> {
  /** Does it; resolves to the result, or to undefined when it was refused (see `error`). Never throws. */
  run: (input: Input) => Promise<Result | undefined>;
  busy: boolean;
  error: ApiError | null;
  result: Result | undefined;
  /** Forgets the last result and refusal. */
  reset: () => void;
}

/**
 * One write of the reader's. The idempotency key belongs to what they asked for: pressing again after a lost answer
 * sends the same key, so nothing happens twice; a changed request, or one that got its answer, gets a new key.
 */
export function useAction<Input, Result>(
  act: (input: Input, key: string) => Promise<Result>,
  onDone?: (result: Result, input: Input) => void | Promise<void>,
): Action<Input, Result> {
  const pending = useRef<{ asked: string; key: string } | null>(null);
  const mutation = useMutation<Result, unknown, Input>({
    mutationFn: async (input) => {
      const asked = JSON.stringify(input ?? null);
      if (pending.current?.asked !== asked) pending.current = { asked, key: newKey() };
      try {
        const result = await act(input, pending.current.key);
        pending.current = null;
        return result;
      } catch (error) {
        if (!asApiError(error).isUncertain) pending.current = null;
        throw error;
      }
    },
  });
  return {
    run: async (input) => {
      try {
        const result = await mutation.mutateAsync(input);
        await onDone?.(result, input);
        return result;
      } catch {
        return undefined;
      }
    },
    busy: mutation.isPending,
    error: mutation.error === null ? null : asApiError(mutation.error),
    result: mutation.data,
    reset: mutation.reset,
  };
}
