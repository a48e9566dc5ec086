import { OPINION_MAX, STANCE_WORDS, type Stance } from '@jiefang/shared/topics';
import { textFault, textFaultWords } from '@jiefang/shared/texts';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { opinionsChanged, speak } from '../../api/opinions';
import type { Opinion } from '../../api/types';
import { useDraft } from '../../hooks/useDraft';
import { StanceChoice } from './StanceChoice';

interface Props {
  topicId: string;
  /** Chosen on the page already. */
  stance: Stance | null;
  /** The opinion that is answered. */
  parent?: Opinion | undefined;
  onClose: () => void;
}

interface Draft {
  stance: Stance | null;
  text: string;
}

/** Says something, position first. What is written stays on the phone until it is sent. */
export function SpeakSheet({ topicId, stance, parent, onClose }: Props) {
  const draft = useDraft<Draft>(`opinion.${topicId}.${parent?.id ?? ''}`, { stance: null, text: '' });
  const [chosen, choose] = useState(stance ?? draft.value.stance);
  const [fault, setFault] = useState<string>();
  const send = useAction(speak, opinionsChanged);
  const { text } = draft.value;
  const submit = async (): Promise<void> => {
    const found = chosen === null ? '先选赞成、反对或中立。' : faultOf(text);
    setFault(found);
    if (found !== undefined || chosen === null) return;
    const said = await send.run({
      topicId,
      stance: chosen,
      text: text.trim(),
      ...(parent === undefined ? {} : { parentId: parent.id }),
    });
    if (said === undefined) return;
    draft.clear();
    if (said.status !== 'held') onClose();
  };
  if (send.result?.status === 'held') return <Held onClose={onClose} />;
  return (
    <Sheet title={parent === undefined ? '说说我的看法' : '回复'} open onClose={onClose}>
      {parent !== undefined && (
        <Box className="quote">
          <Text className="t13 quiet block">
            {parent.author?.nickname} · {STANCE_WORDS[parent.stance]}
          </Text>
          <Text className="block pre">{clip(parent.text ?? '')}</Text>
        </Box>
      )}
      <StanceChoice
        value={chosen}
        onChange={(next) => {
          setFault(undefined);
          choose(next);
          draft.change({ stance: next });
        }}
      />
      <TextField
        label="理由"
        multiline
        value={text}
        onInput={(next) => {
          setFault(undefined);
          draft.change({ text: next });
        }}
        maxLength={OPINION_MAX}
        placeholder="说清为什么，别人才好商量"
        hint={draft.restored ? '上次没写完的还在。' : '写到一半也不会丢。会公开显示昵称。'}
        error={fault}
      />
      {send.error !== null && <Refusal error={send.error} />}
      <Button kind="primary" wide icon="talk" onTap={submit} testId="send-opinion">
        {parent === undefined ? '发言' : '回复'}
      </Button>
    </Sheet>
  );
}

/** The text waits for a person: nobody but its writer sees it yet. */
function Held({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="正在查看" open onClose={onClose}>
      <Notice tone="wait" icon="hourglass" testId="opinion-held">
        你的发言收到了，正在查看，看过就会显示。现在只有你自己看得到，结果会发到「消息」里。
      </Notice>
      <Button wide onTap={onClose}>
        知道了
      </Button>
    </Sheet>
  );
}

const QUOTED = 80;
function clip(text: string): string {
  const letters = [...text];
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join('')}…` : text;
}

/** What is wrong with an opinion's text, in words; undefined when it can be sent. */
export function faultOf(text: string): string | undefined {
  const fault = textFault(text, OPINION_MAX);
  return fault === null ? undefined : textFaultWords(fault, OPINION_MAX);
}
