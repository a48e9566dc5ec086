import { useState } from 'react';
import { Box } from '@/components/base';
import { Segmented } from '@/components/Choice';
import { Page } from '@/components/Page';
import { SignedIn } from '@/components/SignedIn';
import { ClaimList } from '@/features/volunteering/components/claims/ClaimList';
import { WaitList } from '@/features/volunteering/components/claims/WaitList';
import { useParams } from '@/lib/navigate';

type Shown = 'upcoming' | 'past' | 'waits';

const PARTS: { value: Shown; word: string }[] = [
  { value: 'upcoming', word: '要去的' },
  { value: 'past', word: '过去的' },
  { value: 'waits', word: '候补' },
];

/** The reader's tasks and places in queues. */
export default function ClaimsPage() {
  const { show, fresh } = useParams<'show' | 'fresh'>();
  const [shown, setShown] = useState<Shown>(show === 'waits' ? 'waits' : 'upcoming');
  return (
    <Page title="我的任务">
      <SignedIn why="登录后可以看到你认领的任务。">
        <Box className="stack">
          <Segmented label="哪些任务" options={PARTS} value={shown} onChange={setShown} />
          {shown === 'waits' ? <WaitList fresh={fresh} /> : <ClaimList key={shown} scope={shown} />}
        </Box>
      </SignedIn>
    </Page>
  );
}
