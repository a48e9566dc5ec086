import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { claimChanged, finishClaim } from '../../api/claims';
import type { Claim } from '../../api/types';

interface Props {
  claim: Claim;
  open: boolean;
  onClose: () => void;
}

const NOTE_MAX = 300;

/** Ends the service and hands it in. */
export function FinishSheet({ claim, open, onClose }: Props) {
  const [note, setNote] = useState('');
  const finish = useAction(finishClaim, claimChanged);
  const confirm = async (): Promise<void> => {
    if ((await finish.run({ id: claim.id, note: note.trim() })) !== undefined) onClose();
  };
  return (
    <Sheet title="结束这次服务？" open={open} onClose={onClose}>
      <Text className="block">时长按签到到现在算。结束后由协调员核实，核实了再公示。</Text>
      <TextField
        label="说说做了什么（可以不写）"
        multiline
        value={note}
        onInput={setNote}
        maxLength={NOTE_MAX}
        placeholder="如：清理了 3 号楼后面的杂物"
      />
      {finish.error !== null && <Refusal error={finish.error} />}
      <Box className="stack stack-2">
        <Button kind="primary" wide onTap={confirm} testId="confirm-finish">
          结束，交给协调员核实
        </Button>
        <Button wide onTap={onClose}>
          还没做完
        </Button>
      </Box>
    </Sheet>
  );
}
