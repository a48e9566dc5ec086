import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { back } from '@/lib/navigate';
import { TopicDesk, type PermissionsAt } from './TopicDesk';

/** One topic on a page of its own. */
export function TopicDeskView({ id, permissionsAt }: { id: string; permissionsAt: PermissionsAt }) {
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      {told !== null && (
        <>
          <Notice tone="good">{told}</Notice>
          <Button wide icon="back" onTap={back}>
            回去看下一个
          </Button>
        </>
      )}
      <TopicDesk
        id={id}
        permissionsAt={permissionsAt}
        onDone={(text) => {
          setTold(text);
          scrollToTop();
        }}
      />
    </>
  );
}
