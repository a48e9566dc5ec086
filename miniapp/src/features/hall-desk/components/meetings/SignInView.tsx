import { useEffect } from 'react';
import { Box, Text } from '@/components/base';
import { Qr } from '@/components/Qr';
import { QueryState } from '@/components/QueryState';
import { RotatingCode } from '@/components/RotatingCode';
import { Skeleton } from '@/components/Skeleton';
import { keepScreenOn } from '@/lib/device';
import { useShown } from '@/lib/useShown';
import { useMeeting, useSignInCode } from '../../api/meetings';
import '../../hall-desk.scss';

/** The rotating code of a meeting, as large as the screen takes it: people scan it at the door. */
export function SignInView({ meetingId }: { meetingId: string }) {
  const shown = useShown();
  useEffect(() => (shown ? keepScreenOn() : undefined), [shown]);
  const code = useSignInCode(meetingId, shown);
  const meeting = useMeeting(meetingId, shown).data;
  return (
    <QueryState query={code} skeleton={<Skeleton lines={6} />}>
      {(data) => (
        <Box className="hall-code" testId="sign-in-code">
          <Text className="t20 block">请扫这个码签到</Text>
          {meeting !== undefined && <Text className="quiet block">{meeting.topic.title}</Text>}
          <Qr text={data.qr} label="会议签到二维码，请到场的人扫描" />
          <Text className="quiet block">扫不了就输入这六位数字</Text>
          <RotatingCode code={data} large />
          {meeting !== undefined && (
            <Text className="t17 num block" spoken={{ live: 'polite' }}>
              {`已经签到 ${meeting.attendees.length} 人`}
            </Text>
          )}
        </Box>
      )}
    </QueryState>
  );
}
