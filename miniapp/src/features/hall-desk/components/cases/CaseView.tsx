import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { back } from '@/lib/navigate';
import { CaseDesk } from './CaseDesk';

/** One case on a page of its own. */
export function CaseView({ id }: { id: string }) {
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      {told !== null && (
        <>
          <Notice tone="good">{told}</Notice>
          <Button wide icon="back" onTap={back}>
            回去看下一条
          </Button>
        </>
      )}
      <CaseDesk
        id={id}
        onDone={(text) => {
          setTold(text);
          scrollToTop();
        }}
      />
    </>
  );
}
