import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Segmented, Switch } from '@/components/Choice';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';

type Proof = { manualCode: string } | { identityChecked: true };

interface Props {
  error: ApiError | null;
  onConfirm: (proof: Proof) => Promise<unknown>;
}

const WAYS = [
  { value: 'code', word: '报签到码' },
  { value: 'identity', word: '核对证件' },
] as const;

/** Check-in of one booking: by the six digits, or by looking at an ID of someone without a phone. */
export function CheckInForm({ error, onConfirm }: Props) {
  const [way, setWay] = useState<'code' | 'identity'>('code');
  const [code, setCode] = useState('');
  const [seen, setSeen] = useState(false);
  return (
    <Box className="stack stack-3">
      <Segmented label="怎么核对" options={WAYS} value={way} onChange={setWay} />
      {way === 'code' ? (
        <TextField
          label="6 位签到码"
          kind="number"
          value={code}
          onInput={(value) => setCode(value.replace(/\D/g, '').slice(0, 6))}
          maxLength={6}
          hint="在对方预约页的签到码下面。"
        />
      ) : (
        <Switch label="我已看过证件，是本人" on={seen} onChange={setSeen} />
      )}
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        icon="door"
        disabled={way === 'code' ? code.length !== 6 : !seen}
        onTap={() => onConfirm(way === 'code' ? { manualCode: code } : { identityChecked: true })}
      >
        签到
      </Button>
    </Box>
  );
}
