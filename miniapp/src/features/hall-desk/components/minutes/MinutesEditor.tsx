import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { saveMinutes, sendMinutes } from '../../api/meetings';
import type { StaffTopic, TopicMinutes } from '../../api/types';
import { CitePicker } from './CitePicker';
import {
  draftOf,
  isChanged,
  plusSentence,
  saveFault,
  sendFault,
  toggleCite,
  withoutSentence,
  withSentence,
  written,
  type Draft,
  type Part,
} from './draft';
import { SentenceField } from './SentenceField';

interface Props {
  topic: StaffTopic;
  data: TopicMinutes;
  onDone: (told: string) => void;
}

/** Writes the minutes sentence by sentence, each with where it was said; saves them, and sends them to those who came. */
export function MinutesEditor({ topic, data, onDone }: Props) {
  const { minutes, minorityNeeded } = data;
  const [draft, setDraft] = useState<Draft>(() => draftOf(minutes));
  const [citing, setCiting] = useState<{ part: Part; no: number } | null>(null);
  const save = useAction(saveMinutes, async () => {
    onDone('纪要存好了，看过没有问题就请大家确认。');
    await refreshHallDesk();
  });
  const send = useAction(
    (_nothing: null, key) => sendMinutes(topic.id, key),
    async () => {
      onDone('发给参会的人了，48 小时内请他们确认。没有答复的，记为未答复，不算同意。');
      await refreshHallDesk();
    },
  );
  const change = (next: Draft): void => {
    setDraft(next);
    save.reset();
    send.reset();
  };
  const changed = isChanged(draft, minutes);
  const wrong = saveFault(draft);
  const unready = sendFault(data);
  const cited = citing === null ? undefined : draft[citing.part][citing.no];
  const part = (name: Part) => (
    <>
      {draft[name].map((sentence, no) => (
        <SentenceField
          // Sentences have no names of their own; they are not moved about.
          key={no}
          label={name === 'sentences' ? `第 ${no + 1} 句` : `少数意见第 ${no + 1} 句`}
          sentence={sentence}
          onText={(text) => change(withSentence(draft, name, no, { text }))}
          onCite={() => setCiting({ part: name, no })}
          onUncite={(cite) =>
            change(withSentence(draft, name, no, { cites: toggleCite(sentence.cites, cite) }))
          }
          onRemove={() => change(withoutSentence(draft, name, no))}
        />
      ))}
      <Button
        wide
        icon="plus"
        onTap={() => change(plusSentence(draft, name))}
        testId={name === 'sentences' ? 'add-sentence' : 'add-minority'}
      >
        {name === 'sentences' ? '加一句' : '加一句少数人的意见'}
      </Button>
    </>
  );
  return (
    <Box className="stack stack-6">
      <Box className="form-columns stack stack-6">
        <Section title="商量的结果">
          <Card>
            <Box className="stack stack-3">{part('sentences')}</Box>
          </Card>
        </Section>
        <Section title="少数人的意见">
          <Card>
            <Box className="stack stack-3">
              <Text className="t13 quiet block">
                {minorityNeeded
                  ? '有人赞成也有人反对，人少的一边怎么想，必须写进来，并引用是谁说的。'
                  : '现在大家的立场一致；有不同的想法也可以写。'}
              </Text>
              {part('minority')}
            </Box>
          </Card>
        </Section>
      </Box>
      <Box className="stack stack-3">
        {save.error && <Refusal error={save.error} />}
        {send.error && <Refusal error={send.error} />}
        {changed && wrong !== null && <Text className="t13 quiet block">{wrong}</Text>}
        {!changed && unready !== null && <Notice tone="wait">{unready}</Notice>}
        {changed ? (
          <Button
            kind="primary"
            wide
            icon="check"
            disabled={wrong !== null}
            onTap={() => save.run({ topicId: topic.id, no: minutes?.no ?? 0, ...written(draft) })}
            testId="save-minutes"
          >
            保存
          </Button>
        ) : (
          <Button
            kind="primary"
            wide
            icon="bell"
            disabled={unready !== null || minutes?.status !== 'draft'}
            onTap={() => send.run(null)}
            testId="send-minutes"
          >
            请参会的人确认
          </Button>
        )}
      </Box>
      <CitePicker
        topicId={topic.id}
        chosen={cited?.cites ?? null}
        onToggle={(cite) =>
          citing === null || cited === undefined
            ? undefined
            : change(withSentence(draft, citing.part, citing.no, { cites: toggleCite(cited.cites, cite) }))
        }
        onClose={() => setCiting(null)}
      />
    </Box>
  );
}
