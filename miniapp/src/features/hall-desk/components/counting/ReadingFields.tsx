import {
  BALLOT_CHOICE_WORDS,
  BALLOT_CHOICES,
  OPINION_MAX,
  type BallotChoice,
  type Stance,
} from '@jiefang/shared/topics';
import { Segmented } from '@/components/Choice';
import { Field, TextField } from '@/components/Field';
import { STANCE_OPTIONS } from '../../words';

/** What somebody reads off a paper or hears on the phone. */
export interface ReadOff {
  choice: BallotChoice | null;
  stance: Stance | null;
  text: string;
}

export const NOTHING_READ: ReadOff = { choice: null, stance: null, text: '' };

/** True when enough was read to go on. */
export function isRead(kind: 'ballot' | 'opinion', { choice, stance, text }: ReadOff): boolean {
  return kind === 'ballot' ? choice !== null : stance !== null && text.trim() !== '';
}

/** The part of it that is sent. */
export function sentOf(
  kind: 'ballot' | 'opinion',
  { choice, stance, text }: ReadOff,
): { choice?: BallotChoice; stance?: Stance; text?: string } {
  if (kind === 'ballot') return choice === null ? {} : { choice };
  return { ...(stance === null ? {} : { stance }), text: text.trim() };
}

interface Props {
  kind: 'ballot' | 'opinion';
  value: ReadOff;
  onChange: (value: ReadOff) => void;
}

/** The choice of a ballot, or the stance and words of an opinion. Nothing is chosen beforehand. */
export function ReadingFields({ kind, value, onChange }: Props) {
  if (kind === 'ballot') {
    return (
      <Field label="投的是">
        <Segmented
          label="投的是"
          options={BALLOT_CHOICES.map((choice: BallotChoice) => ({
            value: choice,
            word: BALLOT_CHOICE_WORDS[choice],
          }))}
          value={value.choice ?? ('' as BallotChoice)}
          onChange={(choice) => onChange({ ...value, choice })}
        />
      </Field>
    );
  }
  return (
    <>
      <Field label="立场">
        <Segmented
          label="立场"
          options={STANCE_OPTIONS}
          value={value.stance ?? ('' as Stance)}
          onChange={(stance) => onChange({ ...value, stance })}
        />
      </Field>
      <TextField
        label="说了什么"
        value={value.text}
        onInput={(text) => onChange({ ...value, text })}
        multiline
        maxLength={OPINION_MAX}
        hint="照原话写，一个字也不改。"
      />
    </>
  );
}
