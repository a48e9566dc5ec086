import { Page } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useVenue } from '@/features/venues/api/venues';
import { BookBar } from '@/features/venues/components/BookBar';
import { VenueView } from '@/features/venues/components/VenueView';
import { useBookingDraft } from '@/features/venues/hooks/useBookingDraft';
import type { Venue } from '@/lib/api/types';
import { replace, useParams } from '@/lib/navigate';
import { useRefresh } from '@/lib/useRefresh';
import { useTemplates } from '@/lib/useTemplates';

const TITLE = '预约场地';

/** A venue: choose a run and book it. */
export default function VenuePage() {
  const { id = '', date } = useParams<'id' | 'date'>();
  const venue = useVenue(id);
  useRefresh(() => venue.refetch());
  if (venue.data !== undefined) return <Bookable venue={venue.data} query={venue} wanted={date} />;
  return (
    <Page title={TITLE}>
      <QueryState query={venue} skeleton={<Skeleton count={3} lines={4} />}>
        {() => null}
      </QueryState>
    </Page>
  );
}

interface Props {
  venue: Venue;
  query: ReturnType<typeof useVenue>;
  /** Day of the address, when it can be booked. */
  wanted: string | undefined;
}

function Bookable({ venue, query, wanted }: Props) {
  const templates = useTemplates();
  const within = wanted !== undefined && wanted >= venue.firstDay && wanted <= venue.lastDay;
  const draft = useBookingDraft(venue, within ? wanted : venue.firstDay, templates.data?.items ?? []);
  const queue = async (): Promise<void> => {
    const entry = await draft.queue();
    if (entry !== undefined) replace('pages-me/waitlist', { fresh: entry.id });
  };
  return (
    <Page title={TITLE} footer={<BookBar venue={venue} draft={draft} onQueue={queue} />}>
      <QueryState query={query}>
        {(data) => <VenueView venue={data} draft={draft} onQueue={() => void queue()} />}
      </QueryState>
    </Page>
  );
}
