import type { BallotChoice } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty } from '@/components/QueryState';
import { scrollToTop } from '@/components/Page';
import { replace } from '@/lib/navigate';
import { lastDay, timeLeft } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { ballotCast, castBallot } from '../../api/voting';
import type { BallotCast, Membership, Topic, Vote } from '../../api/types';
import { CAPACITY_WORDS } from '../../words';
import { ParticipationCard } from '../topic/ParticipationCard';
import { TextCard } from '../topic/TextCard';
import { BallotChoices } from './BallotChoices';
import { ConfirmBallot } from './ConfirmBallot';
import { MembershipChoice } from './MembershipChoice';
import { MyBallot } from './MyBallot';
import './vote.scss';

/** One step at a time: for whom, what, sure?, done. Large enough for anybody's eyes and fingers. */
export function VoteView({ topic, vote }: { topic: Topic; vote: Vote }) {
  const { memberships, open, secret, participation } = vote;
  const now = useNow();
  const [no, setNo] = useState(memberships.find((one) => !one.voted)?.no ?? memberships[0]?.no ?? null);
  const [choice, setChoice] = useState<BallotChoice | null>(null);
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState<BallotCast | null>(null);
  const cast = useAction(castBallot, ballotCast);
  const member = memberships.find((one) => one.no === no);

  const pick = (next: number): void => {
    setNo(next);
    setChoice(null);
    setChanging(false);
    setDone(null);
    cast.reset();
  };
  const confirm = async (): Promise<void> => {
    if (member === undefined || choice === null || vote.textHash === null) return;
    const result = await cast.run({
      topicId: vote.topicId,
      member: member.no,
      choice,
      textHash: vote.textHash,
    });
    if (result === undefined) return;
    setDone(result);
    setChoice(null);
    setChanging(false);
    scrollToTop();
  };

  if (member !== undefined && choice !== null && open) {
    return (
      <ConfirmBallot
        title={vote.title}
        member={member}
        choice={choice}
        secret={secret}
        cast={cast}
        onConfirm={confirm}
        onBack={() => {
          cast.reset();
          setChoice(null);
        }}
      />
    );
  }
  const waiting = memberships.filter((one) => !one.voted && one.no !== no);
  const mayChoose = open && member !== undefined && (!member.voted || (changing && !secret)) && done === null;
  return (
    <>
      <Box className="stack stack-2">
        <Text className="t26 block">{vote.title}</Text>
        <Text className="t17 block num">{windowOf(vote, now)}</Text>
        <Text className="block">
          {secret ? '无记名：投出后不能改，谁也查不到你选了什么。' : '记名：截止前可以改，以最后一次为准。'}
        </Text>
      </Box>
      <Box className="columns">
        <Box className="stack stack-6">
          {done === null && <TextCard topic={topic} />}
          {memberships.length === 0 && <OffRoll />}
          {memberships.length > 1 && (
            <MembershipChoice memberships={memberships} value={no} onChange={pick} />
          )}
          {member !== undefined && (member.voted || done !== null) && !changing && (
            <MyBallot
              member={member}
              vote={vote}
              done={done}
              onChange={() => {
                setDone(null);
                setChanging(true);
              }}
            />
          )}
          {done !== null && <Next waiting={waiting} onPick={pick} topicId={topic.id} />}
          {mayChoose && member !== undefined && <BallotChoices member={member} onChoose={setChoice} />}
        </Box>
        <Section title="参加了多少">
          <ParticipationCard participation={participation} />
        </Section>
      </Box>
    </>
  );
}

function windowOf({ open, from, until }: Vote, now: Date): string {
  if (open && until !== null) return `投票到 ${lastDay(until, now)}，${timeLeft(until, now)}`;
  return from === null ? '还没开始投票' : '投票已经截止';
}

function OffRoll() {
  return (
    <Card>
      <Empty icon="people" title="你不在这次的名册里" hint="名册在公告时已经定下。觉得漏了你，请联系社区。" />
    </Card>
  );
}

/** What comes after a vote: the next one, or back to the topic. */
function Next({
  waiting,
  onPick,
  topicId,
}: {
  waiting: readonly Membership[];
  onPick: (no: number) => void;
  topicId: string;
}) {
  const [next] = waiting;
  return (
    <Box className="stack stack-2">
      {next !== undefined && (
        <>
          <Notice icon="vote">{`你还有 ${waiting.length} 票没投。`}</Notice>
          <Button kind="primary" wide icon="next" onTap={() => onPick(next.no)} testId="next-vote">
            {`接着投：${CAPACITY_WORDS[next.capacity]} ${next.label}`}
          </Button>
        </>
      )}
      <Button wide icon="talk" onTap={() => replace('pages-halls/topic', { id: topicId })}>
        回到议题
      </Button>
    </Box>
  );
}
