import { STANCE_WORDS } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { QueryState } from '@/components/QueryState';
import { useMeetingsInFull, useTopicMeetings } from '../../api/meetings';
import { useTopicObjections } from '../../api/outcomes';
import { useOpinionLines, useTopicTexts } from '../../api/topics';
import type { Erasure, ErasureKind } from '../../api/types';
import { OptionList } from '../OptionList';

interface Props {
  kind: ErasureKind;
  topicId: string;
  value: Erasure['subject'] | null;
  onChange: (subject: Erasure['subject']) => void;
}

/** Which words are meant, among those of one kind. */
export function ErasablePicker(props: Props) {
  switch (props.kind) {
    case 'opinion':
      return <Opinions {...props} />;
    case 'speech':
      return <Speeches {...props} />;
    case 'objection':
      return <Objections {...props} />;
    case 'text':
      return <Texts {...props} />;
  }
}

function Opinions({ topicId, value, onChange }: Props) {
  const query = useOpinionLines(topicId, true);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Box className="stack stack-3">
      <List
        none="还没有人发言。"
        options={items
          .filter(({ status }) => status !== 'erased')
          .map(({ id, text, author, stance }) => ({
            value: id,
            word: text ?? '已隐藏的发言',
            detail: `${author?.nickname ?? '居民'} · ${STANCE_WORDS[stance]}`,
          }))}
        value={value?.id ?? null}
        onChange={(id) => onChange({ kind: 'opinion', id })}
      />
      {query.hasNextPage && (
        <Button wide icon="down" busy={query.isFetchingNextPage} onTap={() => query.fetchNextPage()}>
          再看一些
        </Button>
      )}
    </Box>
  );
}

function Speeches({ topicId, value, onChange }: Props) {
  const cards = useTopicMeetings(topicId).data?.items ?? [];
  const speeches = useMeetingsInFull(cards).flatMap(({ speeches }) => speeches);
  return (
    <List
      none="还没有记下会上的发言。"
      options={speeches.flatMap(({ id, speaker, stance, text }) =>
        text === null ? [] : [{ value: id, word: text, detail: `${speaker} · ${STANCE_WORDS[stance]}` }],
      )}
      value={value?.id ?? null}
      onChange={(id) => onChange({ kind: 'speech', id })}
    />
  );
}

function Objections({ topicId, value, onChange }: Props) {
  const query = useTopicObjections(topicId);
  return (
    <QueryState query={query}>
      {({ items }) => (
        <List
          none="没有异议。"
          options={items.flatMap(({ id, text, author }) =>
            text === null ? [] : [{ value: id, word: text, detail: author?.nickname }],
          )}
          value={value?.id ?? null}
          onChange={(id) => onChange({ kind: 'objection', id })}
        />
      )}
    </QueryState>
  );
}

function Texts({ topicId, value, onChange }: Props) {
  const query = useTopicTexts(topicId, true);
  return (
    <QueryState query={query}>
      {({ items }) => (
        <List
          none="没有公开过的文字。"
          options={items.map(({ no, title, body }) => ({
            value: String(no),
            word: `第 ${no} 版：${title}`,
            detail: [...body].slice(0, 60).join(''),
          }))}
          value={value?.no === undefined ? null : String(value.no)}
          onChange={(no) => onChange({ kind: 'text', id: topicId, no: Number(no) })}
        />
      )}
    </QueryState>
  );
}

interface ListProps {
  none: string;
  options: { value: string; word: string; detail?: string | undefined }[];
  value: string | null;
  onChange: (value: string) => void;
}

function List({ none, ...list }: ListProps) {
  if (list.options.length === 0) return <Text className="quiet block">{none}</Text>;
  return <OptionList label="哪一段" {...list} />;
}
