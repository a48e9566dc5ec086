import { useState } from 'react';
import type { Attachment } from '@/lib/api/halls';
import { newKey } from '@/lib/api/client';
import { pickPhotos, type PickedFile } from '@/lib/file';
import { upload } from '@/lib/upload';
import { Box, Picture, Tap } from './base';
import { Button } from './Button';
import { Field } from './Field';
import { Icon } from './Icon';
import { Refusal } from './Refusal';
import './attachments.scss';

/** A photo that the server has, with what shows it on this device. */
export interface SentPhoto {
  id: string;
  preview: string;
}

interface Props {
  label: string;
  hint?: string;
  /** Division that keeps them. */
  code: string;
  /** Who will see them: everybody, or staff only. */
  access: 'public' | 'staff';
  most: number;
  value: readonly SentPhoto[];
  onChange: (photos: SentPhoto[]) => void;
  testId?: string;
}

/** Photos, taken or chosen, and sent at once; what could not be sent can be tried again. */
export function PhotoField({ label, hint, code, access, most, value, onChange, testId }: Props) {
  const [left, setLeft] = useState<{ file: PickedFile; key: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const send = async (queue: { file: PickedFile; key: string }[]): Promise<void> => {
    setBusy(true);
    setError(null);
    const sent = [...value];
    for (const [no, { file, key }] of queue.entries()) {
      try {
        const { id } = await upload<Attachment>({
          path: `/staff/divisions/${code}/attachments`,
          file,
          fields: { access },
          key,
        });
        sent.push({ id, preview: file.preview });
        onChange([...sent]);
      } catch (refused) {
        setError(refused);
        setLeft(queue.slice(no));
        setBusy(false);
        return;
      }
    }
    setLeft([]);
    setBusy(false);
  };
  const pick = (): void =>
    pickPhotos(most - value.length, (files) => {
      void send(files.slice(0, most - value.length).map((file) => ({ file, key: newKey() })));
    });

  return (
    <Field label={label} hint={hint}>
      <Box className="stack stack-2">
        {value.length > 0 && (
          <Box className="photos">
            {value.map(({ id, preview }, no) => (
              <Box key={id} className="photo-sent" testId="photo-sent">
                <Picture className="photo-picture" src={preview} label={`${label}，第 ${no + 1} 张`} />
                <Tap
                  className="photo-away"
                  onTap={() => onChange(value.filter((photo) => photo.id !== id))}
                  spoken={{ label: `不要第 ${no + 1} 张` }}
                >
                  <Icon name="close" />
                </Tap>
              </Box>
            ))}
          </Box>
        )}
        {error !== null && (
          <Refusal error={error} onRetry={left.length === 0 ? undefined : () => send(left)} />
        )}
        {value.length < most && (
          <Button icon="plus" wide busy={busy} onTap={pick} testId={testId}>
            {value.length === 0 ? '拍照或选照片' : '再加一张'}
          </Button>
        )}
      </Box>
    </Field>
  );
}
