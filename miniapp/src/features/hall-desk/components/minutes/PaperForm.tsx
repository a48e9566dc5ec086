import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Choice';
import { Field, TextField } from '@/components/Field';
import { PhotoField, type SentPhoto } from '@/components/PhotoField';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import type { PaperConfirmation } from '../../api/meetings';

interface Props {
  code: string;
  error: ApiError | null;
  onConfirm: (answer: Omit<PaperConfirmation, 'attendeeId'>) => Promise<unknown>;
}

/** What somebody signed on paper, with a photo of it. */
export function PaperForm({ code, error, onConfirm }: Props) {
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes');
  const [comment, setComment] = useState('');
  const [photo] = photos;
  return (
    <Box className="stack stack-3">
      <PhotoField
        label="签字的照片"
        hint="只有工作人员能看。"
        code={code}
        access="staff"
        most={1}
        value={photos}
        onChange={setPhotos}
        testId="paper-photo"
      />
      <Field label="本人说">
        <Segmented
          label="本人说"
          options={[
            { value: 'yes', word: '属实' },
            { value: 'no', word: '有不同意见' },
          ]}
          value={answer}
          onChange={setAnswer}
        />
      </Field>
      <TextField
        label="本人写的话（可以不填）"
        value={comment}
        onInput={setComment}
        multiline
        maxLength={300}
      />
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={photo === undefined}
        onTap={() =>
          photo === undefined
            ? undefined
            : onConfirm({
                photoId: photo.id,
                agrees: answer === 'yes',
                ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
              })
        }
        testId="paper-confirm"
      >
        记下
      </Button>
    </Box>
  );
}
