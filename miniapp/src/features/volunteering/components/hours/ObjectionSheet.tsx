import { spokenHours } from '@jiefang/shared/hours';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/lib/useAction';
import { objectTo, publicationChanged } from '../../api/hours';
import type { PublishedHours } from '../../api/types';

interface Props {
  item: PublishedHours;
  onClose: () => void;
  onDone: () => void;
}

const TEXT_MIN = 5;
const TEXT_MAX = 500;

/** Says why an entry looks wrong. */
export function ObjectionSheet({ item, onClose, onDone }: Props) {
  const [text, setText] = useState('');
  const [short, setShort] = useState(false);
  const object = useAction(objectTo, publicationChanged);
  const send = async (): Promise<void> => {
    const tooShort = text.trim().length < TEXT_MIN;
    setShort(tooShort);
    if (tooShort) return;
    if ((await object.run({ id: item.id, text: text.trim() })) === undefined) return;
    onDone();
    onClose();
  };
  return (
    <Sheet title="提异议" open onClose={onClose}>
      <Text className="block">
        {item.who}，{item.content}，{spokenHours(item.minutes)}
      </Text>
      <TextField
        label="哪里不对"
        multiline
        value={text}
        onInput={setText}
        maxLength={TEXT_MAX}
        placeholder="如：那天下午我在场，活动四点就散了"
        hint="只有社区的工作人员能看到是谁提的。"
        error={short ? '多写几个字，社区才好去核实。' : undefined}
      />
      {object.error !== null && <Refusal error={object.error} />}
      <Box className="stack stack-2">
        <Button kind="primary" wide icon="flag" onTap={send} testId="send-objection">
          交给社区
        </Button>
        <Button wide onTap={onClose}>
          先不提
        </Button>
      </Box>
    </Sheet>
  );
}
