import { addDays, shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Field, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Skeleton } from '@/components/Skeleton';
import { fullDay } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshHallDesk } from '../../api/desk';
import { createFollowUp, useTopicFollowUps } from '../../api/outcomes';
import { useStaffTopic } from '../../api/topics';
import { FollowUpCard } from './FollowUpCard';

const MAKING = ['effective', 'implementing'];
const USUAL_DAYS = 30;

/** What was promised with one topic, and promising more of it. */
export function TopicFollowUpsView({ topicId }: { topicId: string }) {
  const topic = useStaffTopic(topicId);
  const query = useTopicFollowUps(topicId);
  const [told, setTold] = useState<string | null>(null);
  const tell = (text: string): void => {
    setTold(text);
    scrollToTop();
  };
  return (
    <QueryState query={topic} skeleton={<Skeleton count={2} lines={4} />}>
      {(found) => (
        <Box className="stack stack-6">
          {told !== null && <Notice tone="good">{told}</Notice>}
          <Text className="t20 block">{found.title}</Text>
          <Box className="columns">
            <QueryState
              query={query}
              skeleton={<Skeleton count={2} lines={4} />}
              isEmpty={({ items }) => items.length === 0}
              empty={
                <Empty
                  icon="flag"
                  title="还没有督办"
                  hint={
                    MAKING.includes(found.status)
                      ? '把说好要办的事一项项列出来，写明谁来办、哪天办好。'
                      : '公示期满、议题生效以后，在这里列出要办的事。'
                  }
                />
              }
            >
              {({ items }) => (
                <Box className="stack stack-3">
                  {items.map((item) => (
                    <FollowUpCard key={item.id} followUp={item} topic={found} onTold={tell} />
                  ))}
                </Box>
              )}
            </QueryState>
            {MAKING.includes(found.status) && <NewForm topicId={topicId} onTold={tell} />}
          </Box>
        </Box>
      )}
    </QueryState>
  );
}

function NewForm({ topicId, onTold }: { topicId: string; onTold: (told: string) => void }) {
  const today = shanghaiDay(useNow());
  const [title, setTitle] = useState('');
  const [responsible, setResponsible] = useState('');
  const [dueOn, setDueOn] = useState(() => addDays(today, USUAL_DAYS));
  const act = useAction(createFollowUp, async (_done, wish) => {
    setTitle('');
    onTold(`「${wish.title}」列进督办了，${fullDay(wish.dueOn)}前办好。`);
    await refreshHallDesk();
  });
  const late = dueOn <= today ? '期限要在今天以后。' : undefined;
  return (
    <Section title="列一项督办">
      <Card>
        <Box className="stack stack-3">
          <TextField
            label="办什么"
            value={title}
            onInput={setTitle}
            maxLength={80}
            placeholder="如：北门建 12 个充电位"
          />
          <TextField
            label="谁来办"
            value={responsible}
            onInput={setResponsible}
            maxLength={60}
            placeholder="单位的名字，如：西桥物业"
          />
          <Field label="哪天前办好" error={late}>
            <Input kind="date" label="哪天前办好" value={dueOn} min={addDays(today, 1)} onInput={setDueOn} />
          </Field>
          {act.error && <Refusal error={act.error} />}
          <Button
            kind="primary"
            wide
            icon="plus"
            disabled={title.trim().length < 2 || responsible.trim().length < 2 || late !== undefined}
            onTap={() => act.run({ topicId, title: title.trim(), responsible: responsible.trim(), dueOn })}
            testId="add-follow-up"
          >
            列进督办，对大家公开
          </Button>
        </Box>
      </Card>
    </Section>
  );
}
