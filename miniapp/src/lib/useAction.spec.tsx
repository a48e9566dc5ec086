import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { ApiError, networkDown } from './api/error';
import { useAction } from './useAction';

const refused = new ApiError(409, { code: 'X', message: '不行。', rule: null, next: null, requestId: 'r' });

function start(act_: (input: string, key: string) => Promise<string>) {
  const client = new QueryClient();
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(() => useAction(act_), { wrapper });
}

test('the key stays while the outcome is unknown, and changes with the request or after an answer', async () => {
  const keys: string[] = [];
  const outcomes: (Error | string)[] = [networkDown(), networkDown(), refused, 'done', networkDown()];
  const { result } = start(async (_input, key) => {
    keys.push(key);
    const outcome = outcomes.shift() ?? 'done';
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  const run = (input: string) => act(async () => void (await result.current.run(input)));
  await run('a');
  await run('a');
  await run('a');
  expect(new Set(keys).size).toBe(1);
  await waitFor(() => expect(result.current.error?.message).toBe('不行。'));
  await run('a');
  expect(keys[3]).not.toBe(keys[2]);
  await waitFor(() => expect(result.current.result).toBe('done'));
  await run('a');
  await run('b');
  expect(new Set(keys.slice(3)).size).toBe(3);
});
