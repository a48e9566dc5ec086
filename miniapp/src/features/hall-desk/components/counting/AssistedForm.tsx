import type { SpeakerRole } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Segmented } from '@/components/Choice';
import { ChoiceField } from '@/components/ChoiceField';
import { Field, TextField } from '@/components/Field';
import { PhotoField, type SentPhoto } from '@/components/PhotoField';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { enterAssisted } from '../../api/counting';
import { refreshHallDesk } from '../../api/desk';
import type { AssistedEntry, RollMember, StaffTopic } from '../../api/types';
import { SPEAKER_OPTIONS } from '../../words';
import { MemberField } from './MemberField';
import { isRead, NOTHING_READ, ReadingFields, sentOf, type ReadOff } from './ReadingFields';

interface Props {
  topic: StaffTopic;
  kind: AssistedEntry['kind'];
  onDone: () => void;
}

/** The first of two readings of a ballot or an opinion that came by phone or on paper, with its photo. */
export function AssistedForm({ topic, kind, onDone }: Props) {
  const [channel, setChannel] = useState<AssistedEntry['channel']>('paper');
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const [member, setMember] = useState<RollMember | null>(null);
  const [name, setName] = useState('');
  const [role, setRole] = useState<SpeakerRole>('resident');
  const [read, setRead] = useState<ReadOff>(NOTHING_READ);
  const act = useAction(enterAssisted, async () => {
    onDone();
    await refreshHallDesk();
  });
  const [photo] = photos;
  const who = kind === 'ballot' ? member !== null : name.trim() !== '';
  const enter = (): Promise<unknown> | undefined => {
    if (photo === undefined) return undefined;
    return act.run({
      topicId: topic.id,
      kind,
      channel,
      photoId: photo.id,
      ...sentOf(kind, read),
      ...(kind === 'ballot'
        ? member === null
          ? {}
          : { member: member.no }
        : { speakerName: name.trim(), role }),
    });
  };
  return (
    <Box className="stack stack-3">
      <Field label="怎么来的">
        <Segmented
          label="怎么来的"
          options={[
            { value: 'paper', word: '纸面' },
            { value: 'phone', word: '电话' },
          ]}
          value={channel}
          onChange={setChannel}
        />
      </Field>
      <PhotoField
        label={channel === 'paper' ? '纸面的照片' : '电话记录的照片'}
        hint="要拍清楚签名。只有工作人员能看。"
        code={topic.community.code}
        access="staff"
        most={1}
        value={photos}
        onChange={setPhotos}
        testId="assisted-photo"
      />
      {kind === 'ballot' ? (
        <MemberField topicId={topic.id} value={member} onChange={setMember} />
      ) : (
        <>
          <TextField label="谁说的" value={name} onInput={setName} maxLength={40} />
          <ChoiceField label="身份" options={SPEAKER_OPTIONS} value={role} onChange={setRole} />
        </>
      )}
      <ReadingFields kind={kind} value={read} onChange={setRead} />
      {act.error && <Refusal error={act.error} />}
      <Button
        kind="primary"
        wide
        disabled={photo === undefined || !who || !isRead(kind, read)}
        onTap={enter}
        testId="assisted-confirm"
      >
        录入，等人复核
      </Button>
    </Box>
  );
}
