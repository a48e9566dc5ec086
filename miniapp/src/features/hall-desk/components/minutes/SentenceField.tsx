import { Box, Input, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import type { Cite, Sentence } from '../../api/types';
import { SENTENCE_MAX } from './draft';

interface Props {
  label: string;
  sentence: Sentence;
  onText: (text: string) => void;
  onCite: () => void;
  onUncite: (cite: Cite) => void;
  onRemove: () => void;
}

/** One sentence of the minutes with what it cites. */
export function SentenceField({ label, sentence, onText, onCite, onUncite, onRemove }: Props) {
  return (
    <Box className="minute-line" testId="minute-line">
      <Input
        label={label}
        value={sentence.text}
        onInput={onText}
        multiline
        maxLength={SENTENCE_MAX}
        placeholder="一句话说一件事"
      />
      {sentence.cites.length > 0 && (
        <Box className="row row-wrap">
          {sentence.cites.map((cite) => (
            <Tap
              key={`${cite.kind}${cite.id}`}
              className="label cite-away"
              onTap={() => onUncite(cite)}
              spoken={{ label: `不再引用 ${cite.label}` }}
            >
              <Text className="t13 clip">{cite.label}</Text>
              <Icon name="close" className="quiet" />
            </Tap>
          ))}
        </Box>
      )}
      <Box className="row row-between">
        <Button small icon="talk" onTap={onCite} label={`${label}，引用发言`} testId="cite">
          引用发言
        </Button>
        <Button small kind="quiet" icon="minus" onTap={onRemove} label={`删掉${label}`}>
          删掉
        </Button>
      </Box>
    </Box>
  );
}
