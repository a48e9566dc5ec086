import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Sheet } from '@/components/Sheet';
import { Tag, type Tone } from '@/components/Tag';
import type { IconName } from '@/components/Icon';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshHallDesk } from '../../api/desk';
import { confirmOnPaper } from '../../api/meetings';
import type { Confirmation, Minutes, Sentence, StaffTopic } from '../../api/types';
import { PaperForm } from './PaperForm';

interface Props {
  topic: StaffTopic;
  minutes: Minutes;
  onDone: (told: string) => void;
}

/** Minutes that were sent: their sentences, and who confirmed them. */
export function MinutesSheet({ topic, minutes, onDone }: Props) {
  const now = useNow();
  const confirmed = minutes.status === 'confirmed';
  return (
    <Box className="columns columns-even">
      <Box className="stack stack-6">
        <Sentences title="商量的结果" sentences={minutes.sentences} />
        {minutes.minority.length > 0 && <Sentences title="少数人的意见" sentences={minutes.minority} />}
      </Box>
      <Section title="谁确认了">
        <Text className="block">
          {confirmed
            ? '确认好了，可以定稿。'
            : `等参会的人确认${minutes.confirmUntil === null ? '' : `，到 ${spoken(minutes.confirmUntil, now)} 为止`}。没有答复的，不算同意。`}
        </Text>
        {minutes.confirmations.length === 0 && (
          <Text className="quiet block">没有签到的人，发出就算确认。</Text>
        )}
        {minutes.confirmations.map((one) => (
          <ConfirmationCard
            key={one.attendeeId}
            one={one}
            code={topic.community.code}
            waiting={minutes.status === 'confirming'}
            onDone={onDone}
          />
        ))}
      </Section>
    </Box>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly Sentence[] }) {
  return (
    <Section title={title}>
      <Card>
        {sentences.map(({ text, cites }, no) => (
          <Box key={no} className="minute-line">
            <Text className="pre block">{text}</Text>
            {cites.map((cite) => (
              <Text key={`${cite.kind}${cite.id}`} className="t13 quiet block">
                {`依据：${cite.label}`}
              </Text>
            ))}
          </Box>
        ))}
      </Card>
    </Section>
  );
}

function lookOf({ agrees }: Confirmation): { tone: Tone; icon: IconName; word: string } {
  if (agrees === null) return { tone: 'wait', icon: 'hourglass', word: '未答复' };
  return agrees
    ? { tone: 'good', icon: 'check', word: '属实' }
    : { tone: 'bad', icon: 'close', word: '有不同意见' };
}

interface ConfirmationProps {
  one: Confirmation;
  code: string;
  waiting: boolean;
  onDone: (told: string) => void;
}

function ConfirmationCard({ one, code, waiting, onDone }: ConfirmationProps) {
  const [asking, setAsking] = useState(false);
  const { tone, icon, word } = lookOf(one);
  const act = useAction(confirmOnPaper, async () => {
    setAsking(false);
    onDone(`${one.name}的纸面确认记下了。`);
    await refreshHallDesk();
  });
  return (
    <Card testId={`confirmation-${one.attendeeId}`}>
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="strong grow">{one.name}</Text>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        </Box>
        {one.comment !== null && one.comment !== '' && (
          <Text className="t15 pre block">{`「${one.comment}」`}</Text>
        )}
        {one.agrees !== null && one.method === 'paper' && <Text className="t13 quiet block">纸面签字</Text>}
        {one.agrees === null && waiting && (
          <Button small icon="edit" onTap={() => setAsking(true)} label={`${one.name}在纸上签了`}>
            在纸上签了
          </Button>
        )}
      </Box>
      <Sheet title={`${one.name}的纸面确认`} open={asking} onClose={() => setAsking(false)}>
        <PaperForm
          code={code}
          error={act.error}
          onConfirm={(answer) => act.run({ attendeeId: one.attendeeId, ...answer })}
        />
      </Sheet>
    </Card>
  );
}
