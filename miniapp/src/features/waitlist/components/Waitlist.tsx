import { TextLink } from '@/components/Card';
import { WaitCard, WaitQueue } from '@/components/WaitQueue';
import type { WaitlistEntry } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { leaveWaitlist, useWaitlist, waitlistChanged } from '../api/waitlist';

/** The reader's places in queues for venues; `fresh` is the entry just made. */
export function Waitlist({ fresh }: { fresh: string | undefined }) {
  return (
    <WaitQueue
      query={useWaitlist()}
      told={fresh === undefined ? null : '有人让出这个时段就按顺序轮到你，结果会发到「消息」里。'}
      empty={{ hint: '想要的时段被约走时，可以在场地页里排候补。', action: '看看场地', tab: 'venues' }}
    >
      {(entry) => <EntryCard key={entry.id} entry={entry} />}
    </WaitQueue>
  );
}

function EntryCard({ entry }: { entry: WaitlistEntry }) {
  const leave = useAction(leaveWaitlist, waitlistChanged);
  const { venue, centre, bookingId } = entry;
  return (
    <WaitCard
      wait={entry}
      status={entry.status === 'cancelled' ? 'left' : entry.status}
      refusedWord="没有约上"
      what={`${venue.name} · ${entry.purpose}`}
      where={centre.name}
      leave={leave}
      link={
        bookingId !== null && (
          <TextLink onTap={() => open('pages-venues/booking', { id: bookingId })}>看预约</TextLink>
        )
      }
      testId="waitlist-entry"
    />
  );
}
