import { Text } from '@/components/base';
import { CodeCard } from '@/components/CodeCard';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useShown } from '@/lib/useShown';
import { useMeeting, useSignInCode } from '../../api/meetings';

/** The rotating code of a meeting: people scan it at the door. */
export function SignInView({ meetingId }: { meetingId: string }) {
  const shown = useShown();
  const code = useSignInCode(meetingId, shown);
  const meeting = useMeeting(meetingId, shown).data;
  return (
    <QueryState query={code} skeleton={<Skeleton lines={6} />}>
      {(data) => (
        <CodeCard
          title="请扫这个码签到"
          note={meeting?.topic.title}
          code={data}
          label="会议签到二维码，请到场的人扫描"
          testId="sign-in-code"
        >
          {meeting !== undefined && (
            <Text className="t17 num block" spoken={{ live: 'polite' }}>
              {`已经签到 ${meeting.attendees.length} 人`}
            </Text>
          )}
        </CodeCard>
      )}
    </QueryState>
  );
}
