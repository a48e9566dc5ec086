import { spokenHours } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import type { IconName } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';
import { Tag, type Tone } from '@/components/Tag';
import { monthAndDay } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { refreshCoordinator } from '../../api/desk';
import type { StaffVolunteer } from '../../api/types';
import { liftPause } from '../../api/volunteers';
import { LIFT_REASONS } from '../reasons';
import { validWord } from '../VolunteerFacts';
import { GuardianForm, PauseForm, TrainingForm } from './VolunteerForms';

const STATUS: Record<StaffVolunteer['status'], { word: string; tone: Tone; icon: IconName }> = {
  active: { word: '可以参加', tone: 'good', icon: 'check' },
  awaiting_guardian: { word: '等监护人同意', tone: 'wait', icon: 'hourglass' },
  left: { word: '已退出', tone: 'plain', icon: 'exit' },
};

type Step = 'training' | 'pause' | 'guardian' | { lift: string };

/** One volunteer, with what the desk may do for them. */
export function VolunteerCard({
  item,
  onDecided,
}: {
  item: StaffVolunteer;
  onDecided: (told: string) => void;
}) {
  const [step, setStep] = useState<Step | null>(null);
  const close = (): void => setStep(null);
  const done = async (told: string): Promise<void> => {
    close();
    onDecided(told);
    await refreshCoordinator();
  };
  const lift = useAction(
    (wish: { id: string; reason: string }, key) => liftPause(wish, key),
    () => done(`恢复了${item.name}的认领。`),
  );
  const { word, ...look } = STATUS[item.status];
  const lifting = typeof step === 'object' && step !== null ? step.lift : null;
  return (
    <Card testId={`volunteer-${item.number}`}>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong clip">{item.name}</Text>
          <Tag {...look}>{word}</Tag>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="编号">{item.number}</NamedFact>
          <NamedFact name="手机">{item.phoneMasked ?? '还没有绑定'}</NamedFact>
          <NamedFact name="社区">{item.community.name}</NamedFact>
          {item.unit !== null && <NamedFact name="单位">{item.unit.name}</NamedFact>}
          <NamedFact name="时长">{`已记录 ${spokenHours(item.minutes)}`}</NamedFact>
          <NamedFact name="培训">
            {item.trainings.length === 0
              ? '还没有登记'
              : item.trainings.map(({ name, expiresOn }) => `${name}${validWord(expiresOn)}`).join('、')}
          </NamedFact>
        </Box>
        {item.pauses.map((pause) => (
          <Box key={pause.id} className="stack stack-2">
            <Text className="wait block">
              {`在${pause.division.name}暂停到 ${monthAndDay(shanghaiDay(new Date(pause.endsAt)))}：${pause.reason}`}
            </Text>
            <Button small onTap={() => setStep({ lift: pause.id })} label={`解除${item.name}的暂停`}>
              解除暂停
            </Button>
          </Box>
        ))}
        {item.status !== 'left' && (
          <Box className="decide">
            <Button wide icon="award" onTap={() => setStep('training')} label={`登记${item.name}的培训`}>
              登记培训
            </Button>
            {item.status === 'awaiting_guardian' ? (
              <Button
                wide
                icon="check"
                onTap={() => setStep('guardian')}
                label={`登记${item.name}的监护人同意`}
                testId="guardian"
              >
                监护人同意
              </Button>
            ) : (
              item.pauses.length === 0 && (
                <Button wide icon="ban" onTap={() => setStep('pause')} label={`暂停${item.name}的认领`}>
                  暂停认领
                </Button>
              )
            )}
          </Box>
        )}
      </Box>
      <Sheet title={`登记${item.name}的培训`} open={step === 'training'} onClose={close}>
        <TrainingForm personId={item.personId} onDone={(name) => done(`登记了${item.name}的${name}。`)} />
      </Sheet>
      <Sheet title={`暂停${item.name}的认领`} open={step === 'pause'} onClose={close}>
        <PauseForm
          personId={item.personId}
          onDone={(days) => done(`暂停了${item.name}的认领 ${days} 天，本人会收到消息。`)}
        />
      </Sheet>
      <Sheet title={`解除${item.name}的暂停`} open={lifting !== null} onClose={close}>
        <ReasonForm
          kind="primary"
          ready={LIFT_REASONS}
          hint="本人会看到这句话。"
          word="解除暂停"
          error={lift.error}
          onConfirm={(reason) => lift.run({ id: lifting ?? '', reason })}
        />
      </Sheet>
      <Sheet title="监护人当面同意" open={step === 'guardian'} onClose={close}>
        <GuardianForm
          personId={item.personId}
          onDone={() => done(`登记了监护人的同意，${item.name}可以参加了。`)}
        />
      </Sheet>
    </Card>
  );
}
