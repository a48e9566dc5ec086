import { useEffect } from 'react';
import { Box, showElement, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { withPlaces } from '@/components/places';
import { Empty } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { RuleList } from '@/components/RuleList';
import { ShiftTile } from '@/components/ShiftTile';
import { asApiError } from '@/lib/api/error';
import { openTab } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { useShown } from '@/lib/useShown';
import { usePlaces, useSimilar } from '../../api/tasks';
import type { Task } from '../../api/types';
import type { Claiming } from '../../hooks/useClaiming';
import { Checkpoints } from './Checkpoints';
import { waitFor } from './ClaimBar';
import { ShiftChoice } from './ShiftChoice';
import { Gathering, Requirements, Risks, TaskHead } from './TaskFacts';
import { wayOf, wayOut } from './way-out';

const REFUSAL_ID = 'claim-refusal';
const RISK_ID = 'claim-risk';

/** A task: what, when, where, what it asks, and its shifts to choose from. */
export function TaskView({
  task,
  claiming,
  onStale,
}: {
  task: Task;
  claiming: Claiming;
  onStale: () => void;
}) {
  const { error, riskMissing, shift } = claiming;
  const shifts = useLiveShifts(task, onStale);
  useEffect(() => {
    if (error !== null) showElement(REFUSAL_ID);
    else if (riskMissing) showElement(RISK_ID);
  }, [error, riskMissing]);
  return (
    <>
      <TaskHead task={task} />
      {task.status === 'cancelled' && (
        <Notice tone="wait" icon="ban">
          这个任务取消了，看看别的任务吧。
        </Notice>
      )}
      <Box className="columns">
        <Box className="stack stack-6">
          <Section title="选一场">
            {shifts.length === 0 ? (
              <Empty
                icon="clock"
                title="没有要来的班次了"
                hint="这个任务的班次都结束了。"
                action={<Button onTap={() => openTab('volunteer')}>看别的任务</Button>}
              />
            ) : (
              <ShiftChoice shifts={shifts} value={shift?.id ?? null} onChange={claiming.choose} />
            )}
            <Refused claiming={claiming} task={task} />
          </Section>
          <Risks
            domId={RISK_ID}
            task={task}
            accepted={claiming.riskAccepted}
            missing={riskMissing}
            onAccept={claiming.acceptRisk}
            asks={shift !== null && shift.mine === null}
          />
          {task.route !== null && (
            <Section title="路线">
              <Card>
                <Checkpoints route={task.route} />
              </Card>
            </Section>
          )}
        </Box>
        <Box className="stack stack-6">
          <Gathering task={task} />
          <Requirements task={task} />
          <Section title="规则">
            <Card>
              <Box className="stack stack-3">
                <RuleList rules={task.rules} />
              </Box>
            </Card>
          </Section>
        </Box>
      </Box>
    </>
  );
}

/** The shifts with their places as they are now. When one fills up or frees, what it means for the reader is asked anew. */
function useLiveShifts(task: Task, onStale: () => void) {
  const places = usePlaces(
    task.shifts.map((shift) => shift.id),
    useShown(),
  );
  const shifts = withPlaces(task.shifts, (shift) => shift.id, places.data?.items);
  const turned = shifts.some(
    (shift, index) => (shift.placesLeft === 0) !== (task.shifts[index]?.placesLeft === 0),
  );
  const toldAt = places.dataUpdatedAt;
  useEffect(() => {
    if (turned) onStale();
    // Once for each answer that differs, not for each drawing of it.
  }, [turned, toldAt]);
  return shifts;
}

/** Codes after which shifts like this one help. */
const ELSEWHERE = ['CLAIM_FULL', 'CLAIM_CLOSED', 'SHIFT_CANCELLED', 'CLAIM_NOT_OPEN', 'CLAIM_OVERLAP'];

/** Why the place was not taken, or can't be; the way on, and shifts like it. */
function Refused({ claiming, task }: { claiming: Claiming; task: Task }) {
  const signedIn = useSignedIn();
  const { error, shift } = claiming;
  const known = signedIn && shift !== null && shift.mine === null ? shift.claimable.refusal : null;
  const told = error ?? known;
  const code = error !== null ? asApiError(error).code : (known?.code ?? '');
  const similar = useSimilar(shift?.id ?? '', shift !== null && ELSEWHERE.includes(code));
  if (told === null) return null;
  // What is known beforehand is put right by the bar's own button.
  const inBar = error === null && wayOf(code) !== undefined;
  const offered = similar.data?.items ?? [];
  return (
    <Box className="stack stack-3" domId={REFUSAL_ID}>
      <Refusal error={told}>
        {inBar ? null : wayOut(code, task.contact.phone)}
        {claiming.mayWait && (
          <Button small icon="queue" onTap={() => waitFor(claiming)}>
            排候补
          </Button>
        )}
      </Refusal>
      {offered.length > 0 && ELSEWHERE.includes(code) && (
        <>
          <Text className="strong block">这些还有名额</Text>
          <Box className="grid-2" testId="similar-shifts">
            {offered.map((one) => (
              <ShiftTile key={one.shiftId} shift={one} />
            ))}
          </Box>
        </>
      )}
    </Box>
  );
}
