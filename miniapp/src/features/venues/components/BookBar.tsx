import { Text } from '@/components/base';
import { Button } from '@/components/Button';
import { isOver } from '@/components/unit-grid/DayOver';
import type { Venue } from '@/lib/api/types';
import { open, replace } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { minuteRange } from '@/lib/time';
import { useVenueDay } from '../api/venues';
import type { BookingDraft } from '../hooks/useBookingDraft';

interface Props {
  venue: Venue;
  draft: BookingDraft;
  onQueue: () => Promise<void>;
}

/** The venue page's one primary action, at the thumb. */
export function BookBar({ venue, draft, onQueue }: Props) {
  const signedIn = useSignedIn();
  const day = useVenueDay(venue.id, draft.date);
  if (!signedIn) {
    return (
      <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')}>
        登录后预约
      </Button>
    );
  }
  if (!venue.bookable.allowed)
    return <Text className="quiet block centred">现在不能在线预约，原因写在上面。</Text>;
  if (draft.run === null) {
    const over = day.data !== undefined && isOver(day.data.units);
    const word = draft.waiting ? '先点想候补的时段' : '先点一个开始的时段，再点结束的时段';
    return <Text className="quiet block">{over ? '这一天没有时段可以选，换一天看看' : word}</Text>;
  }
  const time = minuteRange(draft.run.startMinute, draft.run.endMinute);
  const book = async (): Promise<void> => {
    const booking = await draft.book();
    if (booking !== undefined) replace('pages-venues/booking', { id: booking.id, fresh: 1 });
  };
  return (
    <Button kind="primary" wide busy={draft.busy} onTap={draft.waiting ? onQueue : book} testId="book">
      {draft.waiting ? `排候补 ${time}` : `预约 ${time}`}
    </Button>
  );
}
