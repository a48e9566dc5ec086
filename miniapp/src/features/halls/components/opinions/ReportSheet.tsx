import { HIDE_REASON_WORDS, HIDE_REASONS, type HideReason } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Chips } from '@/components/Choice';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { report, type Report } from '../../api/halls';

const REASONS = HIDE_REASONS.map((value) => ({ value, word: HIDE_REASON_WORDS[value] }));
const TEXT_MAX = 300;

/** Tells moderators which rule a text breaks. Nobody learns who reported it. */
export function ReportSheet({ subject, onClose }: { subject: Report['subject']; onClose: () => void }) {
  const [reason, setReason] = useState<HideReason | null>(null);
  const [text, setText] = useState('');
  const send = useAction(report);
  const words = text.trim();
  if (send.result !== undefined) {
    return (
      <Sheet title="举报" open onClose={onClose}>
        <Notice tone="good" testId="reported">
          收到了，会有人来看。处理结果记在存证里。
        </Notice>
        <Button wide onTap={onClose}>
          好的
        </Button>
      </Sheet>
    );
  }
  return (
    <Sheet title="举报" open onClose={onClose}>
      <Text className="block">这段文字哪里不合适？不会公开是谁举报的。</Text>
      <Chips label="理由" options={REASONS} value={reason} onChange={setReason} />
      <TextField label="补充说明（可以不写）" multiline value={text} onInput={setText} maxLength={TEXT_MAX} />
      {send.error !== null && <Refusal error={send.error} />}
      <Button
        kind="primary"
        wide
        icon="flag"
        disabled={reason === null}
        onTap={() => send.run({ subject, reason: reason ?? '', ...(words === '' ? {} : { text: words }) })}
        testId="send-report"
      >
        交给社区
      </Button>
    </Sheet>
  );
}
