import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { ReasonField } from '@/components/desk/ReasonField';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { refreshHallDesk } from '../../api/desk';
import { eraseWords, useStaffTopic } from '../../api/topics';
import type { Erasure, ErasureKind } from '../../api/types';
import { ERASE_BASES } from '../../reasons';
import { ConfirmForm } from '../ConfirmForm';
import { ErasablePicker } from './ErasablePicker';
import '../../hall-desk.scss';

const KINDS: { value: ErasureKind; word: string }[] = [
  { value: 'opinion', word: '发言' },
  { value: 'speech', word: '会上' },
  { value: 'objection', word: '异议' },
  { value: 'text', word: '正文' },
];
const BASIS = { least: 4, most: 200 };

/** Takes words off the record because the law demands it; the record goes on proving everything else. */
export function EraseView({ topicId }: { topicId: string }) {
  const query = useStaffTopic(topicId);
  const [kind, setKind] = useState<ErasureKind>('opinion');
  const [subject, setSubject] = useState<Erasure['subject'] | null>(null);
  const [basis, setBasis] = useState('');
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const act = useAction(eraseWords, async () => {
    setAsking(false);
    setSubject(null);
    setBasis('');
    setTold('删除了。存证里留下「依法删除」和依据，其余的照样核对得上。');
    scrollToTop();
    await refreshHallDesk();
  });
  const written = basis.trim();
  const ready = subject !== null && [...written].length >= BASIS.least;
  return (
    <QueryState query={query}>
      {(topic) => (
        <Box className="stack stack-6">
          {told !== null && <Notice tone="good">{told}</Notice>}
          <Text className="t20 block">{topic.title}</Text>
          <Notice tone="wait">
            只在法律要求时用。删除的文字谁也找不回来；谁删的、凭什么删，永远写在存证里。
          </Notice>
          <Box className="form-columns stack stack-6">
            <Box className="stack stack-3">
              <Segmented
                label="删除什么"
                options={KINDS}
                value={kind}
                onChange={(value) => {
                  setKind(value);
                  setSubject(null);
                  setTold(null);
                }}
              />
              <ErasablePicker
                key={kind}
                kind={kind}
                topicId={topic.id}
                value={subject}
                onChange={setSubject}
              />
            </Box>
            <Card>
              <Box className="stack stack-3">
                <ReasonField
                  label="法律依据"
                  ready={ERASE_BASES}
                  value={basis}
                  onChange={setBasis}
                  hint="永远写在存证里，大家都看得到。"
                  multiline
                  maxLength={BASIS.most}
                />
                <Button
                  kind="danger"
                  wide
                  icon="ban"
                  disabled={!ready}
                  onTap={() => {
                    act.reset();
                    setAsking(true);
                  }}
                  testId="erase"
                >
                  依法删除
                </Button>
              </Box>
            </Card>
          </Box>
          <Sheet title="真的删除吗" open={asking} onClose={() => setAsking(false)}>
            <ConfirmForm
              word="删除，不能恢复"
              kind="danger"
              error={act.error}
              onConfirm={async () =>
                subject === null ? undefined : act.run({ id: topic.id, subject, legalBasis: written })
              }
              onLeave={() => setAsking(false)}
            >
              {`依据：${written}。删除以后，谁也找不回这段文字。`}
            </ConfirmForm>
          </Sheet>
          {act.error && !asking && <Refusal error={act.error} />}
        </Box>
      )}
    </QueryState>
  );
}
