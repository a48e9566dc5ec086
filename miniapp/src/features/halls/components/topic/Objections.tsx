import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Tag, type Tone } from '@/components/Tag';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { objectTo, topicChanged, useObjections } from '../../api/topic';
import type { Objection, Topic } from '../../api/types';
import { useDraft } from '../../hooks/useDraft';

const LOOK: Record<Objection['status'], { tone: Tone; word: string }> = {
  held: { tone: 'wait', word: '正在查看' },
  open: { tone: 'wait', word: '等答复' },
  upheld: { tone: 'bad', word: '异议成立' },
  dismissed: { tone: 'plain', word: '已答复' },
  hidden: { tone: 'plain', word: '已隐藏' },
  erased: { tone: 'plain', word: '已删除' },
};

/** What was said against the result while it is public, each with its answer. */
export function Objections({ topic }: { topic: Topic }) {
  const { id, objections, actions, status } = topic;
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState(false);
  const known = useObjections(id, objections.total > 0);
  if (objections.total === 0 && status !== 'publicised') return null;
  return (
    <Box domId="objections">
      <Section title={`公示中的异议 ${objections.total} 条`}>
        {sent && (
          <Notice tone="good" testId="objection-sent">
            异议交上去了，社区会答复，结果会发到「消息」里。
          </Notice>
        )}
        {objections.total === 0 && (
          <Text className="quiet block">
            公示期内觉得结果不对，可以提异议；每一条都要答复，没答复完不会生效。
          </Text>
        )}
        {objections.total > 0 && (
          <QueryState query={known}>
            {({ items }) => (
              <Box className="stack stack-3">
                {items.map((objection) => (
                  <ObjectionCard key={objection.id} objection={objection} />
                ))}
              </Box>
            )}
          </QueryState>
        )}
        <Can do="object" among={actions}>
          <Button icon="flag" wide onTap={() => setWriting(true)} testId="object">
            提异议
          </Button>
        </Can>
        {writing && (
          <ObjectSheet topicId={id} onClose={() => setWriting(false)} onDone={() => setSent(true)} />
        )}
      </Section>
    </Box>
  );
}

function ObjectionCard({
  objection: { author, text, status, answer, answeredAt, createdAt, mine },
}: {
  objection: Objection;
}) {
  const { tone, word } = LOOK[status];
  return (
    <Card testId="objection">
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="t13 quiet num">
            {mine ? '我' : (author?.nickname ?? '街坊')} · {spoken(createdAt)}
          </Text>
          <Tag tone={tone}>{word}</Tag>
        </Box>
        <Text className="block pre">{text ?? '这条异议的文字不公开。'}</Text>
        {answer !== null && (
          <Box className="quote">
            <Text className="t13 quiet block">
              社区答复{answeredAt === null ? '' : ` · ${spoken(answeredAt)}`}
            </Text>
            <Text className="block pre">{answer}</Text>
          </Box>
        )}
      </Box>
    </Card>
  );
}

const TEXT_MAX = 1000;
const TEXT_MIN = 5;

interface SheetProps {
  topicId: string;
  onClose: () => void;
  onDone: () => void;
}

function ObjectSheet({ topicId, onClose, onDone }: SheetProps) {
  const draft = useDraft(`objection.${topicId}`, { text: '' });
  const [short, setShort] = useState(false);
  const object = useAction(objectTo, topicChanged);
  const send = async (): Promise<void> => {
    const text = draft.value.text.trim();
    setShort(text.length < TEXT_MIN);
    if (text.length < TEXT_MIN || (await object.run({ id: topicId, text })) === undefined) return;
    draft.clear();
    onDone();
    onClose();
  };
  return (
    <Sheet title="提异议" open onClose={onClose}>
      <TextField
        label="哪里不对"
        multiline
        value={draft.value.text}
        onInput={(text) => draft.change({ text })}
        maxLength={TEXT_MAX}
        placeholder="如：名册里少了我们楼的 3 户"
        hint="会公开显示，社区要在 5 个工作日内答复。"
        error={short ? '多写几个字，社区才好去核实。' : undefined}
      />
      {object.error !== null && <Refusal error={object.error} />}
      <Button kind="primary" wide icon="flag" onTap={send} testId="send-objection">
        交给社区
      </Button>
    </Sheet>
  );
}
