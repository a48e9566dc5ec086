import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { DecisionList } from '@/components/desk/DecisionList';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { StatusChip } from '@/components/StatusChip';
import { Empty } from '@/components/QueryState';
import { Sheet } from '@/components/Sheet';
import { fullDay } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { waited } from '@/lib/waited';
import { refreshCoordinator, useDivisionPages } from '../../api/desk';
import { answerObjection, type ObjectionAnswer } from '../../api/hours';
import type { StaffObjection } from '../../api/types';
import { DISMISSED_ANSWERS, UPHELD_ANSWERS } from '../reasons';
import '@/components/tiles.scss';

/** Objections to hours that are shown to everyone, the oldest first. */
export function ObjectionsView({ code }: { code: string }) {
  const query = useDivisionPages<StaffObjection>(code, 'objections');
  return (
    <DecisionList
      query={query}
      keyOf={(item) => item.id}
      empty={<Empty icon="check" title="没有等答复的异议" hint="公示期间，居民对时长有疑问会出现在这里。" />}
      render={(item, onDecided) => <ObjectionCard objection={item} onDecided={onDecided} />}
    />
  );
}

function ObjectionCard({
  objection,
  onDecided,
}: {
  objection: StaffObjection;
  onDecided: (told: string) => void;
}) {
  const { item, objector } = objection;
  const now = useNow();
  const [decision, setDecision] = useState<ObjectionAnswer['decision'] | null>(null);
  const act = useAction(answerObjection, async (_done, answer) => {
    setDecision(null);
    onDecided(
      answer.decision === 'upheld'
        ? `异议成立，${item.volunteer.name}的这条时长冲正了，两边都会收到消息。`
        : '异议不成立，已经答复提出的人。',
    );
    await refreshCoordinator();
  });
  return (
    <Card testId={`objection-${objection.id}`}>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong clip">{item.content}</Text>
          <Text className="t13 quiet fixed">{`等了 ${waited(objection.createdAt, now)}`}</Text>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="志愿者">{`${item.volunteer.name}  ${item.volunteer.number}`}</NamedFact>
          <NamedFact name="时长">{`${fullDay(item.day)}，${spokenHours(item.minutes)}`}</NamedFact>
          <NamedFact name="社区">{item.division.name}</NamedFact>
        </Box>
        <Box className="row row-wrap">
          <StatusChip of="hours" status={item.status} />
        </Box>
        <Box className="tile-reason">
          <Text className="pre block">{`${objector.nickname}：「${objection.text}」`}</Text>
        </Box>
        <Can
          do="answer"
          among={objection.actions}
          otherwise={<Text className="quiet block">这件事和你有关，要由另一位同事答复。</Text>}
        >
          <Box className="decide">
            <Button wide onTap={() => setDecision('dismissed')} testId="dismiss">
              不成立
            </Button>
            <Button wide kind="danger" icon="ban" onTap={() => setDecision('upheld')} testId="uphold">
              成立，冲正
            </Button>
          </Box>
        </Can>
      </Box>
      <Sheet title="异议成立，冲正这条时长" open={decision === 'upheld'} onClose={() => setDecision(null)}>
        <ReasonForm
          label="答复"
          ready={UPHELD_ANSWERS}
          hint="提出的人和志愿者都会看到这句话。"
          word={`冲正 ${spokenHours(item.minutes)}`}
          error={act.error}
          maxLength={200}
          onConfirm={(answer) => act.run({ id: objection.id, decision: 'upheld', answer })}
        />
      </Sheet>
      <Sheet title="异议不成立" open={decision === 'dismissed'} onClose={() => setDecision(null)}>
        <ReasonForm
          kind="primary"
          label="答复"
          ready={DISMISSED_ANSWERS}
          hint="提出的人会看到这句话。"
          word="这样答复"
          error={act.error}
          maxLength={200}
          onConfirm={(answer) => act.run({ id: objection.id, decision: 'dismissed', answer })}
        />
      </Sheet>
    </Card>
  );
}
