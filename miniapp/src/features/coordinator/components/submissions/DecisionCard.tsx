import { spokenHours, TIER_WORDS, type HoursTier } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section } from '@/components/Card';
import { ReasonField } from '@/components/desk/ReasonField';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { actOnClaim, type ClaimDeed } from '../../api/claims';
import { refreshCoordinator } from '../../api/desk';
import type { Submission } from '../../api/types';
import { CLAIM_REJECT_REASONS, MINUTES_REASONS, QUESTIONS } from '../reasons';
import { minutesFault, minutesOf, needsReason, tierMissing } from './verify-rules';

interface Props {
  item: Submission;
  onDone: (told: string) => void;
}

/** Above these hours of a day the next level decides. */
const LIMITS: Record<HoursTier, number> = { community: 8, street: 8, district: 12 };

/** The minutes that were really served, and what becomes of the submission. */
export function DecisionCard({ item, onDone }: Props) {
  const { volunteer, actions } = item;
  const [typed, setTyped] = useState(item.proposedMinutes === null ? '' : String(item.proposedMinutes));
  const [reason, setReason] = useState('');
  const [step, setStep] = useState<'query' | 'reject' | null>(null);
  const act = useAction(
    (deed: ClaimDeed, key) => actOnClaim(item.id, deed, key),
    async (done, deed) => {
      setStep(null);
      onDone(toldOf(deed, volunteer.name, done.verifiedMinutes));
      await refreshCoordinator();
    },
  );
  const minutes = minutesOf(typed);
  const fault = minutesFault(minutes, item);
  const missing = minutes === null ? null : tierMissing(minutes, item);
  const why = needsReason(minutes, item);
  const written = reason.trim();
  const decided = ['verify', 'query', 'reject'].every((one) => !actions.some((action) => action === one));
  if (decided) return <Text className="quiet block">{whyNothing(item)}</Text>;
  return (
    <Section title="核实">
      <Card>
        <Box className="stack stack-3" testId="decision">
          <Can do="verify" among={actions}>
            <TextField
              label="实际服务了多少分钟"
              kind="number"
              value={typed}
              onInput={(text) => setTyped(text.replace(/\D/g, ''))}
              maxLength={4}
              error={fault ?? undefined}
              hint={
                minutes === null
                  ? ''
                  : `${spokenHours(minutes)}${why ? '' : '，和记录的一样'}。最多 ${item.maxMinutes} 分钟。`
              }
            />
            {why && item.proposedMinutes !== null && (
              <Button small icon="clock" onTap={() => setTyped(String(item.proposedMinutes))}>
                {`按记录的 ${item.proposedMinutes} 分钟`}
              </Button>
            )}
            {why && (
              <ReasonField
                label="和记录不一样的原因"
                ready={MINUTES_REASONS}
                value={reason}
                onChange={setReason}
                hint="志愿者和以后查看的人都看得到。"
              />
            )}
            {missing !== null && (
              <Notice tone="wait" testId="tier">
                {`这一天加起来 ${spokenHours(item.dayMinutes + (minutes ?? 0))}，超过 ${LIMITS[missing]} 小时，要由${TIER_WORDS[missing]}核定。`}
              </Notice>
            )}
          </Can>
          {act.error && step === null && <Refusal error={act.error} />}
          <Box className="decide">
            <Can do="reject" among={actions}>
              <Button kind="danger" wide icon="ban" onTap={() => setStep('reject')} testId="reject">
                不通过
              </Button>
            </Can>
            <Can do="query" among={actions}>
              <Button wide icon="edit" onTap={() => setStep('query')} testId="query">
                补充说明
              </Button>
            </Can>
          </Box>
          <Can do="verify" among={actions}>
            <Button
              kind="primary"
              wide
              icon="check"
              disabled={fault !== null || missing !== null || (why && written.length < 2)}
              onTap={() =>
                minutes === null
                  ? undefined
                  : act.run({ do: 'verify', minutes, ...(why ? { reason: written } : {}) })
              }
              testId="verify"
            >
              {minutes === null ? '核实' : `核实 ${spokenHours(minutes)}`}
            </Button>
          </Can>
        </Box>
      </Card>
      <Sheet title={`请${volunteer.name}补充说明`} open={step === 'query'} onClose={() => setStep(null)}>
        <ReasonForm
          kind="primary"
          label="想问什么"
          ready={QUESTIONS}
          hint="志愿者会收到这句话，回答以后再回到这里。"
          word="问志愿者"
          error={act.error}
          maxLength={200}
          onConfirm={(question) => act.run({ do: 'query', question })}
        />
      </Sheet>
      <Sheet title={`${volunteer.name}的服务不通过`} open={step === 'reject'} onClose={() => setStep(null)}>
        <ReasonForm
          ready={CLAIM_REJECT_REASONS}
          hint="志愿者会看到这句话。这次服务不记时长。"
          word="不通过，告诉本人"
          error={act.error}
          onConfirm={(text) => act.run({ do: 'reject', reason: text })}
        />
      </Sheet>
    </Section>
  );
}

function toldOf(deed: ClaimDeed, name: string, minutes: number | null): string {
  if (deed.do === 'verify') {
    return `核实了${name}的 ${spokenHours(minutes ?? deed.minutes)}，接下来公示，没有异议就记录。`;
  }
  return deed.do === 'query' ? `问了${name}，等回答。` : `${name}的服务没有通过，本人会收到消息。`;
}

/** Why there is nothing to decide. */
function whyNothing({ status }: Submission): string {
  switch (status) {
    case 'submitted':
    case 'queried':
      return '这是你自己的服务，要由另一位同事核实。';
    case 'verified':
      return '已经核实了。';
    case 'rejected':
      return '没有通过。';
    default:
      return '志愿者结束服务后，才能核实。';
  }
}
