import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Qr } from '@/components/Qr';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useNow } from '@/lib/useNow';
import { useCheckInCode } from '../api/bookings';
import './booking.scss';

/** The code changes this often; the bar below it runs down once in that time. */
const STEP_MS = 30_000;

/** The rotating code that staff scan, and the digits to read out instead. */
export function CheckInCard({ bookingId }: { bookingId: string }) {
  const code = useCheckInCode(bookingId);
  return (
    <Card testId="check-in-card">
      <QueryState query={code} skeleton={<Skeleton lines={3} />}>
        {(data) => (
          <Box className="check-in">
            <Text className="t17 strong">到了给工作人员扫一扫</Text>
            <Qr text={data.qr} label="签到二维码，请给工作人员扫描" />
            <Text className="t13 quiet">扫不了就报这六位数字</Text>
            <Text
              className="check-in-code num"
              spoken={{ label: data.manualCode.split('').join(' ') }}
              testId="manual-code"
            >
              {data.manualCode}
            </Text>
            <Countdown endsAt={data.endsAtHere} />
          </Box>
        )}
      </QueryState>
    </Card>
  );
}

function Countdown({ endsAt }: { endsAt: number }) {
  const now = useNow(1_000).getTime();
  const left = Math.max(0, Math.min(endsAt - now, STEP_MS));
  return (
    <>
      <Box className="check-in-time" spoken={{ hidden: true }}>
        <Box className="check-in-left" style={{ width: `${(left / STEP_MS) * 100}%` }} />
      </Box>
      <Text className="t13 quiet num">
        {left > 0 ? `${Math.ceil(left / 1000)} 秒后换新的` : '正在换新的…'}
      </Text>
    </>
  );
}
