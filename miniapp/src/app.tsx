import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { keepPatrols } from '@/features/patrol/launch';
import { watchDevice } from '@/lib/managers';
import { queryClient } from '@/lib/query';
import { keepQueries } from '@/lib/query-keep';
import './app.scss';

watchDevice();
keepQueries(queryClient);

/** The app around every page. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(keepPatrols);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
