import { shanghaiDay } from '@jiefang/shared/time';
import type { TaskStatus } from '@jiefang/shared/volunteering';
import { useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { TaskTag } from '@/components/TaskTags';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useDivisionPages } from '../../api/desk';
import type { StaffTask } from '../../api/types';
import { comingShifts, countsOf } from './task-shifts';
import '@/components/tiles.scss';

const STATUSES: { value: TaskStatus; word: string }[] = [
  { value: 'published', word: '已发布' },
  { value: 'draft', word: '草稿' },
  { value: 'cancelled', word: '已取消' },
];
const AT_ONCE = 20;

/** A division's tasks by where they stand and the day they last until. */
export function TaskListView({ code }: { code: string }) {
  const today = shanghaiDay(useNow());
  const [status, setStatus] = useState<TaskStatus>('published');
  const [from, setFrom] = useState(today);
  const query = useDivisionPages<StaffTask>(code, 'tasks', {
    status,
    from: status === 'published' && from !== '' ? from : null,
  });
  const write = (): void => open('pages-coordinator/task-edit', { code });
  return (
    <>
      <Segmented label="看哪些" options={STATUSES} value={status} onChange={setStatus} />
      {status === 'published' && (
        <Field label="哪天以后还有班次" hint={from === '' ? '所有的任务都在这里。' : undefined}>
          <Box className="row">
            <Box className="other-day">
              <Input kind="date" label="哪天以后还有班次" value={from} onInput={setFrom} placeholder="不限" />
            </Box>
            {from === '' ? (
              <Button onTap={() => setFrom(today)}>只看没结束的</Button>
            ) : (
              <Button onTap={() => setFrom('')}>也看以前的</Button>
            )}
          </Box>
        </Field>
      )}
      <PagedList
        key={`${status}${from}`}
        query={query}
        keyOf={(task) => task.id}
        className="grid-2"
        most={AT_ONCE}
        skeleton={<Skeleton count={3} lines={4} />}
        empty={<NoTasks status={status} />}
        render={(task) => <TaskCard task={task} />}
      />
      <DeskFooter>
        <Button kind="primary" wide icon="plus" onTap={write} testId="new-task">
          新任务
        </Button>
      </DeskFooter>
    </>
  );
}

function NoTasks({ status }: { status: TaskStatus }) {
  if (status === 'draft') {
    return <Empty icon="edit" title="没有草稿" hint="新写的、复制的任务先在这里，看好了再发布。" />;
  }
  if (status === 'cancelled') return <Empty icon="list" title="没有取消过的任务" />;
  return <Empty icon="heart" title="这里还没有任务" hint="发布以后，志愿者就能在志愿页看到并认领。" />;
}

function TaskCard({ task }: { task: StaffTask }) {
  const now = useNow();
  const coming = comingShifts(task.shifts, now);
  const next = coming[0];
  const { claimed, capacity, waiting, submitted } = countsOf(coming.length > 0 ? coming : task.shifts);
  return (
    <Card
      className="tile"
      onTap={() => open('pages-coordinator/task', { id: task.id })}
      label={`${task.title}，认领 ${claimed} / ${capacity}`}
      testId="task-card"
    >
      <Box className="row row-between row-top">
        <Text className="t17 strong grow">{task.title}</Text>
        <TaskTag task={task} />
      </Box>
      <Box className="row t15">
        <Icon name="clock" className="quiet" />
        <Text className="num">
          {next === undefined
            ? task.shifts.length === 0
              ? '还没有班次'
              : '班次都结束了'
            : `${spokenRange(next.startsAt, next.endsAt, now)}${coming.length > 1 ? ` 等 ${coming.length} 个班次` : ''}`}
        </Text>
      </Box>
      <Box className="row row-top t13 quiet">
        <Icon name="place" />
        <Text className="grow">{`${task.placeName} · ${task.community.name}`}</Text>
      </Box>
      {task.status === 'cancelled' && task.cancelReason !== null && (
        <Text className="t13 block">{`取消原因：${task.cancelReason}`}</Text>
      )}
      <Box className="row row-wrap tile-foot">
        {capacity > 0 && (
          <Tag
            tone={claimed < capacity ? 'free' : 'plain'}
            icon="people"
          >{`认领 ${claimed} / ${capacity}`}</Tag>
        )}
        {waiting > 0 && <Tag icon="queue">{`${waiting} 人候补`}</Tag>}
        {submitted > 0 && <Tag tone="wait" icon="hourglass">{`${submitted} 人等核实`}</Tag>}
      </Box>
    </Card>
  );
}
