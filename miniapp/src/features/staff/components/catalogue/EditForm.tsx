import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { SaveStates } from './SaveStates';
import type { Editing } from './useEditing';

interface Props<Draft> {
  editing: Editing<Draft>;
  /** The form's fields in words. */
  words: Record<keyof Draft, string>;
  /** What saving is called. */
  save: string;
  children: ReactNode;
}

/** A form over something versioned: how saving went above it, saving at the foot. */
export function EditForm<Draft extends object>({ editing, words, save, children }: Props<Draft>) {
  const wrong = Object.keys(editing.faults).length;
  return (
    <>
      <SaveStates editing={editing} words={words} />
      {children}
      <DeskFooter>
        <Button kind="primary" wide onTap={() => editing.submit()} testId="save">
          {wrong === 0 ? save : `还有 ${wrong} 处要改`}
        </Button>
      </DeskFooter>
    </>
  );
}

/** The fields of a draft that are texts. */
type TextsOf<Draft> = {
  [Field in keyof Draft]: Draft[Field] extends string ? (string extends Draft[Field] ? Field : never) : never;
}[keyof Draft];

interface TextProps<Draft> {
  editing: Editing<Draft>;
  field: TextsOf<Draft>;
  words: Record<keyof Draft, string>;
  maxLength: number;
  placeholder?: string;
  multiline?: boolean;
}

/** A text of the draft, under its name in words. */
export function DraftText<Draft extends object>({ editing, field, words, ...input }: TextProps<Draft>) {
  return (
    <TextField
      label={words[field]}
      value={editing.draft[field] as string}
      onInput={(text) => editing.edit(field, text as Draft[TextsOf<Draft>])}
      error={editing.faults[field as string]}
      {...input}
    />
  );
}
