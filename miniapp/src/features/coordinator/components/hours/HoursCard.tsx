import { spokenHours, TIER_WORDS } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonField } from '@/components/desk/ReasonField';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Segmented } from '@/components/Choice';
import { TextField } from '@/components/Field';
import { StatusChip } from '@/components/StatusChip';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Tag } from '@/components/Tag';
import type { ApiError } from '@/lib/api/error';
import { fullDay, monthAndDay, spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { refreshCoordinator } from '../../api/desk';
import { adjustHours, reverseHours } from '../../api/hours';
import type { StaffHoursItem } from '../../api/types';
import { ADJUST_REASONS, REVERSE_REASONS } from '../reasons';

/** One item of somebody's hours; what is wrong is put right by another item, never by changing this one. */
export function HoursCard({ item, onDecided }: { item: StaffHoursItem; onDecided: (told: string) => void }) {
  const [step, setStep] = useState<'reverse' | 'adjust' | null>(null);
  const { volunteer } = item;
  const done = async (told: string): Promise<void> => {
    setStep(null);
    onDecided(told);
    await refreshCoordinator();
  };
  const reverse = useAction(reverseHours, () =>
    done(`冲正了${volunteer.name}的 ${spokenHours(item.minutes)}，本人会收到消息。`),
  );
  const adjust = useAction(adjustHours, (_made, { minutes }) =>
    done(`给${volunteer.name}${minutes > 0 ? '加' : '减'}了 ${spokenHours(Math.abs(minutes))}，要重新公示。`),
  );
  return (
    <Card testId={`hours-${item.id}`}>
      <Box className="stack stack-3">
        <Box className="row row-between row-top">
          <Box className="grow">
            <Text className="t17 strong block">{item.content}</Text>
            <Text className="t13 quiet num block">{`${fullDay(item.day)} · ${item.division.name}`}</Text>
          </Box>
          <Text className="t20 num fixed">{spokenHours(item.minutes)}</Text>
        </Box>
        <Box className="row row-wrap">
          <StatusChip of="hours" status={item.status} />
          {item.kind === 'adjustment' && <Tag icon="edit">更正</Tag>}
          {item.tier !== 'community' && <Tag icon="shield">{`${TIER_WORDS[item.tier]}核定`}</Tag>}
          {item.openObjections > 0 && <Tag tone="wait" icon="flag">{`${item.openObjections} 个异议`}</Tag>}
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="志愿者">{`${volunteer.name}  ${volunteer.number}`}</NamedFact>
          {item.publicisedOn !== null && (
            <NamedFact name="公示">
              {`${monthAndDay(item.publicisedOn)}${
                item.publicationEndsOn === null ? '起' : ` 到 ${monthAndDay(item.publicationEndsOn)}`
              }`}
            </NamedFact>
          )}
          {item.recordedAt !== null && <NamedFact name="记录">{spoken(item.recordedAt)}</NamedFact>}
          {item.reason !== null && <NamedFact name="原因">{item.reason}</NamedFact>}
        </Box>
        {item.actions.length > 0 && (
          <Box className="decide">
            <Can do="adjust" among={item.actions}>
              <Button
                wide
                icon="edit"
                onTap={() => setStep('adjust')}
                label={`更正${volunteer.name}的时长`}
                testId="adjust"
              >
                更正
              </Button>
            </Can>
            <Can do="reverse" among={item.actions}>
              <Button
                wide
                kind="danger"
                icon="ban"
                onTap={() => setStep('reverse')}
                label={`冲正${volunteer.name}的时长`}
                testId="reverse"
              >
                冲正
              </Button>
            </Can>
          </Box>
        )}
      </Box>
      <Sheet
        title={`冲正 ${spokenHours(item.minutes)}`}
        open={step === 'reverse'}
        onClose={() => setStep(null)}
      >
        <ReasonForm
          ready={REVERSE_REASONS}
          hint="冲正后这条不再计时长。谁冲正的、为什么，都会留下，本人看得到。"
          word="冲正，告诉本人"
          error={reverse.error}
          maxLength={200}
          onConfirm={(reason) => reverse.run({ id: item.id, reason })}
        />
      </Sheet>
      <Sheet title={`更正${volunteer.name}的时长`} open={step === 'adjust'} onClose={() => setStep(null)}>
        <AdjustForm
          item={item}
          error={adjust.error}
          onConfirm={(minutes, reason) => adjust.run({ id: item.id, minutes, reason })}
        />
      </Sheet>
    </Card>
  );
}

const SIGNS = [
  { value: 1, word: '加上' },
  { value: -1, word: '减去' },
] as const;
const MOST_MINUTES = 1440;

interface AdjustProps {
  item: StaffHoursItem;
  error: ApiError | null;
  onConfirm: (minutes: number, reason: string) => Promise<unknown>;
}

function AdjustForm({ item, error, onConfirm }: AdjustProps) {
  const [sign, setSign] = useState<1 | -1>(1);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const minutes = Number(typed);
  const sound = typed !== '' && minutes >= 1 && minutes <= MOST_MINUTES;
  const written = reason.trim();
  return (
    <Box className="stack stack-3">
      <Text className="block">{`现在是 ${spokenHours(item.minutes)}。更正会另记一条，公示以后才算数。`}</Text>
      <Segmented label="加还是减" options={SIGNS} value={sign} onChange={setSign} />
      <TextField
        label="多少分钟"
        kind="number"
        value={typed}
        onInput={(text) => setTyped(text.replace(/\D/g, ''))}
        maxLength={4}
        hint={sound ? `更正以后一共 ${spokenHours(item.minutes + sign * minutes)}。` : ''}
        error={typed !== '' && !sound ? `请填 1 到 ${MOST_MINUTES} 之间的整数。` : undefined}
      />
      <ReasonField
        ready={ADJUST_REASONS}
        value={reason}
        onChange={setReason}
        hint="本人看得到，会留在记录里。"
        multiline
        maxLength={200}
      />
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={!sound || written.length < 2}
        onTap={() => onConfirm(sign * minutes, written)}
        testId="adjust-confirm"
      >
        {sound ? `${sign > 0 ? '加上' : '减去'} ${spokenHours(minutes)}` : '更正'}
      </Button>
    </Box>
  );
}
