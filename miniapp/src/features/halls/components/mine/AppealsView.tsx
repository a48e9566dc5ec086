import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, TextLink } from '@/components/Card';
import { TextField } from '@/components/Field';
import { PagedList } from '@/components/PagedList';
import { Empty } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { Tag, type Tone } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { appealCase, casesChanged, useMyCases } from '../../api/halls';
import type { MyCase, SubjectKind } from '../../api/types';
import { useDraft } from '../../hooks/useDraft';

const KINDS: Record<SubjectKind, string> = { opinion: '发言', topic: '议题', objection: '异议' };

/** The reader's texts that were looked at, why they were hidden, and the way to object. */
export function AppealsView() {
  const cases = useMyCases();
  const [appealed, setAppealed] = useState<MyCase | null>(null);
  useRefresh(() => cases.refetch());
  return (
    <Box className="stack">
      <Text className="quiet block">被隐藏的文字都列在这里，写着理由。不服可以申诉，由另一个人来定。</Text>
      <PagedList<MyCase>
        query={cases}
        keyOf={(one) => one.id}
        render={(one) => <CaseCard one={one} onAppeal={() => setAppealed(one)} />}
        className="grid-2"
        skeleton={<Skeleton count={2} lines={4} />}
        empty={<Empty icon="check" title="没有被隐藏的文字" hint="你写的都好好地在那里。" />}
      />
      {appealed !== null && <AppealSheet one={appealed} onClose={() => setAppealed(null)} />}
    </Box>
  );
}

function CaseCard({ one, onAppeal }: { one: MyCase; onAppeal: () => void }) {
  const { topic, subject, text, reasonWord, words, decidedAt, appeal, appealWords, actions } = one;
  const { tone, word } = lookOf(one);
  return (
    <Card testId="my-case">
      <Box className="stack stack-2">
        <Box className="row row-between">
          <Text className="strong">我的{KINDS[subject.kind]}</Text>
          <Tag tone={tone}>{word}</Tag>
        </Box>
        {text !== null && <Text className="block pre">{text}</Text>}
        {(reasonWord !== null || words !== null) && (
          <Text className="block">
            理由：{[reasonWord, words].filter((part) => part !== null && part !== '').join('。')}
          </Text>
        )}
        {decidedAt !== null && <Text className="t13 quiet num block">{spoken(decidedAt)}</Text>}
        {appeal !== null && <Text className="quiet block">你的申诉：{appeal}</Text>}
        {appealWords !== null && <Text className="block">复核的人说：{appealWords}</Text>}
        <TextLink
          onTap={() => open('pages-halls/topic', { id: topic.id })}
        >{`在「${topic.title}」`}</TextLink>
        <Can do="appeal" among={actions}>
          <Button icon="flag" onTap={onAppeal} testId="appeal">
            申诉
          </Button>
        </Can>
      </Box>
    </Card>
  );
}

function lookOf({ decision, appeal, appealDecision }: MyCase): { tone: Tone; word: string } {
  if (appealDecision === 'overturn') return { tone: 'good', word: '申诉成立，已恢复' };
  if (appealDecision === 'uphold') return { tone: 'bad', word: '申诉后维持' };
  if (appeal !== null) return { tone: 'wait', word: '申诉在看' };
  if (decision === 'hide') return { tone: 'bad', word: '已隐藏' };
  if (decision === 'keep') return { tone: 'good', word: '没有问题' };
  return { tone: 'wait', word: '正在查看' };
}

const TEXT_MAX = 500;

function AppealSheet({ one, onClose }: { one: MyCase; onClose: () => void }) {
  const draft = useDraft(`appeal.${one.id}`, { text: '' });
  const appeal = useAction(appealCase, casesChanged);
  const text = draft.value.text.trim();
  const send = async (): Promise<void> => {
    if ((await appeal.run({ id: one.id, text })) === undefined) return;
    draft.clear();
    onClose();
  };
  return (
    <Sheet title="申诉" open onClose={onClose}>
      <TextField
        label="为什么不该隐藏"
        multiline
        value={draft.value.text}
        onInput={(next) => draft.change({ text: next })}
        maxLength={TEXT_MAX}
        hint="由没有经手过的另一个人来定，结果会发到「消息」里。"
      />
      {appeal.error !== null && <Refusal error={appeal.error} />}
      <Button kind="primary" wide icon="flag" disabled={text === ''} onTap={send} testId="send-appeal">
        交上申诉
      </Button>
    </Sheet>
  );
}
