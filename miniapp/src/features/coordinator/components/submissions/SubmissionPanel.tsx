import { spokenHours } from '@jiefang/shared/hours';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { StatusChip } from '@/components/StatusChip';
import { NamedFact } from '@/components/desk/NamedFact';
import { open } from '@/lib/navigate';
import { spoken, spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import type { Submission } from '../../api/types';
import { checkInWords } from '../check-in-words';
import { EvidenceCard } from '../evidence/EvidenceCard';
import { PatrolMap } from '../evidence/PatrolMap';
import { VolunteerFacts } from '../VolunteerFacts';
import { DecisionCard } from './DecisionCard';
import '@/components/tiles.scss';
import '../coordinator.scss';

interface Props {
  item: Submission;
  onDone: (told: string) => void;
}

/** One service side by side: what was claimed and done, what supports it, what to decide. */
export function SubmissionPanel({ item, onDone }: Props) {
  return (
    <Box className="review-sides">
      <Box className="review-facts">
        <ClaimFacts item={item} />
      </Box>
      <Box className="review-proof">
        <Proof item={item} />
      </Box>
      <Box className="review-decision">
        <DecisionCard item={item} onDone={onDone} />
      </Box>
    </Box>
  );
}

function ClaimFacts({ item }: { item: Submission }) {
  const now = useNow();
  const { volunteer, task } = item;
  const arrived = checkInWords(item, now);
  return (
    <Card>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t20 clip">{volunteer.name}</Text>
          <StatusChip of="claim" status={item.status} />
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="任务">{task.title}</NamedFact>
          <NamedFact name="班次">{spokenRange(item.startsAt, item.endsAt, now)}</NamedFact>
          <NamedFact name="地点">{task.placeName}</NamedFact>
          <NamedFact name="社区">{item.division.name}</NamedFact>
          <VolunteerFacts volunteer={volunteer} />
        </Box>
        <Box className="rule" />
        <Box className="stack stack-1">
          <NamedFact name="签到">{arrived ?? '没有签到'}</NamedFact>
          <NamedFact name="结束">
            {item.finishedAt === null ? '还没有结束' : spoken(item.finishedAt, now)}
          </NamedFact>
          {item.dayMinutes > 0 && item.verifiedMinutes === null && (
            <NamedFact name="当天">{`别的服务已经核实 ${spokenHours(item.dayMinutes)}`}</NamedFact>
          )}
          {item.verifiedMinutes !== null && (
            <NamedFact name="核实">{spokenHours(item.verifiedMinutes)}</NamedFact>
          )}
        </Box>
        {item.note !== null && item.note !== '' && (
          <Box className="tile-reason">
            <Text className="pre">{`「${item.note}」`}</Text>
          </Box>
        )}
        {item.question !== null && (
          <Box className="stack stack-1">
            <NamedFact name="问过">{item.question}</NamedFact>
            <NamedFact name="回答">{item.answer ?? '还没有回答'}</NamedFact>
          </Box>
        )}
      </Box>
    </Card>
  );
}

function Proof({ item: { evidence, volunteer } }: { item: Submission }) {
  if (evidence === null) {
    return (
      <Section title="服务记录">
        <Card className="card-sunken">
          <Text className="block">这个任务不记录轨迹。请看签到和结束的时间，不清楚就问问志愿者。</Text>
        </Card>
      </Section>
    );
  }
  return (
    <Section title="巡防记录">
      <Card>
        <Box className="stack stack-3">
          <PatrolMap
            patrolId={evidence.patrolId}
            label={`${volunteer.name}的巡防轨迹`}
            visits={evidence.checkpoints}
          />
          <Button
            icon="route"
            onTap={() => open('pages-coordinator/replay', { id: evidence.patrolId })}
            testId="replay"
          >
            按时间回放
          </Button>
          <EvidenceCard evidence={evidence} />
        </Box>
      </Card>
    </Section>
  );
}
