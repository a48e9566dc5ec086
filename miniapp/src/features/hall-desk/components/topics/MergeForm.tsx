import { useState } from 'react';
import { TOPIC_STATUS_WORDS } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { ReasonField } from '@/components/desk/ReasonField';
import { TextField } from '@/components/Field';
import { QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import { useDebounced } from '@/lib/useDebounced';
import { useTopicsNamed } from '../../api/topics';
import type { StaffTopic } from '../../api/types';
import { CONSEQUENCES } from '../../deeds';
import { ACT_REASONS } from '../../reasons';
import { OptionList } from '../OptionList';

interface Props {
  topic: StaffTopic;
  error: ApiError | null;
  onConfirm: (targetId: string, reason: string) => Promise<unknown>;
}

/** Which other topic of the hall it goes into, and why. */
export function MergeForm({ topic, error, onConfirm }: Props) {
  const [words, setWords] = useState('');
  const [target, setTarget] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const asked = useDebounced(words.trim());
  const query = useTopicsNamed(topic.community.code, asked);
  const written = reason.trim();
  return (
    <Box className="stack stack-3">
      <TextField
        label="合并到哪个议题"
        kind="search"
        value={words}
        onInput={(text) => {
          setWords(text);
          setTarget(null);
        }}
        maxLength={40}
        placeholder="输入标题里的几个字"
      />
      {asked !== '' && (
        <QueryState
          query={query}
          isEmpty={({ items }) => items.every(({ id }) => id === topic.id)}
          empty={<Text className="quiet block">没有找到，换个写法试试。</Text>}
        >
          {({ items }) => (
            <OptionList
              label="合并到哪个议题"
              options={items
                .filter(({ id }) => id !== topic.id)
                .map(({ id, title, status, initiator }) => ({
                  value: id,
                  word: title,
                  detail: `${TOPIC_STATUS_WORDS[status]} · ${initiator.nickname}`,
                }))}
              value={target}
              onChange={setTarget}
            />
          )}
        </QueryState>
      )}
      <ReasonField
        label="理由"
        ready={ACT_REASONS.merge ?? []}
        value={reason}
        onChange={setReason}
        hint={CONSEQUENCES.merge ?? ''}
        multiline
        maxLength={300}
      />
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={target === null || written.length < 2}
        onTap={() => (target === null ? undefined : onConfirm(target, written))}
        testId="merge-confirm"
      >
        合并
      </Button>
    </Box>
  );
}
