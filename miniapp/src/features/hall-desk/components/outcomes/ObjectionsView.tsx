import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { DecisionList } from '@/components/desk/DecisionList';
import { Empty } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { waited } from '@/lib/waited';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { useDivisionPages } from '../../api/desk';
import { answerObjection } from '../../api/outcomes';
import type { StaffObjection } from '../../api/types';
import { OBJECTION_DISMISSED, OBJECTION_UPHELD } from '../../reasons';
import { AnswerForm } from './AnswerForm';
import '../../hall-desk.scss';

/** Objections to publicised results that wait for an answer, the oldest first. */
export function ObjectionsView({ code }: { code: string }) {
  const query = useDivisionPages<StaffObjection>(code, 'topic-objections');
  return (
    <DecisionList
      query={query}
      keyOf={({ id }) => id}
      empty={<Empty icon="flag" title="没有等答复的异议" hint="公示期里有人提异议，会出现在这里。" />}
      render={(item, onDecided) => <ObjectionCard item={item} onDecided={onDecided} />}
    />
  );
}

function ObjectionCard({ item, onDecided }: { item: StaffObjection; onDecided: (told: string) => void }) {
  const now = useNow();
  const [step, setStep] = useState<'upheld' | 'dismissed' | null>(null);
  const act = useAction(answerObjection, async (_done, { decision }) => {
    setStep(null);
    onDecided(
      decision === 'upheld' ? '异议成立，议题中止了，查清后再恢复。' : '答复了，提异议的人会收到消息。',
    );
    await refreshHallDesk();
  });
  const begin = (decision: 'upheld' | 'dismissed'): void => {
    act.reset();
    setStep(decision);
  };
  return (
    <Card testId={`objection-${item.id}`}>
      <Box className="stack stack-3">
        <Box className="stack stack-1">
          <Text className="t17 strong block">{item.topic.title}</Text>
          <Text className="t13 quiet block">
            {[item.author?.nickname, spoken(item.createdAt, now), `等了 ${waited(item.createdAt, now)}`]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Box>
        <Box className="said">
          <Text className="pre block">{item.text ?? '这段话已经不显示。'}</Text>
        </Box>
        <Box className="row">
          <Button
            small
            icon="eye"
            onTap={() => open('pages-hall-desk/topic', { id: item.topic.id })}
            label={`看议题 ${item.topic.title}`}
          >
            看议题
          </Button>
        </Box>
        {item.actions.includes('answer') ? (
          <Box className="decide">
            <Button kind="danger" wide icon="flag" onTap={() => begin('upheld')} testId="uphold">
              成立
            </Button>
            <Button wide icon="check" onTap={() => begin('dismissed')} testId="dismiss">
              不成立，答复
            </Button>
          </Box>
        ) : (
          <Text className="t13 quiet block">这件事和你有关，要由另一位同事答复。</Text>
        )}
      </Box>
      <Sheet
        title={step === 'upheld' ? '异议成立' : '答复异议'}
        open={step !== null}
        onClose={() => setStep(null)}
      >
        {step !== null && (
          <AnswerForm
            ready={step === 'upheld' ? OBJECTION_UPHELD : OBJECTION_DISMISSED}
            hint={step === 'upheld' ? '议题马上中止。答复对大家公开。' : '答复对大家公开，提异议的人会收到。'}
            word={step === 'upheld' ? '成立，中止议题' : '答复'}
            kind={step === 'upheld' ? 'danger' : 'primary'}
            error={act.error}
            onConfirm={(answer) => act.run({ id: item.id, decision: step, answer })}
          />
        )}
      </Sheet>
    </Card>
  );
}
