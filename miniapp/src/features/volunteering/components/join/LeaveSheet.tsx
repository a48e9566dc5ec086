import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { openTab } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { leaveVolunteers, volunteerChanged } from '../../api/volunteer';

/** Leaving the volunteers, after saying what stays. */
export function LeaveSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const leave = useAction(leaveVolunteers, volunteerChanged);
  const confirm = async (): Promise<void> => {
    if ((await leave.run(null)) === undefined) return;
    onClose();
    openTab('volunteer');
  };
  return (
    <Sheet title="不再做志愿者？" open={open} onClose={onClose}>
      <Text className="block">
        服务时长和证明都会留着。以后想回来，用同一个编号重新登记就行。还有没完成的任务时，要先完成或让出。
      </Text>
      {leave.error !== null && <Refusal error={leave.error} />}
      <Box className="stack stack-2">
        <Button kind="danger" wide onTap={confirm} testId="confirm-leave">
          确认退出
        </Button>
        <Button wide onTap={onClose}>
          先不退出
        </Button>
      </Box>
    </Sheet>
  );
}
