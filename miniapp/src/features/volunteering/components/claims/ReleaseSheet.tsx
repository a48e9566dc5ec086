import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { claimChanged, releaseClaim } from '../../api/claims';
import type { Claim } from '../../api/types';

interface Props {
  claim: Claim;
  open: boolean;
  onClose: () => void;
}

const REASON_MAX = 100;

/** Lets the place go after saying what that means now. */
export function ReleaseSheet({ claim, open, onClose }: Props) {
  const [reason, setReason] = useState('');
  const release = useAction(releaseClaim, claimChanged);
  const late = claim.actions.includes('abandon');
  const confirm = async (): Promise<void> => {
    if ((await release.run({ id: claim.id, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <Sheet title={late ? '现在放弃？' : '让出这个名额？'} open={open} onClose={onClose}>
      <Notice tone="wait" icon="clock">
        <Text>{claim.releaseNote}</Text>
      </Notice>
      <TextField
        label="原因（可以不写）"
        value={reason}
        onInput={setReason}
        maxLength={REASON_MAX}
        placeholder="如：临时加班"
      />
      {release.error !== null && <Refusal error={release.error} />}
      <Box className="stack stack-2">
        <Button kind="danger" wide onTap={confirm} testId="confirm-release">
          {late ? '确认放弃' : '确认让出'}
        </Button>
        <Button wide onTap={onClose}>
          我还是去
        </Button>
      </Box>
    </Sheet>
  );
}
