import type { Permission } from '@jiefang/shared/permissions';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spoken, spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshCoordinator } from '../../api/desk';
import { cancelShift } from '../../api/tasks';
import type { StaffTask, StaffTaskShift } from '../../api/types';
import { TASK_CANCEL_REASONS } from '../reasons';
import { comingShifts, pastShifts, standingWords } from './task-shifts';

const AT_ONCE = 12;

/** A task's shifts: those to come first, those behind on demand. */
export function TaskShifts({ task, permissions }: { task: StaffTask; permissions: readonly Permission[] }) {
  const now = useNow();
  const [most, setMost] = useState(AT_ONCE);
  const [past, setPast] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const coming = comingShifts(task.shifts, now);
  const behind = pastShifts(task.shifts, now);
  const mayVerify = permissions.includes('claims.verify');
  const card = (shift: StaffTaskShift) => (
    <ShiftCard key={shift.id} shift={shift} task={task} now={now} mayVerify={mayVerify} onDone={setTold} />
  );
  return (
    <Section title={`班次 ${coming.length}`}>
      {told !== null && <Notice tone="good">{told}</Notice>}
      {coming.length === 0 && task.actions.includes('edit') && (
        <Text className="quiet block">没有还要进行的班次。点「修改」可以加，也可以每周重复。</Text>
      )}
      <Box className="grid-approvals">{coming.slice(0, most).map(card)}</Box>
      {coming.length > most && (
        <Button wide icon="down" onTap={() => setMost(most + AT_ONCE)}>
          {`还有 ${coming.length - most} 个班次`}
        </Button>
      )}
      {behind.length > 0 &&
        (past ? (
          <Box className="grid-approvals">{behind.slice(0, 2 * AT_ONCE).map(card)}</Box>
        ) : (
          <Button wide icon="list" onTap={() => setPast(true)} testId="past-shifts">
            {`看 ${behind.length} 个已经结束或取消的班次`}
          </Button>
        ))}
    </Section>
  );
}

interface ShiftProps {
  shift: StaffTaskShift;
  task: StaffTask;
  now: Date;
  mayVerify: boolean;
  onDone: (told: string) => void;
}

function ShiftCard({ shift, task, now, mayVerify, onDone }: ShiftProps) {
  const [asking, setAsking] = useState(false);
  const when = spokenRange(shift.startsAt, shift.endsAt, now);
  const cancel = useAction(
    (reason: string, key) => cancelShift(shift.id, reason, key),
    async () => {
      setAsking(false);
      onDone(`${when}的班次取消了，认领和候补的人会收到消息。`);
      await refreshCoordinator();
    },
  );
  const live = shift.status === 'open' && Date.parse(shift.endsAt) > now.getTime();
  return (
    <Card testId={`shift-${shift.id}`}>
      <Box className="stack stack-2">
        <Box className="row row-between row-wrap">
          <Text className="t17 strong num">{when}</Text>
          {shift.status === 'cancelled' ? (
            <Tag tone="bad" icon="ban">
              已取消
            </Tag>
          ) : (
            Date.parse(shift.opensAt) > now.getTime() && (
              <Tag tone="wait" icon="lock">{`${spoken(shift.opensAt, now)} 开放认领`}</Tag>
            )
          )}
        </Box>
        <Text className="num block">{standingWords(shift)}</Text>
        {task.status === 'published' && (
          <Box className="row row-wrap">
            {mayVerify && (
              <Button
                small
                icon="people"
                onTap={() => open('pages-coordinator/shift', { id: shift.id })}
                label={`${when}的名单`}
                testId="shift-people"
              >
                名单和签到
              </Button>
            )}
            {live && (
              <Button small icon="ban" onTap={() => setAsking(true)} label={`取消${when}的班次`}>
                取消班次
              </Button>
            )}
          </Box>
        )}
      </Box>
      <Sheet title={`取消 ${when}`} open={asking} onClose={() => setAsking(false)}>
        <ReasonForm
          ready={TASK_CANCEL_REASONS}
          hint={
            shift.claimed > 0
              ? `认领的 ${shift.claimed} 个人会看到这句话。`
              : '还没有人认领。候补的人会看到这句话。'
          }
          word={shift.claimed > 0 ? `取消班次，告诉 ${shift.claimed} 个人` : '取消班次'}
          error={cancel.error}
          onConfirm={(reason) => cancel.run(reason)}
        />
      </Sheet>
    </Card>
  );
}
