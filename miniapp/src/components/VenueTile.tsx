import { spokenDay } from '@jiefang/shared/time';
import type { VenueCard } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { minuteRange } from '@/lib/time';
import { Box, Text } from './base';
import { Card } from './Card';
import { Tag } from './Tag';
import './tiles.scss';

interface Props {
  venue: VenueCard;
  /** Day of the server, 'YYYY-MM-DD'. */
  today: string;
  /** Names the centre as well, where venues of several are together. */
  withCentre?: boolean;
}

/** A venue at a glance: what it is, how many it holds, and when it is free. */
export function VenueTile({ venue, today, withCentre = false }: Props) {
  const free = freedom(venue, today);
  const facts = [`${venue.capacity} 人`, ...venue.facilities.slice(0, 2)].join(' · ');
  return (
    <Card
      className="tile"
      onTap={() => open('pages-venues/venue', { id: venue.id, date: venue.nextFree?.date })}
      label={`${venue.name}，${facts}，${free.word}`}
      testId="venue-tile"
    >
      <Text className="t17 strong clip block">{venue.name}</Text>
      {withCentre && <Text className="t13 quiet clip block">{venue.centre.name}</Text>}
      <Text className="t13 quiet clip block">{facts}</Text>
      <Box className="row row-wrap tile-foot">
        <Tag tone={free.tone} icon={free.tone === 'free' ? 'check' : 'clock'}>
          {free.word}
        </Tag>
        {venue.approval && <Tag>要审核</Tag>}
      </Box>
    </Card>
  );
}

function freedom(venue: VenueCard, today: string): { word: string; tone: 'free' | 'plain' } {
  if (venue.status === 'suspended') return { word: '暂停使用', tone: 'plain' };
  if (venue.freeNow) return { word: '现在空着', tone: 'free' };
  const next = venue.nextFree;
  if (next === null) return { word: '近期没有空', tone: 'plain' };
  const time = minuteRange(next.startMinute, next.endMinute);
  if (next.date === today) return { word: `${time.slice(0, 5)} 起有空`, tone: 'free' };
  return { word: `${spokenDay(next.date, today)} ${time.slice(0, 5)} 起`, tone: 'plain' };
}
