import { Box, Text } from '@/components/base';
import { Card } from '@/components/Card';
import { Qr } from '@/components/Qr';
import { QueryState } from '@/components/QueryState';
import { RotatingCode } from '@/components/RotatingCode';
import { Skeleton } from '@/components/Skeleton';
import { useCheckInCode } from '../api/bookings';
import './booking.scss';

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
            <RotatingCode code={data} />
          </Box>
        )}
      </QueryState>
    </Card>
  );
}
