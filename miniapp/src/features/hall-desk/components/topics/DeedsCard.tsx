import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { open } from '@/lib/navigate';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { actOnTopic, type TopicDeed } from '../../api/topics';
import type { StaffAct, StaffTopic } from '../../api/types';
import { CONSEQUENCES, DEED_ICONS, DEED_PAGES, inOrder, isGrave, nextDeed, wayOf } from '../../deeds';
import { ACT_REASONS, ANSWER_STARTS } from '../../reasons';
import { ConfirmForm } from '../ConfirmForm';
import { MergeForm } from './MergeForm';

const REASON_MAX = 300;
const ANSWER_MAX = 2000;

interface Props {
  topic: StaffTopic;
  onDone: (told: string) => void;
}

/** What staff may do with a topic now, each with what it still needs. */
export function DeedsCard({ topic, onDone }: Props) {
  const [asked, setAsked] = useState<StaffAct | null>(null);
  const act = useAction(
    (deed: TopicDeed, key) => actOnTopic(topic.id, deed, key),
    async (_topic, deed) => {
      setAsked(null);
      onDone(`「${topic.title}」：${wordOf(topic, deed)}，办好了。`);
      await refreshHallDesk();
    },
  );
  const first = nextDeed(topic.staffActions, topic);
  const begin = (item: StaffAct): void => {
    act.reset();
    const page = DEED_PAGES[item.act];
    if (page === 'objections') open('pages-hall-desk/objections', { code: topic.community.code });
    else if (page === undefined) setAsked(item);
    else open(`pages-hall-desk/${page}`, { topic: topic.id });
  };
  if (topic.staffActions.length === 0) {
    return <Text className="quiet block">现在没有要你办的事。</Text>;
  }
  return (
    <Section title="可以办的">
      <Card>
        <Box className="stack stack-3" testId="deeds">
          {act.error && asked === null && <Refusal error={act.error} />}
          {inOrder(topic.staffActions, first).map((item) => (
            <Box key={item.act} className="stack stack-1">
              <Button
                wide
                kind={item === first ? 'primary' : 'plain'}
                icon={DEED_ICONS[item.act]}
                disabled={!item.allowed}
                onTap={() => begin(item)}
                testId={`deed-${item.act}`}
              >
                {item.word}
              </Button>
              {item.unmet.length > 0 && (
                <Text className="t13 quiet block unmet">{`还差：${item.unmet.join('、')}`}</Text>
              )}
            </Box>
          ))}
        </Box>
      </Card>
      {asked !== null && (
        <Sheet title={asked.word} open onClose={() => setAsked(null)}>
          <DeedForm
            item={asked}
            topic={topic}
            error={act.error}
            onConfirm={act.run}
            onLeave={() => setAsked(null)}
          />
        </Sheet>
      )}
    </Section>
  );
}

interface FormProps {
  item: StaffAct;
  topic: StaffTopic;
  error: ReturnType<typeof useAction>['error'];
  onConfirm: (deed: TopicDeed) => Promise<unknown>;
  onLeave: () => void;
}

function DeedForm({ item: { act, word }, topic, error, onConfirm, onLeave }: FormProps) {
  const hint = CONSEQUENCES[act] ?? '';
  switch (wayOf(act)) {
    case 'answer':
      return (
        <ReasonForm
          kind="primary"
          label="答复"
          ready={ANSWER_STARTS}
          hint={hint}
          word="答复，告诉提出的人"
          error={error}
          maxLength={ANSWER_MAX}
          onConfirm={(answer) => onConfirm({ act, answer })}
        />
      );
    case 'merge':
      return (
        <MergeForm
          topic={topic}
          error={error}
          onConfirm={(targetId, reason) => onConfirm({ act, targetId, reason })}
        />
      );
    case 'reason':
      return (
        <ReasonForm
          kind={isGrave(act) ? 'danger' : 'primary'}
          label="理由"
          ready={ACT_REASONS[act] ?? []}
          hint={hint}
          word={word}
          error={error}
          maxLength={REASON_MAX}
          onConfirm={(reason) => onConfirm({ act, reason })}
        />
      );
    default:
      return (
        <ConfirmForm
          word={word}
          kind={isGrave(act) ? 'danger' : 'primary'}
          error={error}
          onConfirm={() => onConfirm({ act })}
          onLeave={onLeave}
        >
          {hint}
        </ConfirmForm>
      );
  }
}

function wordOf(topic: StaffTopic, { act }: TopicDeed): string {
  return topic.staffActions.find((item) => item.act === act)?.word ?? '';
}
