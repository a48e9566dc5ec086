import type { MinuteRange, WeekdayHours } from '@jiefang/shared/venues';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { TimeField } from '@/components/desk/TimeField';

const NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
/** A day is cut into at most this many ranges. */
const MAX_RANGES = 4;
const DAYTIME: MinuteRange = { openMinute: 8 * 60 + 30, closeMinute: 21 * 60 };

interface Props {
  /** All seven weekdays from Monday. */
  value: readonly WeekdayHours[];
  onChange: (value: WeekdayHours[]) => void;
  /** Fault of a weekday, by `${field}.${weekday}`. */
  faults: Record<string, string>;
  field: 'opening' | 'hours';
  /** Minutes between two times to choose from. */
  step?: 15 | 30;
}

/** Opening hours of a week, day by day. */
export function HoursEditor({ value, onChange, faults, field, step = 30 }: Props) {
  const put = (weekday: number, ranges: MinuteRange[]): void =>
    onChange(value.map((day) => (day.weekday === weekday ? { weekday, ranges } : day)));
  const monday = value[0]?.ranges ?? [];
  return (
    <Box className="stack stack-2">
      {value.map(({ weekday, ranges }) => (
        <DayHours
          key={weekday}
          name={NAMES[weekday - 1] ?? ''}
          ranges={ranges}
          step={step}
          fault={faults[`${field}.${weekday}`]}
          onChange={(next) => put(weekday, next)}
        />
      ))}
      <Button
        small
        icon="copy"
        onTap={() => onChange(value.map(({ weekday }) => ({ weekday, ranges: monday })))}
      >
        每天都照周一
      </Button>
    </Box>
  );
}

interface DayProps {
  name: string;
  ranges: readonly MinuteRange[];
  step: 15 | 30;
  fault: string | undefined;
  onChange: (ranges: MinuteRange[]) => void;
}

function DayHours({ name, ranges, step, fault, onChange }: DayProps) {
  const replace = (index: number, change: Partial<MinuteRange>): void =>
    onChange(ranges.map((range, at) => (at === index ? { ...range, ...change } : range)));
  const last = ranges[ranges.length - 1];
  const add = (): void => {
    const from = last === undefined ? DAYTIME.openMinute : Math.min(last.closeMinute + 60, 1380);
    onChange([
      ...ranges,
      last === undefined ? DAYTIME : { openMinute: from, closeMinute: Math.min(from + 180, 1440) },
    ]);
  };
  return (
    <Box className="hours-day" spoken={{ role: 'group', label: name }}>
      <Text className="hours-name strong">{name}</Text>
      <Box className="grow stack stack-1">
        {ranges.length === 0 && <Text className="hours-name quiet nowrap">不开放</Text>}
        {ranges.map((range, index) => (
          <Box key={index} className="hours-range">
            <TimeField
              label={`${name}从`}
              value={range.openMinute}
              onChange={(openMinute) => replace(index, { openMinute })}
              step={step}
              invalid={fault !== undefined}
            />
            <Text className="quiet">–</Text>
            <TimeField
              label={`${name}到`}
              value={range.closeMinute}
              onChange={(closeMinute) => replace(index, { closeMinute })}
              step={step}
              invalid={fault !== undefined}
            />
            <Tap
              className="icon-key"
              onTap={() => onChange(ranges.filter((_range, at) => at !== index))}
              spoken={{ label: `去掉${name}的这一段` }}
            >
              <Icon name="close" />
            </Tap>
          </Box>
        ))}
        {fault !== undefined && (
          <Text className="t13 bad block" spoken={{ role: 'alert' }}>
            {fault}
          </Text>
        )}
      </Box>
      {ranges.length < MAX_RANGES && (
        <Tap className="icon-key" onTap={add} spoken={{ label: `${name}加一段` }}>
          <Icon name="plus" />
        </Tap>
      )}
    </Box>
  );
}
