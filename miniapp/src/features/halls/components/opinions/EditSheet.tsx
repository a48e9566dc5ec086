import { OPINION_MAX } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { changeOpinion, opinionsChanged } from '../../api/opinions';
import type { Opinion } from '../../api/types';
import { useDraft } from '../../hooks/useDraft';
import { faultOf } from './SpeakSheet';

/** Changes one's own words; what stood there before stays readable as a version. */
export function EditSheet({ opinion, onClose }: { opinion: Opinion; onClose: () => void }) {
  const { id, textNo } = opinion;
  const draft = useDraft(`opinion-edit.${id}.${textNo}`, { text: opinion.text ?? '' });
  const [fault, setFault] = useState<string>();
  const change = useAction(changeOpinion, opinionsChanged);
  const send = async (): Promise<void> => {
    const text = draft.value.text.trim();
    const found = faultOf(text);
    setFault(found);
    if (found !== undefined || (await change.run({ id, text, textNo })) === undefined) return;
    draft.clear();
    onClose();
  };
  return (
    <Sheet title="修改发言" open onClose={onClose}>
      <TextField
        label="理由"
        multiline
        value={draft.value.text}
        onInput={(text) => draft.change({ text })}
        maxLength={OPINION_MAX}
        hint="原来的文字会留作以前的版本，大家都能看到。态度不能改。"
        error={fault}
      />
      {change.error !== null && <Refusal error={change.error} />}
      <Button kind="primary" wide icon="check" onTap={send} testId="save-opinion">
        改好了
      </Button>
    </Sheet>
  );
}
