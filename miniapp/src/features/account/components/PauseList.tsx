import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { Tag } from '@/components/Tag';
import type { Pause } from '@/lib/api/types';
import { ME, useMe } from '@/lib/me';
import { queryClient } from '@/lib/query';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { appealPause } from '../api/account';

/** Pauses of online booking, why, until when, and the appeal. */
export function PauseList() {
  const me = useMe();
  return (
    <QueryState
      query={me}
      isEmpty={(data) => data.pauses.length === 0}
      empty={<Empty icon="check" title="没有暂停" hint="你可以正常在线预约。" />}
    >
      {(data) => (
        <Box className="stack">
          {data.pauses.map((pause) => (
            <PauseCard key={pause.id} pause={pause} />
          ))}
        </Box>
      )}
    </QueryState>
  );
}

const APPEAL_WORDS = { pending: '申诉处理中', upheld: '申诉成立', dismissed: '申诉未成立' } as const;
const APPEAL_MAX = 300;

function PauseCard({ pause }: { pause: Pause }) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const appeal = useAction(appealPause, () =>
    queryClient.invalidateQueries({ queryKey: ME }).then(() => undefined),
  );
  const send = async (): Promise<void> => {
    setEmpty(text.trim() === '');
    if (text.trim() !== '') await appeal.run({ id: pause.id, text: text.trim() });
  };
  return (
    <Card>
      <Box className="stack stack-3">
        <Box className="row row-between">
          <Text className="t17 strong">{pause.centre.name}</Text>
          {pause.appeal && (
            <Tag tone={pause.appeal.status === 'upheld' ? 'good' : 'wait'}>
              {APPEAL_WORDS[pause.appeal.status]}
            </Tag>
          )}
        </Box>
        <Text className="block">{pause.reason}</Text>
        <Text className="quiet block">
          {spoken(pause.startsAt)} 起暂停在线预约，{spoken(pause.endsAt)} 自动恢复。急用可以打电话或到窗口。
        </Text>
        {pause.appeal && <Text className="block">你的申诉：{pause.appeal.text}</Text>}
        {pause.appeal?.decidedReason && <Text className="block">答复：{pause.appeal.decidedReason}</Text>}
        <Can do="appeal" among={pause.actions}>
          <TextField
            label="申诉理由"
            multiline
            value={text}
            onInput={setText}
            maxLength={APPEAL_MAX}
            placeholder="如：那天中心临时闭馆，我到了进不去"
            error={empty ? '写一下为什么不是你的原因。' : undefined}
          />
          {appeal.error !== null && <Refusal error={appeal.error} />}
          <Button kind="primary" wide icon="flag" onTap={send} testId="appeal">
            提交申诉
          </Button>
        </Can>
      </Box>
    </Card>
  );
}
