import { addDays, shanghaiDay } from '@jiefang/shared/time';
import { TRAINING_WORDS, TRAININGS, type Training } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Switch } from '@/components/Choice';
import { ChoiceField } from '@/components/ChoiceField';
import { ReasonField } from '@/components/desk/ReasonField';
import { Field, Stepper, TextField } from '@/components/Field';
import { PickField } from '@/components/PickField';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { consentAtDesk, pauseVolunteer, recordTraining } from '../../api/volunteers';
import { PAUSE_REASONS } from '../reasons';

interface Props<Result> {
  personId: string;
  onDone: (result: Result) => Promise<void>;
}

/** A year, the usual validity of a training. */
const USUAL_DAYS = 365;

/** Which training somebody passed, when, and until when it counts. */
export function TrainingForm({ personId, onDone }: Props<string>) {
  const today = shanghaiDay(useNow());
  const [training, setTraining] = useState<Training | null>(null);
  const [passedOn, setPassedOn] = useState(today);
  const [expiresOn, setExpiresOn] = useState<string | null>(addDays(today, USUAL_DAYS));
  const act = useAction(recordTraining, () => onDone(training === null ? '' : TRAINING_WORDS[training]));
  const wrong = expiresOn !== null && expiresOn <= passedOn;
  return (
    <Box className="stack stack-3">
      <ChoiceField
        label="培训"
        options={TRAININGS.map((value: Training) => ({ value, word: TRAINING_WORDS[value] }))}
        value={training}
        onChange={setTraining}
      />
      <Field label="哪天通过的">
        <Input kind="date" label="哪天通过的" value={passedOn} max={today} onInput={setPassedOn} />
      </Field>
      <Switch
        label="有效期有限"
        on={expiresOn !== null}
        onChange={(on) => setExpiresOn(on ? addDays(passedOn === '' ? today : passedOn, USUAL_DAYS) : null)}
      />
      {expiresOn !== null && (
        <Field label="有效到哪天" error={wrong ? '要晚于通过的那天。' : undefined}>
          <Input kind="date" label="有效到哪天" value={expiresOn} min={passedOn} onInput={setExpiresOn} />
        </Field>
      )}
      {act.error && <Refusal error={act.error} />}
      <Button
        kind="primary"
        wide
        disabled={training === null || passedOn === '' || expiresOn === '' || wrong}
        onTap={() => (training === null ? undefined : act.run({ personId, training, passedOn, expiresOn }))}
        testId="training-confirm"
      >
        登记
      </Button>
    </Box>
  );
}

const USUAL_PAUSE = 30;
const MOST_DAYS = 180;

/** For how long somebody may not claim here, and why. */
export function PauseForm({ personId, onDone }: Props<number>) {
  const [days, setDays] = useState(USUAL_PAUSE);
  const [reason, setReason] = useState('');
  const act = useAction(pauseVolunteer, (_done, wish) => onDone(wish.days));
  const written = reason.trim();
  return (
    <Box className="stack stack-3">
      <Stepper label="暂停多少天" value={days} onChange={setDays} min={1} max={MOST_DAYS} unit="天" />
      <ReasonField ready={PAUSE_REASONS} value={reason} onChange={setReason} hint="本人会看到这句话。" />
      {act.error && <Refusal error={act.error} />}
      <Button
        kind="danger"
        wide
        disabled={written.length < 2}
        onTap={() => act.run({ personId, days, reason: written })}
        testId="pause-confirm"
      >
        {`暂停 ${days} 天，告诉本人`}
      </Button>
    </Box>
  );
}

const RELATIONS = ['父亲', '母亲', '祖父母', '外祖父母', '其他监护人'];

/** A guardian's consent that was given at the counter. */
export function GuardianForm({ personId, onDone }: Props<null>) {
  const [guardianName, setName] = useState('');
  const [relation, setRelation] = useState('');
  const act = useAction(consentAtDesk, () => onDone(null));
  const name = guardianName.trim();
  return (
    <Box className="stack stack-3">
      <Text className="block">请当面核对监护人的证件，把志愿承诺念给他听，本人同意后再登记。</Text>
      <TextField label="监护人姓名" value={guardianName} onInput={setName} maxLength={20} />
      <PickField
        label="和志愿者的关系"
        value={relation}
        options={RELATIONS}
        onChange={setRelation}
        placeholder="请选择"
      />
      {act.error && <Refusal error={act.error} />}
      <Button
        kind="primary"
        wide
        disabled={name.length < 2 || relation === ''}
        onTap={() => act.run({ personId, guardianName: name, relation })}
        testId="guardian-confirm"
      >
        监护人已经当面同意
      </Button>
    </Box>
  );
}
