import type { ReactNode } from 'react';
import { open } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { Button } from './Button';
import { Empty } from './QueryState';

/** Shows its children to signed-in people, and everyone else the way to sign in. */
export function SignedIn({ why, children }: { why: string; children: ReactNode }) {
  const signedIn = useSignedIn();
  if (signedIn) return <>{children}</>;
  return (
    <Empty
      icon="person"
      title="先登录"
      hint={why}
      action={
        <Button kind="primary" onTap={() => open('pages-me/login')}>
          登录
        </Button>
      }
    />
  );
}
