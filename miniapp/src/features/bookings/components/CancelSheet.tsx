import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import type { Booking } from '@/lib/api/types';
import { useAction } from '@/lib/useAction';
import { bookingChanged, cancelBooking } from '../api/bookings';

interface Props {
  booking: Booking;
  open: boolean;
  onClose: () => void;
}

/** Cancels a booking after saying what that means now. */
export function CancelSheet({ booking, open, onClose }: Props) {
  const [reason, setReason] = useState('');
  const cancel = useAction(cancelBooking, bookingChanged);
  const confirm = async (): Promise<void> => {
    if ((await cancel.run({ id: booking.id, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <Sheet title="取消这个预约？" open={open} onClose={onClose}>
      <Notice tone="wait" icon="clock">
        <Text>{booking.cancelNote}</Text>
      </Notice>
      <TextField
        label="原因（可以不写）"
        value={reason}
        onInput={setReason}
        maxLength={100}
        placeholder="如：临时有事"
      />
      {cancel.error !== null && <Refusal error={cancel.error} />}
      <Box className="stack stack-2">
        <Button kind="danger" wide onTap={confirm} testId="confirm-cancel">
          确认取消
        </Button>
        <Button wide onTap={onClose}>
          先不取消
        </Button>
      </Box>
    </Sheet>
  );
}
