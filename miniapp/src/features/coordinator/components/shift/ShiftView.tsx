import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useShown } from '@/lib/useShown';
import { useShiftClaims } from '../../api/claims';
import type { ShiftClaims, StaffClaim } from '../../api/types';
import { ClaimCard } from './ClaimCard';

/** Cards on the page at once: each is some 30 nodes. */
const AT_ONCE = 20;
const GONE: StaffClaim['status'][] = ['released', 'abandoned', 'no_show', 'rejected'];

/** Who comes to a shift, and who is there. */
export function ShiftView({ id }: { id: string }) {
  const query = useShiftClaims(id, useShown());
  return (
    <QueryState query={query} skeleton={<Skeleton count={3} lines={3} />}>
      {(data) => <People data={data} />}
    </QueryState>
  );
}

function People({ data: { shift, task, items } }: { data: ShiftClaims }) {
  const now = useNow();
  const [most, setMost] = useState(AT_ONCE);
  const [told, setTold] = useState<string | null>(null);
  const here = items.filter(({ status }) => !GONE.includes(status));
  const gone = items.filter(({ status }) => GONE.includes(status));
  const over = Date.parse(shift.endsAt) <= now.getTime();
  const arrived = here.filter(({ checkedInAt }) => checkedInAt !== null).length;
  const shown = [...here, ...gone].slice(0, most);
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t20 block">{task.title}</Text>
        <Text className="t17 num block">{spokenRange(shift.startsAt, shift.endsAt, now)}</Text>
        <Box className="row row-wrap">
          <Tag icon="people">{`认领 ${shift.claimed} / ${shift.capacity}`}</Tag>
          <Tag tone={arrived > 0 ? 'good' : 'plain'} icon="check">{`到了 ${arrived} 人`}</Tag>
          {shift.waiting > 0 && <Tag icon="queue">{`${shift.waiting} 人候补`}</Tag>}
          {shift.status === 'cancelled' && (
            <Tag tone="bad" icon="ban">
              已取消
            </Tag>
          )}
        </Box>
      </Box>
      {told !== null && <Notice tone="good">{told}</Notice>}
      {items.length === 0 ? (
        <Empty icon="people" title="还没有人认领" hint="有人认领以后，名单会在这里。" />
      ) : (
        <Section title={`名单 ${here.length}`}>
          <Box className="grid-approvals">
            {shown.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} now={now} onDone={setTold} />
            ))}
          </Box>
          {items.length > shown.length && (
            <Button wide icon="down" onTap={() => setMost(most + AT_ONCE)}>
              {`还有 ${items.length - shown.length} 个人`}
            </Button>
          )}
        </Section>
      )}
      {shift.status === 'open' && !over && (
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
      )}
      {shift.status === 'open' && over && (
        <Card className="card-sunken">
          <Text className="block">班次结束了。没点结束的人，可以替他填上真实的结束时间。</Text>
        </Card>
      )}
    </>
  );
}
