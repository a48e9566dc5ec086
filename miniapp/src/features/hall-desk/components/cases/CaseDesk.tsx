import { HIDE_REASON_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section } from '@/components/Card';
import { NamedFact } from '@/components/desk/NamedFact';
import { ReasonForm } from '@/components/desk/ReasonForm';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { actOnCase, useCase, type CaseDeed } from '../../api/cases';
import { refreshHallDesk } from '../../api/desk';
import type { Case } from '../../api/types';
import { OVERTURN_WORDS, UPHOLD_WORDS } from '../../reasons';
import { ConfirmForm } from '../ConfirmForm';
import { CASE_LOOKS, SUBJECT_WORDS, verdictWord } from './case-words';
import { HideForm } from './HideForm';
import '../../hall-desk.scss';

type Step = 'hide' | 'keep' | 'uphold' | 'overturn';

const DECIDING: readonly Case['actions'][number][] = ['hide', 'keep', 'uphold', 'overturn'];

/** One case: the text, why it came up, and what to decide. The words themselves cannot be touched. */
export function CaseDesk({ id, onDone }: { id: string; onDone: (told: string) => void }) {
  const query = useCase(id);
  return (
    <QueryState query={query} skeleton={<Skeleton count={2} lines={5} />}>
      {(one) => <Desk one={one} onDone={onDone} />}
    </QueryState>
  );
}

function Desk({ one, onDone }: { one: Case; onDone: (told: string) => void }) {
  const [step, setStep] = useState<Step | null>(null);
  const act = useAction(
    (deed: CaseDeed, key) => actOnCase(one.id, deed, key),
    async (_case, deed) => {
      setStep(null);
      onDone(toldOf(deed));
      await refreshHallDesk();
    },
  );
  const begin = (next: Step): void => {
    act.reset();
    setStep(next);
  };
  const leave = (): void => setStep(null);
  return (
    <Box className="stack stack-6">
      <TextCard one={one} />
      {one.reports.length > 0 && <Reports one={one} />}
      <Past one={one} />
      <Section title="怎么处理">
        <Card>
          <Box className="stack stack-3" testId="case-deeds">
            {one.conflict !== null && (
              <Notice tone="wait" testId="conflict">
                {one.conflict}
              </Notice>
            )}
            {act.error && step === null && <Refusal error={act.error} />}
            {one.actions.length === 0 && one.conflict === null && (
              <Text className="quiet block">{whyNothing(one)}</Text>
            )}
            <Can do="claim" among={one.actions}>
              <Button kind="primary" wide icon="check" onTap={() => act.run({ do: 'claim' })} testId="claim">
                我来看这一条
              </Button>
              <Text className="t13 quiet block">领了以后半小时内归你办，别人不会同时处理。</Text>
            </Can>
            {one.actions.some((action) => DECIDING.includes(action)) && (
              <Box className="decide">
                <Can do="hide" among={one.actions}>
                  <Button kind="danger" wide icon="ban" onTap={() => begin('hide')} testId="hide">
                    隐藏
                  </Button>
                </Can>
                <Can do="keep" among={one.actions}>
                  <Button wide icon="check" onTap={() => begin('keep')} testId="keep">
                    {one.source === 'check' ? '可以显示' : '保留'}
                  </Button>
                </Can>
                <Can do="uphold" among={one.actions}>
                  <Button wide icon="ban" onTap={() => begin('uphold')} testId="uphold-appeal">
                    维持隐藏
                  </Button>
                </Can>
                <Can do="overturn" among={one.actions}>
                  <Button wide icon="refresh" onTap={() => begin('overturn')} testId="overturn-appeal">
                    恢复显示
                  </Button>
                </Can>
              </Box>
            )}
            <Can do="release" among={one.actions}>
              <Button kind="quiet" wide icon="exit" onTap={() => act.run({ do: 'release' })} testId="release">
                我不办了，放回去
              </Button>
            </Can>
          </Box>
        </Card>
      </Section>
      <Sheet title="隐藏这段文字" open={step === 'hide'} onClose={leave}>
        <HideForm
          error={act.error}
          onConfirm={(reason, words) =>
            act.run({ do: 'decide', decision: 'hide', reason, ...(words === '' ? {} : { words }) })
          }
        />
      </Sheet>
      <Sheet title="保留这段文字" open={step === 'keep'} onClose={leave}>
        <ConfirmForm
          word="保留"
          error={act.error}
          onConfirm={() => act.run({ do: 'decide', decision: 'keep' })}
          onLeave={leave}
        >
          这段文字会照常显示。处理写进存证，谁都能查到。
        </ConfirmForm>
      </Sheet>
      <Sheet
        title={step === 'overturn' ? '恢复显示' : '维持隐藏'}
        open={step === 'uphold' || step === 'overturn'}
        onClose={leave}
      >
        {(step === 'uphold' || step === 'overturn') && (
          <ReasonForm
            key={step}
            kind="primary"
            label="复核的理由"
            ready={step === 'uphold' ? UPHOLD_WORDS : OVERTURN_WORDS}
            hint="作者会看到，也对大家公开。复核只有一次。"
            word={step === 'uphold' ? '维持' : '恢复'}
            error={act.error}
            maxLength={300}
            onConfirm={(words) => act.run({ do: 'decide-appeal', decision: step, words })}
          />
        )}
      </Sheet>
    </Box>
  );
}

function TextCard({ one }: { one: Case }) {
  const now = useNow();
  const { tone, icon, word } = CASE_LOOKS[one.status];
  const verdict = verdictWord(one.verdict);
  const { subject } = one;
  return (
    <Card testId="case-text">
      <Box className="stack stack-3">
        <Box className="row row-between row-top">
          <Text className="t17 strong grow">
            {`${subject.author?.nickname ?? '已注销'} 的${SUBJECT_WORDS[subject.kind]}`}
          </Text>
          <Tag tone={tone} icon={icon}>
            {one.status === 'claimed' && one.claimedBy?.me === true ? '我领的' : word}
          </Tag>
        </Box>
        <Box className="said">
          <Text className="pre block">{subject.text ?? '内容已经依法删除。'}</Text>
        </Box>
        <Box className="stack stack-1">
          <NamedFact name="议题">{one.topic.title}</NamedFact>
          {subject.createdAt !== null && (
            <NamedFact name="写于">{`${spoken(subject.createdAt, now)}${subject.no > 1 ? ` · 第 ${subject.no} 版` : ''}`}</NamedFact>
          )}
          {one.claimedBy !== null && (
            <NamedFact name="在看的">{one.claimedBy.me ? '你' : one.claimedBy.nickname}</NamedFact>
          )}
        </Box>
        {verdict !== null && <Text className="t13 quiet block">{verdict}</Text>}
        <Box className="row">
          <Button small icon="eye" onTap={() => open('pages-halls/topic', { id: one.topic.id })}>
            看议题
          </Button>
        </Box>
      </Box>
    </Card>
  );
}

function Reports({ one: { reports } }: { one: Case }) {
  const now = useNow();
  return (
    <Section title={`举报 ${reports.length}`}>
      <Card>
        {reports.map(({ word, text, at }, no) => (
          <Box key={no} className="minute-line">
            <Text className="strong block">{word}</Text>
            {text !== '' && <Text className="pre block">{text}</Text>}
            <Text className="t13 quiet num block">{spoken(at, now)}</Text>
          </Box>
        ))}
      </Card>
    </Section>
  );
}

/** What was decided before, and what the author says to it. */
function Past({ one }: { one: Case }) {
  const now = useNow();
  if (one.decision === null && one.appeal === null) return null;
  return (
    <Section title="已经处理的">
      <Card>
        <Box className="stack stack-1">
          {one.decision !== null && (
            <NamedFact name="决定">
              {[
                one.decision === 'hide' ? '隐藏' : '保留',
                one.reason === null ? '' : HIDE_REASON_WORDS[one.reason],
                one.decidedAt === null ? '' : spoken(one.decidedAt, now),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </NamedFact>
          )}
          {one.words !== null && one.words !== '' && <NamedFact name="说明">{one.words}</NamedFact>}
          {one.appeal !== null && <NamedFact name="申诉">{one.appeal}</NamedFact>}
          {one.appealDecision !== null && (
            <NamedFact name="复核">
              {`${one.appealDecision === 'uphold' ? '维持' : '恢复显示'}${one.appealWords === null ? '' : `：${one.appealWords}`}`}
            </NamedFact>
          )}
        </Box>
      </Card>
    </Section>
  );
}

function toldOf(deed: CaseDeed): string {
  switch (deed.do) {
    case 'claim':
      return '归你看了，半小时内请给出处理。';
    case 'release':
      return '放回去了，别人可以接着看。';
    case 'decide':
      return deed.decision === 'hide' ? '隐藏了，原处留下说明，作者可以申诉。' : '保留了，照常显示。';
    case 'decide-appeal':
      return deed.decision === 'overturn' ? '恢复显示了，作者会收到消息。' : '维持隐藏，作者会收到理由。';
  }
}

function whyNothing({ status, claimedBy }: Case): string {
  if (status === 'claimed') return `${claimedBy?.nickname ?? '同事'}正在看，半小时没办完你可以接过来。`;
  if (status === 'appealed') return '申诉要由另一位同事复核。';
  return '已经办过了。';
}
