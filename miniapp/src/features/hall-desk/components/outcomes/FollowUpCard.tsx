import { PROMISE_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Attachments } from '@/components/Attachments';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Sheet } from '@/components/Sheet';
import { Tag } from '@/components/Tag';
import { fullDay, spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshHallDesk } from '../../api/desk';
import { dropFollowUp, reportFollowUp, type FollowUpReport } from '../../api/outcomes';
import type { FollowUp } from '../../api/types';
import { DROP_REASONS } from '../../reasons';
import { PROMISE_LOOKS } from '../../words';
import { ReportForm } from './ReportForm';
import '../../hall-desk.scss';

type Step = 'progress' | 'done' | 'drop';

interface Props {
  followUp: FollowUp;
  topic: { id: string; title: string };
  /** Said where promises of several topics stand beside one another. */
  withTopic?: boolean;
  onTold: (told: string) => void;
}

/** One promise with how far it is, and what is reported of it. */
export function FollowUpCard({ followUp, topic, withTopic = false, onTold }: Props) {
  const now = useNow();
  const [step, setStep] = useState<Step | null>(null);
  const { id, title, status, state } = followUp;
  const done = async (told: string): Promise<void> => {
    setStep(null);
    onTold(told);
    await refreshHallDesk();
  };
  const report = useAction(reportFollowUp, (_done, { do: act }) =>
    done(act === 'done' ? `「${title}」办结了，请大家评价。` : `「${title}」的进展记下了。`),
  );
  const drop = useAction(
    (reason: string, key) => dropFollowUp(id, reason, key),
    () => done(`「${title}」不办了，理由对大家公开。`),
  );
  const begin = (next: Step): void => {
    report.reset();
    drop.reset();
    setStep(next);
  };
  const send = (act: FollowUpReport['do']) => (text: string, photoIds: string[]) =>
    report.run({ id, do: act, text, photoIds });
  return (
    <Card testId={`follow-up-${id}`}>
      <Box className="stack stack-3">
        <Box className="row row-between row-top">
          <Text className="t17 strong grow">{title}</Text>
          <Tag {...PROMISE_LOOKS[state]}>{PROMISE_WORDS[state]}</Tag>
        </Box>
        <Box className="stack stack-1">
          {withTopic && <NamedFact name="议题">{topic.title}</NamedFact>}
          <NamedFact name="谁来办">{followUp.responsible}</NamedFact>
          <NamedFact name="期限">{fullDay(followUp.dueOn)}</NamedFact>
          {followUp.doneOn !== null && <NamedFact name="办结">{fullDay(followUp.doneOn)}</NamedFact>}
          {followUp.dropReason !== null && <NamedFact name="不办了">{followUp.dropReason}</NamedFact>}
          {followUp.rating.count > 0 && (
            <NamedFact name="评价">{`${followUp.rating.count} 人，平均 ${followUp.rating.average ?? 0} 星`}</NamedFact>
          )}
        </Box>
        {followUp.progress.map(({ text, photos, at }) => (
          <Box key={at} className="said stack stack-2">
            <Text className="t13 quiet num block">{spoken(at, now)}</Text>
            <Text className="pre block">{text}</Text>
            <Attachments items={photos} what={title} />
          </Box>
        ))}
        {status === 'open' && (
          <>
            <Box className="decide">
              <Button wide icon="edit" onTap={() => begin('progress')} testId="report-progress">
                记进展
              </Button>
              <Button wide icon="check" onTap={() => begin('done')} testId="report-done">
                办结
              </Button>
            </Box>
            <Button small kind="quiet" icon="ban" onTap={() => begin('drop')} label={`${title}不办了`}>
              不办了，说明理由
            </Button>
          </>
        )}
      </Box>
      <Sheet
        title={step === 'done' ? '办结' : '记进展'}
        open={step === 'progress' || step === 'done'}
        onClose={() => setStep(null)}
      >
        {(step === 'progress' || step === 'done') && (
          <ReportForm
            key={step}
            topicId={topic.id}
            finishing={step === 'done'}
            error={report.error}
            onConfirm={send(step)}
          />
        )}
      </Sheet>
      <Sheet title="不办了" open={step === 'drop'} onClose={() => setStep(null)}>
        <ReasonForm
          ready={DROP_REASONS}
          hint="大家会看到理由，这一项算没有兑现。"
          word="不办了，公开理由"
          error={drop.error}
          onConfirm={(reason) => drop.run(reason)}
        />
      </Sheet>
    </Card>
  );
}
