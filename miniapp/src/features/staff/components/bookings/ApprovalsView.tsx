import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { Empty } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Tag } from '@/components/Tag';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { actOnBooking } from '../../api/bookings';
import { refreshDesk, useDivisionList } from '../../api/desk';
import type { Approval } from '../../api/types';
import { DecisionList } from '@/components/desk/DecisionList';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { waited } from '@/lib/waited';
import { REJECT_REASONS } from './reasons';

/** Bookings that wait for a decision, the oldest first. */
export function ApprovalsView({ code }: { code: string }) {
  const query = useDivisionList<Approval>(code, 'approvals');
  return (
    <DecisionList
      query={query}
      keyOf={(item) => item.id}
      empty={<Empty icon="check" title="没有等审核的预约" hint="有新的会出现在这里。" />}
      render={(item, onDecided) => <ApprovalCard item={item} onDecided={onDecided} />}
    />
  );
}

function ApprovalCard({ item, onDecided }: { item: Approval; onDecided: (told: string) => void }) {
  const now = useNow();
  const [refusing, setRefusing] = useState(false);
  const what = `${item.personName}的${item.venue.name}预约`;
  const approve = useAction(
    (_nothing: null, key) => actOnBooking(item.id, { do: 'approve' }, key),
    async () => {
      onDecided(`已通过${what}，对方会收到消息。`);
      await refreshDesk();
    },
  );
  const reject = useAction(
    (reason: string, key) => actOnBooking(item.id, { do: 'reject', reason }, key),
    async () => {
      setRefusing(false);
      onDecided(`没有通过${what}，原因已经告诉对方。`);
      await refreshDesk();
    },
  );
  return (
    <Card testId={`approval-${item.id}`}>
      <Box className="stack stack-3">
        <Box className="stack stack-1">
          <Box className="row row-between row-wrap">
            <Text className="t17 strong num">{spokenRange(item.startsAt, item.endsAt, now)}</Text>
            <Text className="t13 quiet fixed">{`等了 ${waited(item.createdAt, now)}`}</Text>
          </Box>
          <Text className="t15 block">{`${item.venue.name} · ${item.centre.name}`}</Text>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="预约人">
            {[item.personName, item.phoneMasked].filter(Boolean).join('  ')}
          </NamedFact>
          <NamedFact name="用途">{`${item.purpose}，${item.attendees} 人`}</NamedFact>
        </Box>
        <Box className="row row-wrap">
          <Tag icon="home">{`这户这周 ${item.householdWeekCount} 次`}</Tag>
          <Tag tone={item.noShows90 > 0 ? 'bad' : 'good'} icon={item.noShows90 > 0 ? 'alert' : 'check'}>
            {item.noShows90 > 0 ? `90 天内爽约 ${item.noShows90} 次` : '90 天内没有爽约'}
          </Tag>
        </Box>
        {approve.error && <Refusal error={approve.error} onRetry={refreshDesk} />}
        {item.actions.length === 0 ? (
          <Text className="quiet block">
            {now < new Date(item.startsAt)
              ? '这是你自己的预约，要由另一位同事审核。'
              : '已经到了开始时间，不能再审核。'}
          </Text>
        ) : (
          <Box className="decide">
            <Can do="reject" among={item.actions}>
              <Button kind="danger" icon="ban" wide onTap={() => setRefusing(true)} label={`不通过${what}`}>
                不通过
              </Button>
            </Can>
            <Can do="approve" among={item.actions}>
              <Button icon="check" wide onTap={() => approve.run(null)} label={`通过${what}`}>
                通过
              </Button>
            </Can>
          </Box>
        )}
      </Box>
      <Sheet title={`不通过${what}`} open={refusing} onClose={() => setRefusing(false)}>
        <ReasonForm
          ready={REJECT_REASONS}
          hint="对方会看到这句话，可以改时间再约。"
          word="不通过，告诉对方"
          error={reject.error}
          onConfirm={(reason) => reject.run(reason)}
        />
      </Sheet>
    </Card>
  );
}
