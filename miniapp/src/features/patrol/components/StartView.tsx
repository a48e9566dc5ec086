import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fact } from '@/components/Fact';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { RouteMap } from '@/components/route-map/RouteMap';
import { buzz } from '@/lib/device';
import { deviceId } from '@/lib/device-id';
import { replace } from '@/lib/navigate';
import { isWeapp } from '@/lib/platform';
import { POSITION_SYSTEM } from '@/lib/position';
import { useAction } from '@/lib/useAction';
import { patrolChanged, startPatrol, useTrackConsent } from '../api/patrols';
import type { Claim, Consent, Route } from '../api/types';
import { keeper } from '../keeper';
import { ConsentCard } from './ConsentCard';
import { KeyButton } from './KeyButton';
import { PatrolFooter } from './PatrolFooter';

/** Before the walk: what will be recorded, the consent to it, and the large key that begins. */
export function StartView({ claim, route }: { claim: Claim; route: Route | null }) {
  const consent = useTrackConsent(claim.status === 'in_progress');
  return (
    <>
      <Text className="t20 block">{claim.task.title}</Text>
      {claim.status === 'in_progress' ? (
        <QueryState query={consent}>
          {(data) => (data === null ? null : <Ready claim={claim} route={route} consent={data} />)}
        </QueryState>
      ) : (
        <>
          <NotHere claim={claim} />
          <Plan route={route} />
        </>
      )}
    </>
  );
}

function Plan({ route }: { route: Route | null }) {
  if (route === null) return null;
  return (
    <RouteMap
      label="巡防路线"
      route={route.line}
      checkpoints={route.checkpoints.map((one) => ({ ...one, reached: null }))}
    />
  );
}

function NotHere({ claim }: { claim: Claim }) {
  const early = claim.status === 'claimed';
  return (
    <Notice tone="wait">
      <Text className="block">{early ? '先到集合点签到，才能开始巡防。' : '这个任务现在不能开始巡防。'}</Text>
      <Button small onTap={() => replace('pages-volunteer/claim', { id: claim.id })}>
        {early ? '去签到' : '看任务'}
      </Button>
    </Notice>
  );
}

function Ready({ claim, route, consent }: { claim: Claim; route: Route | null; consent: Consent }) {
  const start = useAction(startPatrol, async (patrol) => {
    buzz();
    keeper.adopt(patrol);
    await patrolChanged(claim.id);
  });
  if (!consent.active || consent.version !== consent.currentVersion) {
    return (
      <>
        <ConsentCard consent={consent} />
        <Plan route={route} />
      </>
    );
  }
  const begin = (): void =>
    void start.run({
      claimId: claim.id,
      device: deviceId(),
      coordinateSystem: POSITION_SYSTEM,
      consentVersion: consent.currentVersion,
    });
  return (
    <>
      <Card>
        <Box className="stack stack-3">
          <Fact icon="place">从点“开始巡防”起，每走几步记一次位置；点“结束”就停。暂停时不记。</Fact>
          <Fact icon="lock">只有你和社区的协调员能看，加密保存，随时可以在“我的授权”里撤回。</Fact>
          <Fact icon="offline">没有网络也照样记，连上了自己传。</Fact>
          <Fact icon="eye">
            {isWeapp
              ? '屏幕会一直亮着；允许后台定位后，锁屏也能记。'
              : '请让这一页一直开着，屏幕会保持亮着。'}
          </Fact>
          {route !== null && route.checkpoints.length > 0 && (
            <Fact icon="flag">{`按顺序经过 ${route.checkpoints.length} 个打卡点，走到附近就算到。`}</Fact>
          )}
        </Box>
      </Card>
      {start.error !== null && (
        <Refusal error={start.error}>
          {start.error.code === 'PATROL_DEVICE' && (
            <Button small onTap={() => patrolChanged(claim.id)}>
              看看
            </Button>
          )}
        </Refusal>
      )}
      <Plan route={route} />
      <PatrolFooter>
        <KeyButton kind="primary" icon="route" onTap={begin} busy={start.busy} testId="start-patrol">
          开始巡防
        </KeyButton>
      </PatrolFooter>
    </>
  );
}
