import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section, TextLink } from '@/components/Card';
import { Fact } from '@/components/Fact';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { StatusChip } from '@/components/StatusChip';
import { Tag } from '@/components/Tag';
import type { Booking } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { call } from '@/lib/phone';
import { clock, spoken, spokenRange } from '@/lib/time';
import { bookingChanged, leaveBooking } from '../api/bookings';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { CalendarButton } from './CalendarButton';
import { CancelSheet } from './CancelSheet';
import { CheckInCard } from './CheckInCard';
import { Companions } from './Companions';
import { StatusPath } from './StatusPath';

interface Props {
  booking: Booking;
  /** Just made: says what comes next. */
  fresh: boolean;
  /** Opened to show the check-in code. */
  codeFirst: boolean;
}

/** One booking: where it stands, its code, its people, and what may be done. */
export function BookingView({ booking, fresh, codeFirst }: Props) {
  const [codeShown, setCodeShown] = useState(codeFirst);
  const [cancelling, setCancelling] = useState(false);
  const leave = useAction(leaveBooking, () => bookingChanged(null));
  const showsCode = booking.actions.includes('show_check_in_code');
  return (
    <>
      {fresh && (booking.status === 'pending' || booking.status === 'confirmed') && (
        <NextStep booking={booking} />
      )}
      <Box className="stack stack-2">
        <Text className="t26 num block">{spokenRange(booking.startsAt, booking.endsAt)}</Text>
        <Box className="row row-wrap">
          <StatusChip of="booking" status={booking.status} />
          {booking.isCompanion && <Tag icon="people">同伴邀请</Tag>}
          {booking.onBehalf && <Tag icon="phone">工作人员代约</Tag>}
        </Box>
        {booking.statusReason !== null && (
          <Notice tone="wait">
            <Text>{booking.statusReason}</Text>
          </Notice>
        )}
      </Box>
      <Box className="columns">
        <Box className="stack stack-6">
          {showsCode && codeShown && <CheckInCard bookingId={booking.id} />}
          {showsCode && !codeShown && (
            <Button kind="primary" wide icon="qr" onTap={() => setCodeShown(true)} testId="show-code">
              出示签到码
            </Button>
          )}
          <Facts booking={booking} />
          <Companions booking={booking} />
        </Box>
        <Box className="stack stack-6">
          <Section title="进度">
            <Card>
              <StatusPath booking={booking} />
            </Card>
          </Section>
          <Box className="stack stack-2">
            <Can do="add_to_calendar" among={booking.actions}>
              <CalendarButton booking={booking} />
            </Can>
            <Can do="cancel" among={booking.actions}>
              <Button wide kind="danger" icon="close" onTap={() => setCancelling(true)} testId="cancel">
                取消预约
              </Button>
            </Can>
            <Can do="leave" among={booking.actions}>
              <Button wide icon="exit" onTap={() => leave.run(booking.id)}>
                我不去了
              </Button>
            </Can>
            {leave.error !== null && <Refusal error={leave.error} />}
          </Box>
        </Box>
      </Box>
      <CancelSheet booking={booking} open={cancelling} onClose={() => setCancelling(false)} />
    </>
  );
}

function Facts({ booking }: { booking: Booking }) {
  const now = useNow();
  const toCome = booking.status === 'pending' || booking.status === 'confirmed';
  return (
    <Card>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong">{booking.venue.name}</Text>
          <TextLink onTap={() => open('pages-venues/venue', { id: booking.venue.id })}>看场地</TextLink>
        </Box>
        <Fact icon="edit">{`${booking.purpose} · ${booking.attendees} 人`}</Fact>
        <Fact icon="place">{`${booking.centre.name}，${booking.address}`}</Fact>
        {toCome && (
          <Fact icon="clock">
            {booking.checkInUntil === null
              ? `${clock(booking.checkInFrom)} 起签到`
              : `${clock(booking.checkInFrom)} 到 ${clock(booking.checkInUntil)} 签到，过时会让给别人`}
          </Fact>
        )}
        <Can do="cancel" among={booking.actions}>
          <Fact icon="close">{cancelTerms(booking, now)}</Fact>
        </Can>
        <Button icon="phone" onTap={() => call(booking.centrePhone)}>
          打电话给中心
        </Button>
      </Box>
    </Card>
  );
}

/** Until when cancelling costs nothing; a pending booking may always be taken back. */
function cancelTerms({ status, cancelBy }: Booking, now: Date): string {
  if (status === 'pending') return '审核通过前随时可以取消';
  return Date.parse(cancelBy) >= now.getTime()
    ? `${spoken(cancelBy, now)} 前可以自由取消`
    : '现在取消会记为临时取消';
}

function NextStep({ booking }: { booking: Booking }) {
  const now = useNow();
  const { checkInFrom, cancelBy } = booking;
  const begin = Date.parse(checkInFrom) > now.getTime() ? `${spoken(checkInFrom, now)} 起` : '现在就可以';
  const giveBack =
    Date.parse(cancelBy) > now.getTime() ? `来不了请在 ${spoken(cancelBy, now)} 前取消` : '来不了请尽早取消';
  const pending = booking.status === 'pending';
  return (
    <Notice tone="good" testId="booked">
      <Text className="strong block">{pending ? '已提交，等工作人员审核' : '约好了'}</Text>
      <Text className="block">
        {pending
          ? '审核结果会发到「消息」里，通过后这里就有签到码。'
          : `${begin}到现场出示签到码。${giveBack}，让给别的街坊。`}
      </Text>
    </Notice>
  );
}
