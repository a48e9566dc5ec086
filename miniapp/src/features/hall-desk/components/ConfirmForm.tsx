import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';

interface Props {
  /** What will happen. */
  children: string;
  word: string;
  kind?: 'primary' | 'danger';
  error: ApiError | null;
  onConfirm: () => Promise<unknown>;
  onLeave: () => void;
}

/** One more look before something that everybody will see. */
export function ConfirmForm({ children, word, kind = 'primary', error, onConfirm, onLeave }: Props) {
  return (
    <Box className="stack stack-3">
      <Text className="block">{children}</Text>
      {error && <Refusal error={error} />}
      <Box className="decide">
        <Button kind="quiet" wide onTap={onLeave}>
          先不
        </Button>
        <Button kind={kind} wide onTap={onConfirm} testId="confirm-deed">
          {word}
        </Button>
      </Box>
    </Box>
  );
}
