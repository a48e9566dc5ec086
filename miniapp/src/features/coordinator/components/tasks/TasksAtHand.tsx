import { shanghaiDay } from '@jiefang/shared/time';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, ListRow, Section, TextLink } from '@/components/Card';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { open } from '@/lib/navigate';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { useDivisionPages } from '../../api/desk';
import type { StaffTask } from '../../api/types';
import { comingShifts, countsOf } from './task-shifts';

const MANY = 5;

/** The latest tasks of a division that still have shifts, on the workbench. */
export function TasksAtHand({ code }: { code: string }) {
  const now = useNow();
  const query = useDivisionPages<StaffTask>(code, 'tasks', { status: 'published', from: shanghaiDay(now) });
  return (
    <Section
      title="新近的任务"
      more={<TextLink onTap={() => open('pages-coordinator/tasks', { code })}>全部任务</TextLink>}
    >
      <QueryState
        query={query}
        skeleton={<Skeleton lines={4} />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <Empty
            icon="heart"
            title="现在没有任务"
            hint="发布以后，志愿者就能在志愿页看到并认领。"
            action={<Button onTap={() => open('pages-coordinator/task-edit', { code })}>写一个任务</Button>}
          />
        }
      >
        {(data) => (
          <Card className="card-flush">
            {data.pages[0]?.items.slice(0, MANY).map((task) => {
              const coming = comingShifts(task.shifts, now);
              const { claimed, capacity } = countsOf(coming);
              const next = coming[0];
              return (
                <ListRow
                  key={task.id}
                  title={task.title}
                  detail={
                    <Box>
                      <Text className="num">
                        {next === undefined ? '班次都结束了' : spokenRange(next.startsAt, next.endsAt, now)}
                      </Text>
                    </Box>
                  }
                  value={<Text className="num">{`认领 ${claimed} / ${capacity}`}</Text>}
                  onTap={() => open('pages-coordinator/task', { id: task.id })}
                />
              );
            })}
          </Card>
        )}
      </QueryState>
    </Section>
  );
}
