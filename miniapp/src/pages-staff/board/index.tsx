import { isDay } from '@jiefang/shared/time';
import { BoardView } from '@/features/staff/components/board/BoardView';
import { CentrePage } from '@/features/staff/components/DeskPage';
import { useParams } from '@/lib/navigate';

/** A centre's day board. */
export default function BoardPage() {
  const { id, date = '' } = useParams<'id' | 'date'>();
  return (
    <CentrePage title="日程" needs="bookings.desk" id={id}>
      {(centre, permissions) => (
        <BoardView centreId={centre.id} permissions={permissions} date={isDay(date) ? date : undefined} />
      )}
    </CentrePage>
  );
}
