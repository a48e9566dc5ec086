import { SPEAKER_ROLE_WORDS, type SpeakerRole, type Stance } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Choice';
import { ChoiceField } from '@/components/ChoiceField';
import { Field, TextField } from '@/components/Field';
import { PhotoField, type SentPhoto } from '@/components/PhotoField';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import type { MeetingDeed } from '../../api/meetings';
import type { Meeting } from '../../api/types';
import { SPEAKER_OPTIONS, STANCE_OPTIONS } from '../../words';

type SpeechEntry = Omit<Extract<MeetingDeed, { do: 'speeches' }>, 'do'>;

interface Props {
  meeting: Meeting;
  /** Division that keeps the photos; null while it is not known. */
  code: string | null;
  error: ApiError | null;
  onConfirm: (speech: SpeechEntry) => Promise<unknown>;
}

/** Somebody who is not on the sign-in sheet. */
const OTHER = '';
const SPEECH_MAX = 2000;
const PHOTOS_MAX = 9;

/** What somebody said, entered for them with their name, in what capacity, and on which side. */
export function SpeechForm({ meeting, code, error, onConfirm }: Props) {
  const [attendee, setAttendee] = useState<string>(OTHER);
  const [name, setName] = useState('');
  const [role, setRole] = useState<SpeakerRole>('resident');
  const [stance, setStance] = useState<Stance>('neutral');
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const known = meeting.attendees.find(({ id }) => id === attendee);
  const ready = text.trim() !== '' && (known !== undefined || name.trim() !== '');
  return (
    <Box className="stack stack-3">
      <ChoiceField
        label="谁说的"
        options={[
          ...meeting.attendees.map((person) => ({
            value: person.id,
            word: person.name,
            detail: SPEAKER_ROLE_WORDS[person.role],
          })),
          { value: OTHER, word: '没有签到的人' },
        ]}
        value={attendee}
        onChange={(id) => {
          setAttendee(id);
          const person = meeting.attendees.find((one) => one.id === id);
          if (person !== undefined) setRole(person.role);
        }}
        testId="speaker"
      />
      {known === undefined && (
        <>
          <TextField label="姓名" value={name} onInput={setName} maxLength={40} />
          <ChoiceField label="身份" options={SPEAKER_OPTIONS} value={role} onChange={setRole} />
        </>
      )}
      <Field label="立场">
        <Segmented label="立场" options={STANCE_OPTIONS} value={stance} onChange={setStance} />
      </Field>
      <TextField
        label="说了什么"
        value={text}
        onInput={setText}
        multiline
        maxLength={SPEECH_MAX}
        hint="照原话记，念给本人听一遍。记下以后不能改。"
      />
      {code !== null && (
        <PhotoField
          label="材料的照片（可以不加）"
          hint="大家都能看到，不要拍到别人的隐私。"
          code={code}
          access="public"
          most={PHOTOS_MAX}
          value={photos}
          onChange={setPhotos}
          testId="speech-photo"
        />
      )}
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={!ready}
        onTap={() =>
          onConfirm({
            ...(known === undefined ? { speakerName: name.trim() } : { attendeeId: known.id }),
            role,
            stance,
            text: text.trim(),
            attachmentIds: photos.map(({ id }) => id),
          })
        }
        testId="speech-confirm"
      >
        记下
      </Button>
    </Box>
  );
}
