import type { Attachment } from '@/lib/api/halls';
import { openFile } from '@/lib/download';
import { showPictures } from '@/lib/preview';
import { Box, Picture, Tap } from './base';
import { Button } from './Button';
import './attachments.scss';

/** Photos in a row, documents below them; each opens large. `what` names them for screen readers. */
export function Attachments({ items, what }: { items: readonly Attachment[]; what: string }) {
  const shown = items.filter((item): item is Attachment & { path: string } => item.path !== null);
  const photos = shown.filter(({ mime }) => mime.startsWith('image/'));
  const documents = shown.filter(({ mime }) => !mime.startsWith('image/'));
  if (shown.length === 0) return null;
  const paths = photos.map(({ path }) => path);
  return (
    <Box className="stack stack-2">
      {photos.length > 0 && (
        <Box className="photos">
          {photos.map(({ id, path }, no) => (
            <Tap
              key={id}
              className="photo"
              onTap={() => showPictures(paths, path)}
              spoken={{ label: `${what}，照片 ${no + 1}，点开看大图` }}
              testId="photo"
            >
              <Picture
                className="photo-picture"
                src={`${API_BASE}${path}`}
                label={`${what}，照片 ${no + 1}`}
              />
            </Tap>
          ))}
        </Box>
      )}
      {documents.map(({ id, path }, no) => (
        <Button key={id} small icon="download" onTap={() => openFile(path, `${what}${no + 1}`, 'pdf')}>
          {`打开附件 ${no + 1}`}
        </Button>
      ))}
    </Box>
  );
}
