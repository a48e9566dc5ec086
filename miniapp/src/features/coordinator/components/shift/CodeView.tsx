import { useState } from 'react';
import { Box } from '@/components/base';
import { Chips } from '@/components/Choice';
import { CodeCard } from '@/components/CodeCard';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useShown } from '@/lib/useShown';
import { useShiftCode } from '../../api/claims';
import { useCheckpoints } from '../../api/tasks';
import '../coordinator.scss';

const GATHERING = '0';

/** The rotating code of a shift or of one of its checkpoints: volunteers scan it to check in. */
export function CodeView({ shiftId, taskId }: { shiftId: string; taskId: string | null }) {
  const [place, setPlace] = useState(GATHERING);
  const shown = useShown();
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
          <CodeCard
            title={name === undefined ? '请志愿者扫这个码签到' : `到了「${name}」，请扫这个码打卡`}
            code={data}
            label={name === undefined ? '签到二维码，请志愿者扫描' : `${name}的打卡二维码，请志愿者扫描`}
          />
        )}
      </QueryState>
    </Box>
  );
}
