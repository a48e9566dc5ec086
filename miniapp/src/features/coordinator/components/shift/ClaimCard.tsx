import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { StatusChip } from '@/components/StatusChip';
import { NamedFact } from '@/components/desk/NamedFact';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { actOnClaim, type ClaimDeed } from '../../api/claims';
import { refreshCoordinator } from '../../api/desk';
import type { StaffClaim } from '../../api/types';
import { checkInWords } from '../check-in-words';
import { VolunteerFacts } from '../VolunteerFacts';
import { FinishForm } from './FinishForm';

interface Props {
  claim: StaffClaim;
  now: Date;
  onDone: (told: string) => void;
}

const TOLD: Partial<Record<ClaimDeed['do'], string>> = {
  'check-in': '到了，已经签到。',
  'mark-no-show': '记为没有到。',
  finish: '服务结束了，等核实。',
};

/** One person of a shift, with what may be done for them now. */
export function ClaimCard({ claim, now, onDone }: Props) {
  const [step, setStep] = useState<'finish' | 'no-show' | null>(null);
  const { volunteer } = claim;
  const act = useAction(
    (deed: ClaimDeed, key) => actOnClaim(claim.id, deed, key),
    async (_done, deed) => {
      setStep(null);
      onDone(`${volunteer.name}${TOLD[deed.do] ?? ''}`);
      await refreshCoordinator();
    },
  );
  const arrived = checkInWords(claim, now);
  const review = claim.actions.some((action) => action === 'verify' || action === 'reject');
  return (
    <Card testId={`claim-${claim.id}`}>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong clip">{volunteer.name}</Text>
          <StatusChip of="claim" status={claim.status} />
        </Box>
        <Box className="stack stack-1">
          <VolunteerFacts volunteer={volunteer} />
          {arrived !== null && <NamedFact name="签到">{arrived}</NamedFact>}
          {claim.finishedAt !== null && <NamedFact name="结束">{spoken(claim.finishedAt, now)}</NamedFact>}
          {claim.verifiedMinutes !== null && (
            <NamedFact name="时长">{spokenHours(claim.verifiedMinutes)}</NamedFact>
          )}
          {claim.statusReason !== null && <NamedFact name="说明">{claim.statusReason}</NamedFact>}
        </Box>
        {act.error && step === null && <Refusal error={act.error} />}
        {step === 'no-show' ? (
          <Box className="stack stack-2">
            <Text className="block">{`${volunteer.name}真的没有到吗？记了以后名额会让出来。`}</Text>
            {act.error && <Refusal error={act.error} />}
            <Box className="decide">
              <Button kind="quiet" wide onTap={() => setStep(null)}>
                先不记
              </Button>
              <Button
                kind="danger"
                wide
                onTap={() => act.run({ do: 'mark-no-show' })}
                testId="no-show-confirm"
              >
                没有到
              </Button>
            </Box>
          </Box>
        ) : (
          <Box className="decide">
            <Can do="mark_no_show" among={claim.actions}>
              <Button wide icon="alert" onTap={() => setStep('no-show')} label={`${volunteer.name}没有到`}>
                没有到
              </Button>
            </Can>
            <Can do="staff_check_in" among={claim.actions}>
              <Button
                wide
                icon="check"
                onTap={() => act.run({ do: 'check-in' })}
                label={`${volunteer.name}到了，替他签到`}
                testId="staff-check-in"
              >
                到了，签到
              </Button>
            </Can>
            <Can do="staff_finish" among={claim.actions}>
              <Button wide icon="exit" onTap={() => setStep('finish')} label={`结束${volunteer.name}的服务`}>
                结束服务
              </Button>
            </Can>
            {review && (
              <Button
                wide
                icon="eye"
                onTap={() => open('pages-coordinator/submission', { id: claim.id })}
                label={`核实${volunteer.name}的服务`}
              >
                去核实
              </Button>
            )}
          </Box>
        )}
      </Box>
      <Sheet title={`结束${volunteer.name}的服务`} open={step === 'finish'} onClose={() => setStep(null)}>
        <FinishForm
          claim={claim}
          now={now}
          error={act.error}
          onConfirm={(at, note) => act.run({ do: 'finish', at, note })}
        />
      </Sheet>
    </Card>
  );
}
