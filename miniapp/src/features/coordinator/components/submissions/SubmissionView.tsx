import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { back } from '@/lib/navigate';
import { useSubmission } from '../../api/claims';
import { SubmissionPanel } from './SubmissionPanel';

/** One service on a page of its own. */
export function SubmissionView({ id }: { id: string }) {
  const query = useSubmission(id);
  const [told, setTold] = useState<string | null>(null);
  const tell = (text: string): void => {
    setTold(text);
    scrollToTop();
  };
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={6} />}>
      {(item) => (
        <>
          {told !== null && (
            <>
              <Notice tone="good">{told}</Notice>
              <Button wide icon="back" onTap={back}>
                回去看下一个
              </Button>
            </>
          )}
          <SubmissionPanel item={item} onDone={tell} />
        </>
      )}
    </QueryState>
  );
}
