import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { open, replace } from '@/lib/navigate';
import { useSignedIn } from '@/lib/session';
import { spoken, timeLeft } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import type { Claiming } from '../../hooks/useClaiming';
import { barState } from './bar-state';
import { wayOf } from './way-out';

const SECOND_MS = 1_000;

/** The task page's one primary action, at the thumb. */
export function ClaimBar({ claiming }: { claiming: Claiming }) {
  const signedIn = useSignedIn();
  const now = useNow(SECOND_MS);
  const state = barState(claiming.shift, signedIn, now);
  const claim = async (): Promise<void> => {
    const made = await claiming.claim();
    if (made !== undefined) replace('pages-volunteer/claim', { id: made.id, fresh: 1 });
  };
  switch (state.kind) {
    case 'none':
      return <Text className="quiet block centred">这个任务现在没有可以认领的班次。</Text>;
    case 'login':
      return (
        <Button kind="primary" wide icon="person" onTap={() => open('pages-me/login')}>
          登录后认领
        </Button>
      );
    case 'mine':
      return (
        <Button
          kind="primary"
          wide
          icon="check"
          onTap={() => open('pages-volunteer/claim', { id: state.claimId })}
          testId="my-claim"
        >
          你认领了这一场，看任务
        </Button>
      );
    case 'waiting':
      return (
        <Box className="row row-between">
          <Text className="quiet grow">
            {state.position === null ? '你在候补这一场。' : `你在候补，排第 ${state.position} 位。`}
          </Text>
          <Button icon="queue" onTap={() => open('pages-volunteer/claims', { show: 'waits' })}>
            我的候补
          </Button>
        </Box>
      );
    case 'not_open':
      return (
        <Text className="block centred num">
          {spoken(state.opensAt, now)} 开放认领，{countdown(state.opensAt, now)}
        </Text>
      );
    case 'claim':
      return (
        <Button kind="primary" wide busy={claiming.busy} onTap={claim} testId="claim-shift">
          我来
        </Button>
      );
    case 'wait':
      return (
        <Button
          kind="primary"
          wide
          icon="queue"
          busy={claiming.busy}
          onTap={() => waitFor(claiming)}
          testId="wait"
        >
          满了，排候补
        </Button>
      );
    case 'refused':
      return <Otherwise code={state.code} />;
  }
}

/** In place of the button: what puts the refusal right, or that there is nothing to do. */
function Otherwise({ code }: { code: string }) {
  const way = wayOf(code);
  if (way === undefined) {
    return <Text className="quiet block centred">这一场现在不能认领，原因写在上面。</Text>;
  }
  return (
    <Button kind="primary" wide icon={way.icon} onTap={() => open(way.page, way.params)} testId="way-out">
      {way.word}
    </Button>
  );
}

/** Queues for the chosen shift and shows the place in the queue. */
export async function waitFor(claiming: Claiming): Promise<void> {
  const entry = await claiming.wait();
  if (entry !== undefined) replace('pages-volunteer/claims', { show: 'waits', fresh: entry.id });
}

function countdown(iso: string, now: Date): string {
  const seconds = Math.ceil((Date.parse(iso) - now.getTime()) / SECOND_MS);
  return seconds < 60 ? `还有 ${seconds} 秒` : timeLeft(iso, now);
}
