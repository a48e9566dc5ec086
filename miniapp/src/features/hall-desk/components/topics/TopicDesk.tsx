import type { Permission } from '@jiefang/shared/permissions';
import { TOPIC_STAGES, TOPIC_TRACK_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { StatusChip } from '@/components/StatusChip';
import { Tag } from '@/components/Tag';
import { stageNo, stancesWord, windowWord } from '@/components/topic-words';
import { open } from '@/lib/navigate';
import { lastDay, spoken } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useStaffTopic } from '../../api/topics';
import type { StaffTopic } from '../../api/types';
import { grouped } from '../../words';
import { TallyCard } from '../counting/TallyCard';
import { DeedsCard } from './DeedsCard';
import '@/components/topic-tile.scss';
import '../../hall-desk.scss';

const LONG_TEXT = 240;

/** What the reader may do at a division. */
export type PermissionsAt = (code: string) => readonly Permission[];

interface Props {
  id: string;
  permissionsAt: PermissionsAt;
  onDone: (told: string) => void;
}

/** One topic for staff: what it says, where it stands, what may be done and what that still needs. */
export function TopicDesk({ id, permissionsAt, onDone }: Props) {
  const query = useStaffTopic(id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={6} />}>
      {(topic) => (
        <Box className="stack stack-6">
          <HeadCard topic={topic} />
          <DeedsCard topic={topic} onDone={onDone} />
          <WorkRows topic={topic} permissions={permissionsAt(topic.community.code)} />
          {topic.tally !== null && <TallyCard tally={topic.tally} />}
          {topic.rules !== null && <RulesCard rules={topic.rules} size={topic.rollSize} />}
        </Box>
      )}
    </QueryState>
  );
}

function HeadCard({ topic }: { topic: StaffTopic }) {
  const now = useNow();
  const [whole, setWhole] = useState(false);
  const long = topic.body.length > LONG_TEXT;
  const until = windowWord(topic, now);
  const stances = stancesWord(topic.stances);
  const overdue = topic.clocks.filter(({ stoppedAt, late }) => stoppedAt === null && late);
  const running = topic.clocks.filter(({ stoppedAt, late }) => stoppedAt === null && !late);
  const belated = topic.clocks.filter(({ stoppedAt, late }) => stoppedAt !== null && late);
  return (
    <Card testId="desk-topic">
      <Box className="stack stack-3">
        <Box className="row row-between row-top">
          <Text className="t20 grow">{topic.title}</Text>
          <StatusChip of="topic" status={topic.status} />
        </Box>
        <Stages topic={topic} />
        {overdue.map(({ kind, word, dueAt }) => (
          <Box key={kind} className="row">
            <Tag tone="bad" icon="alert">{`${word}超期，应在 ${lastDay(dueAt, now)}办`}</Tag>
          </Box>
        ))}
        <Box className="stack stack-1">
          <NamedFact name="提出人">
            {[topic.initiator.nickname, topic.initiatorPhoneMasked].filter(Boolean).join(' · ')}
          </NamedFact>
          <NamedFact name="社区">{topic.community.name}</NamedFact>
          <NamedFact name="提出">{`${spoken(topic.createdAt, now)} · ${TOPIC_TRACK_WORDS[topic.track]}`}</NamedFact>
          {until !== null && <NamedFact name="期限">{until}</NamedFact>}
          {running.map(({ kind, word, dueAt }) => (
            <NamedFact key={kind} name="要办">{`${word}，到 ${lastDay(dueAt, now)}`}</NamedFact>
          ))}
          {belated.map(({ kind, word }) => (
            <NamedFact key={kind} name="办晚了">
              {word}
            </NamedFact>
          ))}
          {topic.endorsements !== null && (
            <NamedFact name="附议">{`${topic.endorsements.count} 人，要 ${topic.endorsements.needed} 人`}</NamedFact>
          )}
          {stances !== null && <NamedFact name="发言">{stances}</NamedFact>}
          {topic.statusReason !== null && <NamedFact name="理由">{topic.statusReason}</NamedFact>}
          {topic.answer !== null && <NamedFact name="答复">{topic.answer}</NamedFact>}
        </Box>
        <Box className="said">
          <Text className="pre block" testId="desk-topic-body">
            {long && !whole ? `${[...topic.body].slice(0, LONG_TEXT).join('')}…` : topic.body}
          </Text>
        </Box>
        {long && (
          <Button small kind="quiet" icon={whole ? 'up' : 'down'} onTap={() => setWhole(!whole)}>
            {whole ? '收起' : '看全文'}
          </Button>
        )}
        {topic.text.count > 1 && (
          <Text className="t13 quiet block">{`这是第 ${topic.text.no} 版，一共公开过 ${topic.text.count} 版。`}</Text>
        )}
        {topic.text.held && (
          <Notice tone="wait">有一版文字还没有通过内容检查，要有人在「发言审核」里看过才会显示。</Notice>
        )}
        {topic.reviewWish !== null && (
          <Notice tone="wait">{`提出人 ${spoken(topic.reviewWish.askedAt, now)} 申请复核：「${topic.reviewWish.text}」`}</Notice>
        )}
        {topic.mergedInto !== null && <Notice>{`已经合并到「${topic.mergedInto.title}」。`}</Notice>}
      </Box>
    </Card>
  );
}

/** The six stages by name, the one it stands on marked. */
function Stages({ topic }: { topic: StaffTopic }) {
  const at = stageNo(topic.stage);
  if (at < 0) return null;
  return (
    <Box className="stack stack-1">
      <Box className="stage-line" spoken={{ hidden: true }}>
        {TOPIC_STAGES.map(({ code }, no) => (
          <Box
            key={code}
            className={`stage-bit ${no < at ? 'stage-done' : ''} ${no === at ? 'stage-now' : ''}`}
          />
        ))}
      </Box>
      <Text className="t13 quiet block">
        {TOPIC_STAGES.map(({ word }, no) => (no === at ? `● ${word}` : word)).join(' — ')}
      </Text>
    </Box>
  );
}

/** True while it is talked over face to face. */
function talks({ status }: StaffTopic): boolean {
  return ['under_review', 'endorsing', 'announced', 'deliberating'].includes(status);
}

/** The desks of this topic that are of use now. */
function WorkRows({ topic, permissions }: { topic: StaffTopic; permissions: readonly Permission[] }) {
  const { id, status } = topic;
  const may = (permission: Permission): boolean => permissions.includes(permission);
  const counts = talks(topic) || ['voting', 'counted', 'publicised'].includes(status) || topic.tally !== null;
  const follows =
    ['publicised', 'effective', 'implementing', 'evaluated'].includes(status) || topic.followUps > 0;
  const row =
    (page: string): (() => void) =>
    () =>
      open(`pages-hall-desk/${page}`, { topic: id });
  return (
    <Section title="这个议题的事">
      <Card className="card-flush">
        {(talks(topic) || topic.meetings > 0) && (
          <ListRow
            icon="people"
            title="会议"
            value={topic.meetings === 0 ? '还没有' : `${topic.meetings} 次`}
            onTap={row('meetings')}
            testId="to-meetings"
          />
        )}
        {(['announced', 'deliberating'].includes(status) || topic.minutes) && (
          <ListRow icon="edit" title="协商纪要" onTap={row('minutes')} testId="to-minutes" />
        )}
        {counts && may('ballots.enter') && (
          <ListRow
            icon="vote"
            title={topic.rollSize === null ? '代录发言' : '计票室'}
            detail="电话和纸面的选票、发言也在这里录入"
            onTap={row('counting')}
            testId="to-counting"
          />
        )}
        {topic.objections.total > 0 && (
          <ListRow
            icon="flag"
            title="异议"
            value={topic.objections.open > 0 ? `${topic.objections.open} 条待答复` : '都答复了'}
            onTap={() => open('pages-hall-desk/objections', { code: topic.community.code })}
          />
        )}
        {follows && may('followups.manage') && (
          <ListRow
            icon="clock"
            title="督办"
            value={topic.followUps === 0 ? '还没有' : `${topic.followUps} 项`}
            onTap={row('topic-follow-ups')}
            testId="to-follow-ups"
          />
        )}
        <ListRow
          icon="shield"
          title="存证"
          value={`${topic.record.seq} 条`}
          onTap={() => open('pages-halls/record', { id })}
        />
        {may('records.erase') && (
          <ListRow icon="ban" title="依法删除" onTap={row('erase')} testId="to-erase" />
        )}
        <ListRow icon="eye" title="居民看到的样子" onTap={() => open('pages-halls/topic', { id })} />
      </Card>
    </Section>
  );
}

function RulesCard({ rules, size }: { rules: NonNullable<StaffTopic['rules']>; size: number | null }) {
  return (
    <Section title="定下的规则">
      <Card>
        <Box className="stack stack-2">
          <Text className="strong block">{`${rules.name}${rules.secret ? ' · 无记名' : ''}`}</Text>
          {size !== null && <Text className="block">{`名册共 ${grouped(size)} 票，公告后不能再改。`}</Text>}
          {rules.sentences.map((sentence) => (
            <Text key={sentence} className="t15 block">
              {sentence}
            </Text>
          ))}
          <Text className="t13 quiet block">{rules.basis}</Text>
        </Box>
      </Card>
    </Section>
  );
}
