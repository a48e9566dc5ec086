import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asApiError } from '@/lib/api/error';
import { spoken } from '@/lib/time';
import { useOnline } from '@/lib/useOnline';
import { Box, Text } from './base';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { Refusal } from './Refusal';
import { Skeleton } from './Skeleton';
import './query-state.scss';

/** What is shown of a query, whichever kind it is. */
export type Asked<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch' | 'isFetching'>;

interface Props<T> {
  query: Asked<T>;
  /** Shaped like the content; three lines by default. */
  skeleton?: ReactNode;
  /** Shown instead of the content when `isEmpty` says so. */
  empty?: ReactNode;
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ReactNode;
}

/**
 * The four states of anything loaded: a skeleton, an error with a retry, nothing yet with what could fill it, and the
 * content. When the answer fails, or the network is gone, but older data is here, that stays, with its time above it.
 */
export function QueryState<T>({ query, skeleton, empty, isEmpty, children }: Props<T>) {
  const { data, error } = query;
  const online = useOnline();
  if (data === undefined) {
    if (error === null) return <>{skeleton ?? <Skeleton lines={3} />}</>;
    return <Refusal error={error} onRetry={() => query.refetch()} />;
  }
  return (
    <>
      {(error !== null || !online) && <StaleBar query={query} offline={!online} />}
      {empty !== undefined && isEmpty?.(data) ? empty : children(data)}
    </>
  );
}

function StaleBar<T>({ query, offline: unplugged }: { query: Asked<T>; offline: boolean }) {
  const offline = unplugged || asApiError(query.error).status === 0;
  const at = spoken(new Date(query.dataUpdatedAt).toISOString());
  return (
    <Box className="stale" spoken={{ role: 'status', live: 'polite' }} testId="stale">
      <Icon name="offline" />
      <Text className="grow">
        {offline ? '没有网络' : '暂时更新不了'}，下面是{at}的内容
      </Text>
      <Button small onTap={() => query.refetch()} busy={query.isFetching}>
        刷新
      </Button>
    </Box>
  );
}

/** Nothing here yet: what could be here, and the action that fills it. */
export function Empty({
  icon,
  title,
  hint,
  action,
}: {
  icon: IconName;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <Box className="empty" testId="empty">
      <Icon name={icon} className="empty-icon" />
      <Text className="t17 strong block">{title}</Text>
      {hint !== undefined && <Text className="t15 quiet block">{hint}</Text>}
      {action}
    </Box>
  );
}
