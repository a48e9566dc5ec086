import { addDays, daysBetween, spokenDay, weekdayName } from '@jiefang/shared/time';
import { monthAndDay } from '@/lib/time';
import type { DaySummary } from '@/lib/api/types';
import { Box, Tap, Text } from './base';
import './day-strip.scss';

interface Props {
  /** First and last day that may be chosen, 'YYYY-MM-DD'. */
  firstDay: string;
  lastDay: string;
  today: string;
  value: string;
  onChange: (day: string) => void;
  /** How full each day is, when known. */
  summaries?: readonly DaySummary[] | undefined;
}

/** Days side by side; each says how much is free. */
export function DayStrip({ firstDay, lastDay, today, value, onChange, summaries }: Props) {
  const count = Math.max(daysBetween(firstDay, lastDay) + 1, 1);
  const days = Array.from({ length: count }, (_day, index) => addDays(firstDay, index));
  return (
    <Box className="day-strip" spoken={{ role: 'radiogroup', label: '选日期' }}>
      <Box className="day-strip-track">
        {days.map((day) => {
          const on = day === value;
          const word = fullness(
            summaries?.find((summary) => summary.date === day),
            day === today,
          );
          const near = daysBetween(today, day) < 2;
          const name = near ? spokenDay(day, today) : weekdayName(day);
          return (
            <Tap
              key={day}
              className={`day ${on ? 'day-on' : ''}`}
              onTap={() => onChange(day)}
              spoken={{ role: 'radio', checked: on, label: `${name} ${monthAndDay(day)} ${word}` }}
              testId={`day-${day}`}
            >
              <Text className="day-name">{name}</Text>
              <Text className="day-date num">{`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`}</Text>
              <Text className={`day-word ${FULL.includes(word) ? 'day-full' : ''}`}>{word || ' '}</Text>
            </Tap>
          );
        })}
      </Box>
    </Box>
  );
}

/** Words of days with nothing to book. */
const FULL = ['约满', '没空了', '不开'];

function fullness(summary: DaySummary | undefined, isToday: boolean): string {
  if (summary === undefined) return '';
  if (summary.closed) return '不开';
  // Of today the hours may simply be over.
  if (summary.freeUnits === 0) return isToday ? '没空了' : '约满';
  return summary.freeUnits * 3 <= summary.totalUnits ? '较满' : '有空';
}
