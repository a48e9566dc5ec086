import { Text } from '@/components/base';
import { Notice } from '@/components/Notice';
import type { Closure } from '@/lib/api/types';
import { spokenRange } from '@/lib/time';

/** A coming closure of a centre or of one venue. */
export function ClosureNotice({ closure }: { closure: Closure }) {
  return (
    <Notice tone="wait" icon="ban">
      <Text className="strong block">
        {closure.venue?.name ?? '全馆'} {spokenRange(closure.startsAt, closure.endsAt)} 不开放
      </Text>
      <Text className="t13 block">{closure.reason}</Text>
    </Notice>
  );
}
