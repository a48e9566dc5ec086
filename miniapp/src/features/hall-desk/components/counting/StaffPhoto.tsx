import { Picture } from '@/components/base';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import type { Attachment } from '@/lib/api/halls';
import { useStaffPhoto } from '../../api/counting';
import '../../hall-desk.scss';

/** A photo that only staff may see. */
export function StaffPhoto({ photo, label }: { photo: Attachment; label: string }) {
  const query = useStaffPhoto(photo.id, photo.path);
  return (
    <QueryState query={query} skeleton={<Skeleton lines={4} />}>
      {(path) => <Picture className="paper-photo" src={`${API_BASE}${path}`} label={label} />}
    </QueryState>
  );
}
