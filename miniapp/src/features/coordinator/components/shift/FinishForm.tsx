import { instantAt, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Input } from '@/components/base';
import { Button } from '@/components/Button';
import { ReasonField } from '@/components/desk/ReasonField';
import { TimeField } from '@/components/desk/TimeField';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import type { StaffClaim } from '../../api/types';
import { FINISH_NOTES } from '../reasons';

interface Props {
  claim: Pick<StaffClaim, 'checkedInAt' | 'endsAt'>;
  now: Date;
  error: ApiError | null;
  /** `at` is an instant. */
  onConfirm: (at: string, note: string) => Promise<unknown>;
}

/** When somebody really ended who forgot to say so. */
export function FinishForm({ claim, now, error, onConfirm }: Props) {
  const [at, setAt] = useState(() =>
    Date.parse(claim.endsAt) < now.getTime() ? claim.endsAt : now.toISOString(),
  );
  const [note, setNote] = useState('');
  const day = shanghaiDay(new Date(at));
  const minute = shanghaiMinute(new Date(at));
  const set = (nextDay: string, nextMinute: number): void => {
    if (nextDay !== '') setAt(instantAt(nextDay, nextMinute).toISOString());
  };
  const early = claim.checkedInAt !== null && at <= claim.checkedInAt;
  const late = Date.parse(at) > now.getTime();
  return (
    <Box className="stack stack-3">
      <Field
        label="真实的结束时间"
        error={early ? '要晚于签到的时间。' : late ? '不能晚于现在。' : undefined}
      >
        <Box className="when">
          <Input
            kind="date"
            label="结束的日期"
            value={day}
            max={shanghaiDay(now)}
            onInput={(value) => set(value, minute)}
          />
          <TimeField label="结束的时间" step={15} value={minute} onChange={(value) => set(day, value)} />
        </Box>
      </Field>
      <ReasonField
        label="说明"
        ready={FINISH_NOTES}
        value={note}
        onChange={setNote}
        hint="志愿者和核实的人都看得到。"
      />
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={early || late || note.trim().length < 2}
        onTap={() => onConfirm(at, note.trim())}
        testId="finish-confirm"
      >
        结束服务，交去核实
      </Button>
    </Box>
  );
}
