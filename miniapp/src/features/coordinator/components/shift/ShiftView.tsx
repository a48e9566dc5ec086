import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { Notice } from '@/components/Notice';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useShown } from '@/lib/useShown';
import { useShiftClaims } from '../../api/claims';
import type { ShiftClaims } from '../../api/types';
import { ClaimCard } from './ClaimCard';

/** Cards on the page at once: each is some 30 nodes. */
const AT_ONCE = 20;

/** Who comes to a shift, and who is there; those who gave their place back at the end. */
export function ShiftView({ id }: { id: string }) {
  const query = useShiftClaims(id, useShown());
  const now = useNow();
  const [told, setTold] = useState<string | null>(null);
  const data = query.data?.pages[0];
  const list = (
    <PagedList
      query={query}
      keyOf={(claim) => claim.id}
      className="grid-approvals"
      most={AT_ONCE}
      skeleton={<Skeleton count={3} lines={3} />}
      empty={<Empty icon="people" title="还没有人认领" hint="有人认领以后，名单会在这里。" />}
      render={(claim) => <ClaimCard claim={claim} now={now} onDone={setTold} />}
    />
  );
  if (data === undefined) return list;
  return (
    <>
      <Head data={data} now={now} />
      {told !== null && <Notice tone="good">{told}</Notice>}
      {data.items.length === 0 ? list : <Section title={`名单 ${data.shift.claimed}`}>{list}</Section>}
      {data.shift.status === 'open' && <Foot data={data} now={now} />}
    </>
  );
}

interface PartProps {
  data: ShiftClaims;
  now: Date;
}

function Head({ data: { shift, task }, now }: PartProps) {
  return (
    <Box className="stack stack-2">
      <Text className="t20 block">{task.title}</Text>
      <Text className="t17 num block">{spokenRange(shift.startsAt, shift.endsAt, now)}</Text>
      <Box className="row row-wrap">
        <Tag icon="people">{`认领 ${shift.claimed} / ${shift.capacity}`}</Tag>
        <Tag tone={shift.arrived > 0 ? 'good' : 'plain'} icon="check">{`到了 ${shift.arrived} 人`}</Tag>
        {shift.waiting > 0 && <Tag icon="queue">{`${shift.waiting} 人候补`}</Tag>}
        {shift.status === 'cancelled' && (
          <Tag tone="bad" icon="ban">
            已取消
          </Tag>
        )}
      </Box>
    </Box>
  );
}

/** The code of a shift that is not over, or what to do about one that is. */
function Foot({ data: { shift, task }, now }: PartProps) {
  if (Date.parse(shift.endsAt) <= now.getTime()) {
    return (
      <Card className="card-sunken">
        <Text className="block">班次结束了。没点结束的人，可以替他填上真实的结束时间。</Text>
      </Card>
    );
  }
  return (
    <DeskFooter>
      <Button
        kind="primary"
        wide
        icon="qr"
        onTap={() => open('pages-coordinator/code', { shift: shift.id, task: task.id })}
        testId="show-code"
      >
        出示签到码
      </Button>
    </DeskFooter>
  );
}
