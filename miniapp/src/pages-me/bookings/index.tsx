import { useState } from 'react';
import { Segmented } from '@/components/Choice';
import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import type { Scope } from '@/features/bookings/api/bookings';
import { BookingList } from '@/features/bookings/components/BookingList';

const SCOPES: { value: Scope; word: string }[] = [
  { value: 'upcoming', word: '进行中' },
  { value: 'past', word: '过去的' },
];

/** The reader's bookings. */
export default function BookingsPage() {
  const [scope, setScope] = useState<Scope>('upcoming');
  return (
    <Page title="我的预约">
      <SignedIn why="登录后可以看到你的预约。">
        <Segmented label="哪些预约" options={SCOPES} value={scope} onChange={setScope} />
        <BookingList key={scope} scope={scope} />
      </SignedIn>
    </Page>
  );
}
