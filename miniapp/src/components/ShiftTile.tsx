import type { ShiftCard } from '@/lib/api/volunteering';
import { open } from '@/lib/navigate';
import { spoken, spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import { Box, Text } from './base';
import { Card } from './Card';
import { StatusChip } from './StatusChip';
import { Icon } from './Icon';
import { distanceWord, placesWord } from './places';
import { Tag } from './Tag';
import { TaskTag } from './TaskTags';
import './tiles.scss';

/** A shift of a task at a glance: what, when, where, and whether there is room. */
export function ShiftTile({ shift }: { shift: ShiftCard }) {
  const { task } = shift;
  const when = spokenRange(shift.startsAt, shift.endsAt);
  const { word } = placesWord(shift);
  return (
    <Card
      className="tile"
      onTap={() => open('pages-volunteer/task', { id: task.id, shift: shift.shiftId })}
      label={`${task.title}，${when}，${task.placeName}，${word}`}
      testId="shift-tile"
    >
      <Box className="row row-between row-top">
        <Text className="t17 strong grow">{task.title}</Text>
        <TaskTag task={task} />
      </Box>
      <Box className="row t15">
        <Icon name="clock" className="quiet" />
        <Text className="num">{when}</Text>
      </Box>
      <Box className="row row-top t13 quiet">
        <Icon name="place" />
        <Text className="grow">
          {task.distanceMetres === null ? '' : `${distanceWord(task.distanceMetres)} · `}
          {task.placeName} · {task.community.name}
        </Text>
      </Box>
      <Box className="row row-wrap tile-foot">
        <Standing shift={shift} />
        {task.checkpoints > 0 && <Tag icon="route">{`${task.checkpoints} 个打卡点`}</Tag>}
        {task.insured && <Tag icon="shield">有保险</Tag>}
      </Box>
    </Card>
  );
}

/** What the reader has of it, else how much room there is. */
function Standing({ shift }: { shift: ShiftCard }) {
  const now = useNow();
  if (shift.mine === 'waiting') {
    return (
      <Tag tone="wait" icon="queue">
        你在候补
      </Tag>
    );
  }
  if (shift.mine !== null) return <StatusChip of="claim" status={shift.mine} />;
  if (Date.parse(shift.opensAt) > now.getTime()) {
    return <Tag tone="wait" icon="lock">{`${spoken(shift.opensAt, now)} 开放认领`}</Tag>;
  }
  const { word, tone } = placesWord(shift);
  return (
    <Tag tone={tone} icon={tone === 'free' ? 'check' : 'people'}>
      {word}
    </Tag>
  );
}
