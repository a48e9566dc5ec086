import { STANCE_WORDS } from '@jiefang/shared/topics';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Section } from '@/components/Card';
import { Sheet } from '@/components/Sheet';
import { useMeetingsInFull, useTopicMeetings } from '../../api/meetings';
import { useOpinionLines } from '../../api/topics';
import type { Cite } from '../../api/types';
import { OptionRow } from '../OptionList';
import { CITES_MAX } from './draft';

interface Props {
  topicId: string;
  /** What the sentence cites now; null: closed. */
  chosen: readonly Cite[] | null;
  onToggle: (cite: Cite) => void;
  onClose: () => void;
}

const SHORT = 24;

/** Which speeches and opinions a sentence rests on. */
export function CitePicker({ topicId, chosen, onToggle, onClose }: Props) {
  return (
    <Sheet title="引用谁说的" open={chosen !== null} onClose={onClose}>
      {chosen !== null && <Sources topicId={topicId} chosen={chosen} onToggle={onToggle} />}
      <Button kind="primary" wide onTap={onClose} testId="cites-done">
        选好了
      </Button>
    </Sheet>
  );
}

function Sources({
  topicId,
  chosen,
  onToggle,
}: Omit<Props, 'onClose' | 'chosen'> & { chosen: readonly Cite[] }) {
  const cards = useTopicMeetings(topicId).data?.items ?? [];
  const speeches = useMeetingsInFull(cards).flatMap(({ speeches }) => speeches);
  const opinions = useOpinionLines(topicId, true);
  const lines = opinions.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = lines.filter(({ text, status }) => text !== null && status === 'visible');
  const isChosen = ({ kind, id }: Pick<Cite, 'kind' | 'id'>): boolean =>
    chosen.some((cite) => cite.kind === kind && cite.id === id);
  const row = (cite: Cite, word: string, detail: string) => (
    <OptionRow
      key={`${cite.kind}${cite.id}`}
      role="checkbox"
      word={word}
      detail={detail}
      on={isChosen(cite)}
      disabled={!isChosen(cite) && chosen.length >= CITES_MAX}
      onTap={() => onToggle(cite)}
      testId={`cite-${cite.kind}`}
    />
  );
  return (
    <Box className="stack stack-6">
      <Section title={`会上的发言 ${speeches.length}`}>
        {speeches.length === 0 && <Text className="quiet block">还没有记下发言。</Text>}
        <Box className="options">
          {speeches.map(({ id, speaker, stance, text }) => {
            const said = text ?? '已经依法删除';
            return row(
              { kind: 'speech', id, label: `${speaker}：${short(said)}` },
              said,
              `${speaker} · ${STANCE_WORDS[stance]}`,
            );
          })}
        </Box>
      </Section>
      <Section title="网上的发言">
        {shown.length === 0 && !opinions.isFetching && <Text className="quiet block">还没有人发言。</Text>}
        <Box className="options">
          {shown.map(({ id, author, stance, text }) => {
            const name = author?.nickname ?? '居民';
            return row(
              { kind: 'opinion', id, label: `${name}：${short(text ?? '')}` },
              text ?? '',
              `${name} · ${STANCE_WORDS[stance]}`,
            );
          })}
        </Box>
        {opinions.hasNextPage && (
          <Button wide icon="down" busy={opinions.isFetchingNextPage} onTap={() => opinions.fetchNextPage()}>
            再看一些
          </Button>
        )}
      </Section>
    </Box>
  );
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : text;
}
