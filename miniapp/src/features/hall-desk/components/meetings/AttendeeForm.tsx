import type { SpeakerRole } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { ChoiceField } from '@/components/ChoiceField';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import { SPEAKER_OPTIONS } from '../../words';

interface Props {
  error: ApiError | null;
  onConfirm: (name: string, role: SpeakerRole) => Promise<unknown>;
}

/** Signs in somebody who has no phone at hand, as on the paper sheet. */
export function AttendeeForm({ error, onConfirm }: Props) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<SpeakerRole>('resident');
  return (
    <Box className="stack stack-3">
      <Text className="block">请照纸面签到表写，本人已经签过名。</Text>
      <TextField label="姓名" value={name} onInput={setName} maxLength={40} />
      <ChoiceField label="身份" options={SPEAKER_OPTIONS} value={role} onChange={setRole} />
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={name.trim() === ''}
        onTap={() => onConfirm(name.trim(), role)}
        testId="attendee-confirm"
      >
        签到
      </Button>
    </Box>
  );
}
