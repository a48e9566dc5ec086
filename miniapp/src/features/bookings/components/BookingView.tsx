import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section, TextLink } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { StatusChip, Tag } from '@/components/Tag';
import type { Booking } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { call } from '@/lib/phone';
import { clock, spoken, spokenRange } from '@/lib/time';
import { bookingChanged, leaveBooking } from '../api/bookings';
import { useAction } from '@/lib/useAction';
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
        <Box className="row row-between">
          <Text className="t26 num">{spokenRange(booking.startsAt, booking.endsAt)}</Text>
        </Box>
        <Box className="row row-wrap">
          <StatusChip status={booking.status} />
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

function Fact({ icon, children }: { icon: IconName; children: string }) {
  return (
    <Box className="fact">
      <Icon name={icon} />
      <Text className="grow">{children}</Text>
    </Box>
  );
}

function Facts({ booking }: { booking: Booking }) {
  const ended = ['rejected', 'cancelled', 'late_cancelled', 'released', 'no_show', 'completed'].includes(
    booking.status,
  );
  return (
    <Card>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong">{booking.venue.name}</Text>
          <TextLink onTap={() => open('pages-venues/venue', { id: booking.venue.id })}>看场地</TextLink>
        </Box>
        <Fact icon="edit">{`${booking.purpose} · ${booking.attendees} 人`}</Fact>
        <Fact icon="place">{`${booking.centre.name}，${booking.address}`}</Fact>
        {!ended && (
          <>
            <Fact icon="clock">
              {booking.checkInUntil === null
                ? `${clock(booking.checkInFrom)} 起签到`
                : `${clock(booking.checkInFrom)} 到 ${clock(booking.checkInUntil)} 签到，过时会让给别人`}
            </Fact>
            <Fact icon="close">{`${spoken(booking.cancelBy)} 前可以自由取消`}</Fact>
          </>
        )}
        <Button icon="phone" onTap={() => call(booking.centrePhone)}>
          打电话给中心
        </Button>
      </Box>
    </Card>
  );
}

function NextStep({ booking }: { booking: Booking }) {
  const pending = booking.status === 'pending';
  return (
    <Notice tone="good" testId="booked">
      <Text className="strong block">{pending ? '已提交，等工作人员审核' : '约好了'}</Text>
      <Text className="block">
        {pending
          ? '审核结果会发到「消息」里，通过后这里就有签到码。'
          : `${spoken(booking.checkInFrom)} 起到现场出示签到码。来不了请在 ${spoken(booking.cancelBy)} 前取消，让给别的街坊。`}
      </Text>
    </Notice>
  );
}
