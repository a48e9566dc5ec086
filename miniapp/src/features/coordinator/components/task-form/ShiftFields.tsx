import { instantAt, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Input, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { TimeField } from '@/components/desk/TimeField';
import { Field, Stepper, TextField } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import type { ShiftForm, StaffTask } from '../../api/types';
import { minuteOptions } from './minute-options';
import {
  closingOf,
  endOf,
  inOrder,
  MOST_SHIFTS,
  nextShift,
  repeatedWeekly,
  withClosing,
  withDay,
  withEnd,
  withStart,
} from './shift-drafts';
import { isWritable } from './task-drafts';
import type { TaskEditing } from './useTaskEditing';
import '../coordinator.scss';

const CLOSINGS = [0, 30, 60, 120, 720, 1440];
const MOST_WEEKS = 26;
/** Shifts unfolded at once: a form with sixty of them would be too much for a phone. */
const UNFOLDED = 2;

/** When people are needed, how many, and when the shifts can be claimed. */
export function ShiftFields({ editing, task }: { editing: TaskEditing; task: StaffTask | null }) {
  const { draft, edit, faults } = editing;
  const now = useNow();
  const [open, setOpen] = useState<string | null>(null);
  const { shifts } = draft;
  const put = (index: number, shift: ShiftForm): void =>
    edit(
      'shifts',
      shifts.map((one, at) => (at === index ? shift : one)),
    );
  const past = task?.shifts.filter((shift) => !isWritable(shift, now)).length ?? 0;
  const add = (): void => {
    const shift = nextShift(shifts, now);
    edit('shifts', [...shifts, shift]);
    setOpen(String(shifts.length));
  };
  return (
    <Section title={shifts.length === 0 ? '班次' : `班次 ${shifts.length}`}>
      {shifts.length === 0 && (
        <Text className="quiet block">哪一天、几点到几点、要几个人。至少有一个班次才能发布。</Text>
      )}
      {past > 0 && <Text className="t13 quiet block">{`另有 ${past} 个已经结束或取消的班次，不再改。`}</Text>}
      {faults.shifts !== undefined && <Text className="t13 bad block">{faults.shifts}</Text>}
      {shifts.map((shift, index) => {
        const wrong = Object.keys(faults).some((field) => field.startsWith(`shifts.${index}`));
        const unfolded = open === String(index) || wrong || (open === null && shifts.length <= UNFOLDED);
        return (
          <Card key={shift.id ?? `new-${index}`} testId="shift-form">
            <Box className="stack stack-3">
              <Box className="row row-between">
                <Tap
                  className="grow shift-fold"
                  onTap={() => setOpen(unfolded ? '' : String(index))}
                  spoken={{ expanded: unfolded, label: `第 ${index + 1} 个班次` }}
                >
                  <Text className="strong num block">{spokenRange(shift.startsAt, shift.endsAt, now)}</Text>
                  <Text className="t13 quiet block">
                    {`${Number.isNaN(shift.capacity) ? '?' : shift.capacity} 个名额${unfolded ? '' : ' · 点开修改'}`}
                  </Text>
                </Tap>
                <Tap
                  className="icon-key"
                  onTap={() =>
                    edit(
                      'shifts',
                      shifts.filter((_shift, at) => at !== index),
                    )
                  }
                  spoken={{ label: `去掉第 ${index + 1} 个班次` }}
                >
                  <Icon name="close" />
                </Tap>
              </Box>
              {unfolded && (
                <OneShift
                  shift={shift}
                  now={now}
                  faultOf={(field) => faults[`shifts.${index}.${field}`] ?? undefined}
                  fault={faults[`shifts.${index}`]}
                  onChange={(next) => put(index, next)}
                />
              )}
              {unfolded && (
                <Weekly
                  room={MOST_SHIFTS - shifts.length}
                  onRepeat={(weeks) => edit('shifts', repeatedWeekly(shifts, index, weeks))}
                />
              )}
            </Box>
          </Card>
        );
      })}
      <Box className="decide">
        {shifts.length < MOST_SHIFTS && (
          <Button icon="plus" wide onTap={add} testId="add-shift">
            {shifts.length === 0 ? '加一个班次' : '再加一个班次'}
          </Button>
        )}
        {shifts.some((shift, index) => shift !== inOrder(shifts)[index]) && (
          <Button icon="clock" wide onTap={() => edit('shifts', inOrder(shifts))}>
            按时间排好
          </Button>
        )}
      </Box>
    </Section>
  );
}

interface OneProps {
  shift: ShiftForm;
  now: Date;
  faultOf: (field: keyof ShiftForm) => string | undefined;
  fault: string | undefined;
  onChange: (shift: ShiftForm) => void;
}

function OneShift({ shift, now, faultOf, fault, onChange }: OneProps) {
  const day = shanghaiDay(new Date(shift.startsAt));
  const startMinute = shanghaiMinute(new Date(shift.startsAt));
  const end = endOf(shift);
  const opensDay = shanghaiDay(new Date(shift.opensAt));
  const opensMinute = shanghaiMinute(new Date(shift.opensAt));
  const closing = closingOf(shift);
  const setOpens = (openDay: string, minute: number): void => {
    if (openDay !== '') onChange({ ...shift, opensAt: instantAt(openDay, minute).toISOString() });
  };
  const openNow = Date.parse(shift.opensAt) <= now.getTime();
  return (
    <>
      {fault !== undefined && <Text className="t13 bad block">{fault}</Text>}
      <Field label="日期" error={faultOf('startsAt')}>
        <Input
          kind="date"
          label="日期"
          value={day}
          min={shanghaiDay(now)}
          onInput={(value) => {
            if (value !== '') onChange(withDay(shift, value));
          }}
        />
      </Field>
      <Box className="shift-times">
        <Field label="开始">
          <TimeField
            label="开始的时间"
            step={15}
            value={startMinute}
            onChange={(minute) => onChange(withStart(shift, day, minute))}
          />
        </Field>
        <Field label={end.nextDay ? '结束（第二天）' : '结束'} error={faultOf('endsAt')}>
          <TimeField
            label="结束的时间"
            step={15}
            value={end.minute}
            onChange={(minute) => onChange(withEnd(shift, minute))}
          />
        </Field>
      </Box>
      <TextField
        label="名额"
        kind="number"
        value={Number.isNaN(shift.capacity) ? '' : String(shift.capacity)}
        onInput={(text) => {
          const digits = text.replace(/\D/g, '');
          onChange({ ...shift, capacity: digits === '' ? Number.NaN : Number(digits) });
        }}
        maxLength={5}
        error={faultOf('capacity')}
      />
      <Field
        label="从什么时候起可以认领"
        hint={openNow ? '发布以后马上可以认领。' : undefined}
        error={faultOf('opensAt')}
      >
        <Box className="stack stack-2">
          <Box className="when">
            <Input
              kind="date"
              label="开放认领的日期"
              value={opensDay}
              onInput={(value) => setOpens(value, opensMinute)}
            />
            <TimeField
              label="开放认领的时间"
              value={opensMinute}
              onChange={(minute) => setOpens(opensDay, minute)}
            />
          </Box>
          {!openNow && (
            <Button small icon="clock" onTap={() => onChange({ ...shift, opensAt: now.toISOString() })}>
              改成现在就开放
            </Button>
          )}
        </Box>
      </Field>
      <ChoiceField
        label="认领到什么时候为止"
        options={[
          ...minuteOptions(CLOSINGS, Math.max(0, closing), '班次开始时'),
          { value: -lengthOf(shift), word: '班次结束时' },
          ...(closing < 0 && closing !== -lengthOf(shift)
            ? [{ value: closing, word: `开始后 ${-closing} 分钟` }]
            : []),
        ]}
        value={closing}
        onChange={(minutes) => onChange(withClosing(shift, minutes))}
        error={faultOf('closesAt')}
      />
    </>
  );
}

function lengthOf({ startsAt, endsAt }: ShiftForm): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

/** The same shift in the weeks to come. */
function Weekly({ room, onRepeat }: { room: number; onRepeat: (weeks: number) => void }) {
  const [asking, setAsking] = useState(false);
  const [weeks, setWeeks] = useState(4);
  if (room <= 0) return null;
  if (!asking) {
    return (
      <Button small icon="refresh" onTap={() => setAsking(true)} testId="weekly">
        每周重复
      </Button>
    );
  }
  return (
    <Box className="stack stack-2">
      <Stepper
        label="往后重复几周"
        value={weeks}
        onChange={setWeeks}
        min={1}
        max={Math.min(MOST_WEEKS, room)}
        unit="周"
      />
      <Box className="decide">
        <Button kind="quiet" wide onTap={() => setAsking(false)}>
          先不重复
        </Button>
        <Button
          wide
          icon="check"
          onTap={() => {
            onRepeat(weeks);
            setAsking(false);
          }}
          testId="weekly-confirm"
        >
          {`加上 ${weeks} 个班次`}
        </Button>
      </Box>
    </Box>
  );
}
