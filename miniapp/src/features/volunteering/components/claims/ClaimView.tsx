import { HOURS_STATUS_WORDS, spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, ListRow, Section, TextLink } from '@/components/Card';
import { StatusChip } from '@/components/StatusChip';
import { Fact } from '@/components/Fact';
import { Notice } from '@/components/Notice';
import { PlaceButton } from '@/components/PlaceButton';
import { Steps } from '@/components/Steps';
import { open } from '@/lib/navigate';
import { call } from '@/lib/phone';
import { clock, monthAndDay, spoken, spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import type { Claim } from '../../api/types';
import { ArrivalCard } from './ArrivalCard';
import { claimSteps } from './claim-steps';
import { FinishSheet } from './FinishSheet';
import { QuestionCard } from './QuestionCard';
import { ReleaseSheet } from './ReleaseSheet';

interface Props {
  claim: Claim;
  /** Just made: says what comes next. */
  fresh: boolean;
}

/** One of the reader's tasks: where it stands, what to do now, and what may be done. */
export function ClaimView({ claim, fresh }: Props) {
  const { actions, status } = claim;
  return (
    <>
      {fresh && status === 'claimed' && <NextStep claim={claim} />}
      <Box className="stack stack-2">
        <Text className="t26 num block">{spokenRange(claim.startsAt, claim.endsAt)}</Text>
        <Text className="t20 block">{claim.task.title}</Text>
        <Box className="row row-wrap">
          <StatusChip of="claim" status={status} />
        </Box>
        {claim.statusReason !== null && <Notice tone="wait">{claim.statusReason}</Notice>}
      </Box>
      <Box className="columns">
        <Box className="stack stack-6">
          <QuestionCard claim={claim} />
          <Can do="check_in" among={actions}>
            <ArrivalCard claim={claim} />
          </Can>
          <Now claim={claim} />
          <Hours claim={claim} />
          <Facts claim={claim} />
        </Box>
        <Box className="stack stack-6">
          <Section title="进度">
            <Card>
              <Steps steps={claimSteps(claim)} />
            </Card>
          </Section>
          <LetGo claim={claim} />
        </Box>
      </Box>
    </>
  );
}

/** What is to be done while the service runs. */
function Now({ claim }: { claim: Claim }) {
  const [finishing, setFinishing] = useState(false);
  const { actions, checkedInAt, status } = claim;
  const patrol = actions.includes('start_patrol') || actions.includes('open_patrol');
  if (status === 'submitted') {
    return <Notice icon="hourglass">交上去了，等协调员核实。核实后公示，结果会发到「消息」里。</Notice>;
  }
  if (!patrol && !actions.includes('finish')) return null;
  return (
    <Section title="现在">
      <Card>
        <Box className="stack stack-3">
          {checkedInAt !== null && <Text className="block">{spoken(checkedInAt)} 签到，正在服务。</Text>}
          {patrol && (
            <Button
              kind="primary"
              wide
              icon="route"
              onTap={() => open('pages-volunteer/patrol', { claim: claim.id })}
              testId="open-patrol"
            >
              {actions.includes('open_patrol') ? '回到巡防' : '开始巡防'}
            </Button>
          )}
          <Can do="finish" among={actions}>
            <Button
              kind={patrol ? 'plain' : 'primary'}
              wide
              icon="check"
              onTap={() => setFinishing(true)}
              testId="finish"
            >
              {patrol ? '不记轨迹，直接结束' : '做完了，结束服务'}
            </Button>
          </Can>
        </Box>
      </Card>
      <FinishSheet claim={claim} open={finishing} onClose={() => setFinishing(false)} />
    </Section>
  );
}

/** What came of it. */
function Hours({ claim: { hours, verifiedMinutes, patrolId, id, actions } }: { claim: Claim }) {
  const replays = patrolId !== null && !actions.includes('open_patrol');
  if (hours === null && verifiedMinutes === null && !replays) return null;
  return (
    <Card className="card-flush">
      {hours !== null && (
        <ListRow
          icon="clock"
          title={`服务时长 ${spokenHours(hours.minutes)}`}
          detail={
            hours.status === 'publicised' && hours.publicationEndsOn !== null
              ? `${HOURS_STATUS_WORDS[hours.status]}，到 ${monthAndDay(hours.publicationEndsOn)}`
              : HOURS_STATUS_WORDS[hours.status]
          }
          onTap={() => open('pages-volunteer/hours-item', { id: hours.id })}
          testId="claim-hours"
        />
      )}
      {hours === null && verifiedMinutes !== null && (
        <ListRow icon="clock" title={`核实为 ${spokenHours(verifiedMinutes)}`} />
      )}
      {replays && (
        <ListRow
          icon="route"
          title="巡防的路线和打卡"
          onTap={() => open('pages-volunteer/patrol', { claim: id })}
        />
      )}
    </Card>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const now = useNow();
  const coming = claim.status === 'claimed';
  return (
    <Card>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong">{claim.task.placeName}</Text>
          <TextLink onTap={() => open('pages-volunteer/task', { id: claim.task.id, shift: claim.shiftId })}>
            看任务
          </TextLink>
        </Box>
        <Fact icon="place">{claim.address}</Fact>
        {claim.gatherNote !== '' && <Fact icon="info">{claim.gatherNote}</Fact>}
        {coming && (
          <>
            <Fact icon="clock">{`${spoken(claim.checkInFrom, now)} 到 ${clock(claim.checkInUntil)} 签到`}</Fact>
            <Fact icon="exit">
              {Date.parse(claim.releaseBy) > now.getTime()
                ? `${spoken(claim.releaseBy, now)} 前可以让出，不算没到`
                : '现在让出算临时放弃'}
            </Fact>
          </>
        )}
        {claim.riskNotice !== '' && <Fact icon="alert">{claim.riskNotice}</Fact>}
        {claim.note !== null && <Fact icon="edit">{`你写的：${claim.note}`}</Fact>}
        <PlaceButton name={claim.task.placeName} address={claim.address} location={claim.task.location} />
        {!claim.actions.includes('check_in') && (
          <Button icon="phone" onTap={() => call(claim.contact.phone)}>
            {`打给${claim.contact.name}`}
          </Button>
        )}
      </Box>
    </Card>
  );
}

function LetGo({ claim }: { claim: Claim }) {
  const [open, setOpen] = useState(false);
  const late = claim.actions.includes('abandon');
  if (!late && !claim.actions.includes('release')) return null;
  return (
    <>
      <Button wide kind="danger" icon="exit" onTap={() => setOpen(true)} testId="release">
        {late ? '来不了了，临时放弃' : '来不了，让出名额'}
      </Button>
      <ReleaseSheet claim={claim} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function NextStep({ claim }: { claim: Claim }) {
  const now = useNow();
  const early = Date.parse(claim.releaseBy) > now.getTime();
  return (
    <Notice tone="good" icon="heart" testId="claimed">
      <Text className="strong block">认领好了，谢谢你</Text>
      <Text className="block">
        {spoken(claim.checkInFrom, now)} 起到现场签到。
        {early ? `来不了请在 ${spoken(claim.releaseBy, now)} 前让出，` : '来不了请尽早让出，'}
        让给别的街坊。
      </Text>
    </Notice>
  );
}
