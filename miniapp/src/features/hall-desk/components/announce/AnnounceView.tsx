import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { Empty, QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { back } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { announce, useRollPreview } from '../../api/rolls';
import { useStaffTopic } from '../../api/topics';
import type { StaffTopic } from '../../api/types';
import { FreezeStep } from './FreezeStep';
import { PreviewStep } from './PreviewStep';
import { RollStep } from './RollStep';
import { RulesStep } from './RulesStep';
import { Chosen } from './Chosen';
import { choiceOf, EMPTY_WIZARD, hasRoll, type Wizard } from './wizard';
import '../../hall-desk.scss';

const STEPS = ['谁来议', '按什么规则', '看一遍', '公告'] as const;

/** From whom the roll includes to freezing it: four steps, each of which can be gone back on until the last. */
export function AnnounceView({ topicId }: { topicId: string }) {
  const query = useStaffTopic(topicId);
  const [announced, setAnnounced] = useState(false);
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={5} />}>
      {(topic) => {
        if (announced) return <Done topic={topic} />;
        const item = topic.staffActions.find(({ act }) => act === 'announce');
        if (item === undefined) {
          return (
            <Empty
              icon="lock"
              title="这个议题现在不用公告"
              hint="深入议的议题，附议够了以后才公告名册和规则。"
              action={<Button onTap={back}>回去</Button>}
            />
          );
        }
        return (
          <>
            {!item.allowed && (
              <Notice tone="wait">{`可以先看一遍，公告还差：${item.unmet.join('、')}。`}</Notice>
            )}
            <Steps topic={topic} allowed={item.allowed} onAnnounced={() => setAnnounced(true)} />
          </>
        );
      }}
    </QueryState>
  );
}

interface StepsProps {
  topic: StaffTopic;
  allowed: boolean;
  onAnnounced: () => void;
}

function Steps({ topic, allowed, onAnnounced }: StepsProps) {
  const [step, setStep] = useState(0);
  const [wizard, setWizard] = useState<Wizard>(EMPTY_WIZARD);
  const [changed, setChanged] = useState(false);
  const choice = choiceOf(wizard);
  const preview = useRollPreview(topic.id, step >= 2 ? choice : null);
  const act = useAction(announce, async () => {
    onAnnounced();
    scrollToTop();
    await refreshHallDesk();
  });
  const go = (next: number): void => {
    setStep(next);
    scrollToTop();
  };
  const freeze = async (): Promise<void> => {
    const hash = preview.data?.hash;
    if (choice === null || hash === undefined) return;
    await act.run({ id: topic.id, ...choice, hash });
  };
  const rollChanged = act.error?.code === 'ROLL_CHANGED';
  const lookAgain = async (): Promise<void> => {
    act.reset();
    setChanged(true);
    await preview.refetch();
    go(2);
  };
  const sound = preview.data !== undefined && preview.data.faults.length === 0;
  const ready = [hasRoll(wizard), choice !== null, sound][step] ?? false;
  return (
    <Box className="columns">
      <Box className="stack stack-6">
        <Box className="stack stack-1">
          <Text className="t13 quiet block">{topic.title}</Text>
          <Text className="t20 block" testId="announce-step">
            {`第 ${step + 1} 步，共 ${STEPS.length} 步：${STEPS[step] ?? ''}`}
          </Text>
        </Box>
        {step === 0 && <RollStep topic={topic} wizard={wizard} onChange={setWizard} />}
        {step === 1 && <RulesStep wizard={wizard} onChange={setWizard} />}
        {step === 2 && (
          <>
            {changed && (
              <Notice tone="wait" testId="roll-changed">
                名单刚刚变了，下面是现在的。请重新看一遍再公告。
              </Notice>
            )}
            <PreviewStep query={preview} wizard={wizard} />
          </>
        )}
        {step === 3 && preview.data !== undefined && (
          <FreezeStep
            preview={preview.data}
            wizard={wizard}
            error={act.error}
            allowed={allowed}
            onLookAgain={rollChanged ? lookAgain : null}
            onFreeze={freeze}
          />
        )}
        <Box className="decide">
          {step > 0 && (
            <Button wide icon="back" onTap={() => go(step - 1)} testId="step-back">
              上一步
            </Button>
          )}
          {step < 3 && (
            <Button kind="primary" wide disabled={!ready} onTap={() => go(step + 1)} testId="step-on">
              下一步
            </Button>
          )}
        </Box>
      </Box>
      <Box className="sticky">
        <Chosen wizard={wizard} />
      </Box>
    </Box>
  );
}

function Done({ topic }: { topic: StaffTopic }) {
  return (
    <Box className="stack" testId="announced">
      <Notice tone="good">公告发出去了，名册里的人会收到消息。名册和规则不能再改。</Notice>
      <Card>
        <Box className="stack stack-2">
          <Text className="t17 strong block">{topic.title}</Text>
          <Text className="block">公告期满后自动开始协商，到时可以召开会议。</Text>
        </Box>
      </Card>
      <Button kind="primary" wide onTap={back}>
        回到议题
      </Button>
    </Box>
  );
}
