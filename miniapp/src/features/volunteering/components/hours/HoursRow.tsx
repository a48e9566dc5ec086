import { spokenHours } from '@jiefang/shared/hours';
import { Box, Text } from '@/components/base';
import { ListRow } from '@/components/Card';
import { StatusChip } from '@/components/StatusChip';
import { open } from '@/lib/navigate';
import { monthAndDay } from '@/lib/time';
import type { HoursItem } from '../../api/types';

/** One entry of the reader's hours; opens it. */
export function HoursRow({ item }: { item: HoursItem }) {
  return (
    <ListRow
      title={item.content}
      detail={
        <Box className="row row-wrap">
          <Text className="num">{monthAndDay(item.day)}</Text>
          <StatusChip of="hours" status={item.status} />
          {item.openObjections > 0 && <Text>有人提了异议</Text>}
        </Box>
      }
      value={<Text className="t17 num">{spokenHours(item.minutes)}</Text>}
      onTap={() => open('pages-volunteer/hours-item', { id: item.id })}
      testId="hours-row"
    />
  );
}
