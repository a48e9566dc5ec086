import { TOPIC_STATUS_WORDS, TOPIC_TRACK_WORDS } from '@jiefang/shared/topics';
import { Box, Heading, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { StatusChip } from '@/components/StatusChip';
import { Tag } from '@/components/Tag';
import { stancesWord, windowWord } from '@/components/topic-words';
import { open, openTab } from '@/lib/navigate';
import { dueBy, spoken } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import type { Topic } from '../../api/types';
import { rollWord } from '../../words';
import { PathLine } from './PathLine';

/** What it is about, where it stands, until when, and how people see it so far. */
export function TopicHead({ topic }: { topic: Topic }) {
  const { status, track, community, initiator, createdAt, path, rules, rollSize, stances } = topic;
  const now = useNow();
  const until = windowWord(topic, now);
  const facts = [until, rules === null || rollSize === null ? null : rollWord(rules.source, rollSize)].filter(
    (fact) => fact !== null,
  );
  const said = stancesWord(stances);
  return (
    <Box className="stack">
      <Box className="stack stack-2">
        <Heading className="t26">{topic.title}</Heading>
        <Box className="row row-wrap">
          <StatusChip of="topic" status={status} />
          {status !== 'draft' && <Tag>{TOPIC_TRACK_WORDS[track]}</Tag>}
          <Tag icon="place">{community.name}</Tag>
        </Box>
        <Text className="t13 quiet block num">
          {initiator.nickname} {spoken(createdAt, now)} 提出
        </Text>
      </Box>
      <PathLine path={path} />
      {(facts.length > 0 || said !== null) && (
        <Box className="stack stack-1">
          {facts.length > 0 && <Text className="t17 block num">{facts.join(' · ')}</Text>}
          {said !== null && <Text className="block num">{said}</Text>}
        </Box>
      )}
      <Told topic={topic} now={now} />
    </Box>
  );
}

/** Why it stands where it stands, and what is late, said plainly. */
function Told({ topic, now }: { topic: Topic; now: Date }) {
  const { status, statusReason, suspendedFrom, mergedInto, clocks, text, mine } = topic;
  const late = clocks.filter((duty) => duty.late);
  const running = clocks.filter((duty) => !duty.late && duty.stoppedAt === null);
  return (
    <>
      {late.map((duty) => (
        <Notice key={`${duty.kind}${duty.dueAt}`} tone="wait" icon="alert" testId="late">
          {duty.stoppedAt === null
            ? `${duty.word}超期了：应在 ${dueBy(duty.dueAt, now)} 前办，街道已经知道。`
            : `${duty.word}晚了：应在 ${dueBy(duty.dueAt, now)} 前，${spoken(duty.stoppedAt, now)} 才办。`}
        </Notice>
      ))}
      {running.map((duty) => (
        <Notice key={`${duty.kind}${duty.dueAt}`} icon="clock">
          {`社区要在 ${dueBy(duty.dueAt, now)} 前${duty.word}。`}
        </Notice>
      ))}
      {text.held && mine?.initiator === true && (
        <Notice tone="wait" icon="hourglass" testId="text-held">
          你写的文字正在查看，看过就会显示，结果会发到「消息」里。
        </Notice>
      )}
      {status === 'suspended' && suspendedFrom !== null && (
        <Notice tone="wait" icon="pause">
          {`在「${TOPIC_STATUS_WORDS[suspendedFrom]}」时中止了。`}
          {statusReason}
        </Notice>
      )}
      {status !== 'suspended' && statusReason !== null && (
        <Notice tone={status === 'effective' ? 'good' : 'wait'} icon="info" testId="status-reason">
          <Text className="strong block">{REASON_TITLES[status] ?? '说明'}</Text>
          <Text className="block pre">{statusReason}</Text>
        </Notice>
      )}
      {mergedInto !== null && (
        <Notice icon="share">
          <Box className="stack stack-2">
            <Text className="block">已经合并到「{mergedInto.title}」，请到那里接着议。</Text>
            <Button small icon="next" onTap={() => open('pages-halls/topic', { id: mergedInto.id })}>
              去看合并后的议题
            </Button>
          </Box>
        </Notice>
      )}
      {status === 'withdrawn' && (
        <Button icon="talk" onTap={() => openTab('halls')}>
          看看别的议题
        </Button>
      )}
    </>
  );
}

const REASON_TITLES: Partial<Record<Topic['status'], string>> = {
  returned: '请补正',
  declined: '为什么不立项',
  failed: '为什么没有通过',
  merged: '为什么合并',
};
