import type { Permission } from '@jiefang/shared/permissions';
import { useEffect } from 'react';
import { Box, Text } from '@/components/base';
import { Card, Section } from '@/components/Card';
import { Fact } from '@/components/Fact';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { RouteMap } from '@/components/route-map/RouteMap';
import { RuleList } from '@/components/RuleList';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import { TaskTags } from '@/components/TaskTags';
import type { IconName } from '@/components/Icon';
import { distanceWord } from '@/components/places';
import { spoken } from '@/lib/time';
import { useStaffTask } from '../../api/tasks';
import type { StaffTask } from '../../api/types';
import { useTaskNotes } from '../../hooks/useTaskNotes';
import { PublishBar, TaskDeeds } from './TaskDeeds';
import { TaskShifts } from './TaskShifts';

/** One task: how its shifts stand, what volunteers read, and what may be done with it. */
export function TaskView({
  id,
  permissionsAt,
}: {
  id: string;
  /** What the reader may do at a division. */
  permissionsAt: (code: string) => readonly Permission[];
}) {
  const query = useStaffTask(id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={3} lines={4} />}>
      {(task) => (
        <>
          <Told id={task.id} />
          <Box className="columns">
            <Box className="stack stack-6">
              <Head task={task} />
              <TaskShifts task={task} permissions={permissionsAt(task.community.code)} />
            </Box>
            <Box className="stack stack-6">
              <TaskDeeds task={task} />
              <WhatTheyRead task={task} />
            </Box>
          </Box>
          <PublishBar task={task} />
        </>
      )}
    </QueryState>
  );
}

/** What has just been done, until one leaves the page. */
function Told({ id }: { id: string }) {
  const { note, forget } = useTaskNotes();
  useEffect(() => forget, [forget]);
  if (note?.id !== id) return null;
  return (
    <Notice tone="good" testId="told">
      {note.text}
    </Notice>
  );
}

const STATUS: Record<StaffTask['status'], { word: string; tone: Tone; icon: IconName }> = {
  draft: { word: '草稿，居民看不到', tone: 'wait', icon: 'edit' },
  published: { word: '已发布', tone: 'good', icon: 'check' },
  cancelled: { word: '已取消', tone: 'bad', icon: 'ban' },
};

function Head({ task }: { task: StaffTask }) {
  const { word, ...look } = STATUS[task.status];
  return (
    <Box className="stack stack-2">
      <Text className="t26 block">{task.title}</Text>
      <Box className="row row-wrap">
        <Tag {...look}>{word}</Tag>
        <TaskTags task={task} />
      </Box>
      <Text className="t13 quiet block">
        {[
          `${task.createdBy?.nickname ?? '同事'}写于 ${spoken(task.createdAt)}`,
          ...(task.publishedAt === null ? [] : [`发布于 ${spoken(task.publishedAt)}`]),
        ].join(' · ')}
      </Text>
      {task.cancelReason !== null && <Text className="block">{`取消原因：${task.cancelReason}`}</Text>}
    </Box>
  );
}

/** The task in the words volunteers find it in. */
function WhatTheyRead({ task }: { task: StaffTask }) {
  const { route, contact } = task;
  return (
    <>
      <Section title="任务内容">
        <Card>
          <Box className="stack stack-2">
            {task.intro !== '' && <Text className="block pre">{task.intro}</Text>}
            <Fact icon="place">{`${task.placeName}，${task.address}，${task.geofenceMetres} 米以内算到`}</Fact>
            {task.gatherNote !== '' && <Fact icon="info">{task.gatherNote}</Fact>}
            <Fact icon="person">{`${contact.name}，${contact.phone}`}</Fact>
            {task.riskNotice !== '' && <Fact icon="alert">{`风险告知：${task.riskNotice}`}</Fact>}
            {task.insured && (
              <Fact icon="shield">
                {task.insuranceNote === '' ? '已经为参加的志愿者买了保险。' : task.insuranceNote}
              </Fact>
            )}
          </Box>
        </Card>
      </Section>
      {route !== null && (
        <Section title="路线">
          <Card>
            <Box className="stack stack-2">
              <RouteMap
                label="任务路线"
                route={route.line}
                checkpoints={route.checkpoints.map((point) => ({ ...point, reached: null }))}
              />
              <Text className="t13 quiet block">
                {`全长约 ${distanceWord(route.lengthMetres)}，${route.checkpoints.length} 个打卡点。`}
              </Text>
            </Box>
          </Card>
        </Section>
      )}
      <Section title="规则">
        <Card>
          <RuleList rules={task.rules} />
        </Card>
      </Section>
    </>
  );
}
