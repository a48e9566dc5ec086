import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { ReasonField } from '@/components/desk/ReasonField';
import { PhotoField, type SentPhoto } from '@/components/PhotoField';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import { useCommunityOf } from '../../api/outcomes';
import { DONE_STARTS, PROGRESS_STARTS } from '../../reasons';

interface Props {
  topicId: string;
  /** The promise is kept with this report. */
  finishing: boolean;
  error: ApiError | null;
  onConfirm: (text: string, photoIds: string[]) => Promise<unknown>;
}

const PHOTOS_MAX = 9;
const TEXT_MAX = 1000;

/** How far a promise is, in words and photos that everybody sees. */
export function ReportForm({ topicId, finishing, error, onConfirm }: Props) {
  const community = useCommunityOf(topicId).data;
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const written = text.trim();
  return (
    <Box className="stack stack-3">
      <ReasonField
        label={finishing ? '办成什么样了' : '办到哪一步了'}
        ready={finishing ? DONE_STARTS : PROGRESS_STARTS}
        value={text}
        onChange={setText}
        hint="大家都能看到。"
        multiline
        maxLength={TEXT_MAX}
      />
      {community !== undefined && (
        <PhotoField
          label="现场照片"
          hint="大家都能看到，不要拍到人脸和车牌。"
          code={community}
          access="public"
          most={PHOTOS_MAX}
          value={photos}
          onChange={setPhotos}
          testId="progress-photo"
        />
      )}
      {error && <Refusal error={error} />}
      <Button
        kind="primary"
        wide
        disabled={written.length < 2}
        onTap={() =>
          onConfirm(
            written,
            photos.map(({ id }) => id),
          )
        }
        testId="report-confirm"
      >
        {finishing ? '办结，请大家评价' : '记下'}
      </Button>
    </Box>
  );
}
