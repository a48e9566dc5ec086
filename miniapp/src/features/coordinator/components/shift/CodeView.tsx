import { useEffect, useState } from 'react';
import { Box, Text } from '@/components/base';
import { Chips } from '@/components/Choice';
import { Qr } from '@/components/Qr';
import { QueryState } from '@/components/QueryState';
import { RotatingCode } from '@/components/RotatingCode';
import { Skeleton } from '@/components/Skeleton';
import { keepScreenOn } from '@/lib/device';
import { useShown } from '@/lib/useShown';
import { useShiftCode } from '../../api/claims';
import { useCheckpoints } from '../../api/tasks';
import '../coordinator.scss';

const GATHERING = '0';

/** The rotating code of a shift, as large as the screen takes it: volunteers scan it to check in. */
export function CodeView({ shiftId, taskId }: { shiftId: string; taskId: string | null }) {
  const [place, setPlace] = useState(GATHERING);
  const shown = useShown();
  useEffect(() => (shown ? keepScreenOn() : undefined), [shown]);
  const checkpoints = useCheckpoints(taskId).data ?? [];
  const no = Number(place);
  const code = useShiftCode(shiftId, no === 0 ? null : no, shown);
  const name = checkpoints.find((one) => one.no === no)?.name;
  return (
    <Box className="code-sheet" testId="code-sheet">
      {checkpoints.length > 0 && (
        <Chips
          label="哪里的码"
          options={[
            { value: GATHERING, word: '集合签到' },
            ...checkpoints.map((one) => ({ value: String(one.no), word: `${one.no} ${one.name}` })),
          ]}
          value={place}
          onChange={(value) => setPlace(value ?? place)}
        />
      )}
      <QueryState query={code} skeleton={<Skeleton lines={4} />}>
        {(data) => (
          <Box className="code-card">
            <Text className="t20 block">
              {name === undefined ? '请志愿者扫这个码签到' : `到了「${name}」，请扫这个码打卡`}
            </Text>
            <Qr
              text={data.qr}
              label={name === undefined ? '签到二维码，请志愿者扫描' : `${name}的打卡二维码，请志愿者扫描`}
            />
            <Text className="quiet block">扫不了就输入这六位数字</Text>
            <RotatingCode code={data} large />
          </Box>
        )}
      </QueryState>
    </Box>
  );
}
