import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, TextLink } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { open } from '@/lib/navigate';
import { spoken } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useRefresh } from '@/lib/useRefresh';
import { answerMerge, mergesChanged, useMerges } from '../../api/halls';
import type { Merge } from '../../api/types';

/** Topics that I endorsed became part of others: may my endorsement go along? One tap. */
export function MergesView() {
  const merges = useMerges();
  const answer = useAction(answerMerge, mergesChanged);
  useRefresh(() => merges.refetch());
  return (
    <Box className="stack">
      {answer.result !== undefined && (
        <Notice tone="good" testId="merge-answered">
          记下了，谢谢。
        </Notice>
      )}
      {answer.error !== null && <Refusal error={answer.error} />}
      <QueryState
        query={merges}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty icon="share" title="没有要你答复的合并" hint="你附议的议题和别的合并时，会先问你。" />}
      >
        {({ items }) => (
          <Box className="grid-2">
            {items.map((merge) => (
              <MergeCard
                key={merge.topic.id}
                merge={merge}
                busy={answer.busy}
                onAnswer={(agrees) => answer.run({ id: merge.topic.id, agrees })}
              />
            ))}
          </Box>
        )}
      </QueryState>
    </Box>
  );
}

interface Props {
  merge: Merge;
  busy: boolean;
  onAnswer: (agrees: boolean) => Promise<unknown>;
}

function MergeCard({ merge: { topic, target, askedAt }, busy, onAnswer }: Props) {
  return (
    <Card testId="merge">
      <Box className="stack stack-3">
        <Text className="block">
          你附议过「{topic.title}」，它和「{target.title}」说的是一件事，合并到一起办。
        </Text>
        <Text className="strong block">你的附议要不要跟过去？</Text>
        <TextLink onTap={() => open('pages-halls/topic', { id: target.id })}>先看看「合并后的议题」</TextLink>
        <Text className="t13 quiet num block">{spoken(askedAt)} 问的</Text>
        <Button
          kind="primary"
          wide
          icon="check"
          disabled={busy}
          onTap={() => onAnswer(true)}
          testId="merge-yes"
        >
          同意，跟过去
        </Button>
        <Button wide icon="close" disabled={busy} onTap={() => onAnswer(false)} testId="merge-no">
          不跟过去
        </Button>
      </Box>
    </Card>
  );
}
