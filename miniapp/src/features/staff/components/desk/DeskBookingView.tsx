import { addDays, instantAt, isDay, shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { Segmented } from '@/components/Choice';
import { DayStrip } from '@/components/DayStrip';
import { Stepper, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { scrollToTop } from '@/components/Page';
import { Empty, QueryState } from '@/components/QueryState';
import { Refusal } from '@/components/Refusal';
import { GridSkeleton, Skeleton } from '@/components/Skeleton';
import { DayOver, isOver } from '@/components/unit-grid/DayOver';
import { UnitGrid, UnitLegend } from '@/components/unit-grid/UnitGrid';
import type { MinuteRun } from '@/components/unit-grid/selection';
import type { Venue } from '@/lib/api/types';
import { open } from '@/lib/navigate';
import { minuteRange, spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { bookAtDesk, useBoard, useDeskDay, useDeskVenue, type DeskWish } from '../../api/bookings';
import { refreshDesk } from '../../api/desk';
import type { BoardBooking } from '../../api/types';
import { ChoiceField } from '@/components/ChoiceField';
import { DeskFooter } from '@/components/desk/DeskFooter';
import { contactFaults, EMPTY_CONTACT, isComplete, type Contact } from './contact';

interface Props {
  centreId: string;
  /** What the board's free run says. */
  venueId?: string | undefined;
  date?: string | undefined;
  startMinute?: number | undefined;
}

/** Booking for somebody on the phone or at the counter. */
export function DeskBookingView({ centreId, venueId, date, startMinute }: Props) {
  const today = shanghaiDay(useNow());
  const board = useBoard(centreId, today);
  const [picked, setPicked] = useState(venueId ?? null);
  return (
    <QueryState
      query={board}
      skeleton={<Skeleton count={2} lines={3} />}
      isEmpty={(data) => data.venues.length === 0}
      empty={<Empty icon="door" title="这个中心还没有场地" hint="在“场地与规则”里新建一间，就能代约了。" />}
    >
      {({ venues }) => {
        const id = venues.find((venue) => venue.id === picked)?.id ?? venues[0]?.id ?? null;
        return (
          <>
            <ChoiceField
              label="场地"
              options={venues.map((venue) => ({ value: venue.id, word: venue.name }))}
              value={id}
              onChange={setPicked}
              testId="desk-venue"
            />
            {id !== null && (
              <OfVenue
                key={id}
                id={id}
                centreId={centreId}
                today={today}
                date={date !== undefined && isDay(date) && date >= today ? date : today}
                startMinute={id === venueId ? startMinute : undefined}
              />
            )}
          </>
        );
      }}
    </QueryState>
  );
}

interface OfVenueProps {
  id: string;
  centreId: string;
  today: string;
  date: string;
  startMinute: number | undefined;
}

function OfVenue(props: OfVenueProps) {
  const query = useDeskVenue(props.id);
  return (
    <QueryState query={query} skeleton={<GridSkeleton />}>
      {(venue) => <DeskForm venue={venue} {...props} />}
    </QueryState>
  );
}

function DeskForm({ venue, id, centreId, today, date, startMinute }: OfVenueProps & { venue: Venue }) {
  const [day, setDay] = useState(date);
  const { unitMinutes, policy, capacity } = venue;
  const [run, setRun] = useState<MinuteRun | null>(
    startMinute === undefined
      ? null
      : { startMinute, endMinute: startMinute + shortest(unitMinutes, policy.minMinutes) },
  );
  const [contact, setContact] = useState<Contact>(EMPTY_CONTACT);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<BoardBooking | null>(null);
  const units = useDeskDay(id, day);
  const book = useAction(bookAtDesk, (booking) => {
    setMade(booking);
    setRun(null);
    setContact(EMPTY_CONTACT);
    setTried(false);
    scrollToTop();
    void refreshDesk();
  });
  const faults = contactFaults(contact, policy.audience === 'units');
  const submit = async (): Promise<void> => {
    setTried(true);
    setMade(null);
    if (run === null || !isComplete(faults)) return;
    const done = await book.run(wishOf(id, day, run, contact));
    // Most refusals mean that the day has changed meanwhile.
    if (done === undefined) void units.refetch();
  };
  const edit =
    <Field extends keyof Contact>(field: Field) =>
    (value: Contact[Field]): void =>
      setContact((current) => ({ ...current, [field]: value }));
  const text = (field: keyof typeof faults) => ({
    value: contact[field],
    onInput: edit(field),
    error: tried ? faults[field] : undefined,
  });

  return (
    <>
      {made && (
        <Notice tone="good" testId="desk-done">
          <Box className="stack stack-2">
            <Text className="strong block">约好了：{spokenRange(made.startsAt, made.endsAt)}</Text>
            <Text className="block">{`${venue.name}，${made.personName}。到时候报签到码或核对证件签到。`}</Text>
            <Button onTap={() => open('pages-staff/board', { id: centreId, date: day })}>
              看这一天的日程
            </Button>
          </Box>
        </Notice>
      )}
      <Box className="stack stack-6 form-columns">
        <Section title="时间">
          <DayStrip
            firstDay={today}
            lastDay={venue.lastDay > today ? venue.lastDay : addDays(today, policy.earliestLeadDays)}
            today={today}
            value={day}
            onChange={(next) => {
              setDay(next);
              setRun(null);
            }}
          />
          <QueryState query={units} skeleton={<GridSkeleton />}>
            {(data) =>
              isOver(data.units) ? (
                <DayOver units={data.units} />
              ) : (
                <Card>
                  <Box className="stack stack-3">
                    <UnitGrid
                      units={data.units}
                      value={run}
                      onChange={setRun}
                      unitMinutes={unitMinutes}
                      minMinutes={policy.minMinutes}
                      maxMinutes={policy.maxMinutes}
                      takes={['reserved']}
                    />
                    <UnitLegend />
                  </Box>
                </Card>
              )
            }
          </QueryState>
        </Section>
        <Section title="为谁约">
          <Card>
            <Box className="stack stack-3">
              <Segmented
                label="怎么来的"
                options={CHANNELS}
                value={contact.channel}
                onChange={edit('channel')}
              />
              <TextField label="联系人" {...text('name')} maxLength={20} placeholder="姓名" />
              <TextField
                label="电话"
                kind="phone"
                {...text('phone')}
                maxLength={13}
                placeholder="手机号，或带区号的座机"
                hint="这个号码如果绑定过街坊，预约会出现在对方手机里。"
              />
              <TextField
                label={policy.audience === 'units' ? '单位名称' : '单位名称（个人不用填）'}
                {...text('unit')}
                maxLength={40}
              />
              <TextField label="用途" {...text('purpose')} maxLength={60} placeholder="如：老年合唱排练" />
              <Stepper
                label="人数"
                unit="人"
                value={Math.min(contact.attendees, capacity)}
                onChange={edit('attendees')}
                min={1}
                max={capacity}
              />
            </Box>
          </Card>
          {book.error && <Refusal error={book.error} />}
        </Section>
      </Box>
      <DeskFooter>
        <Button kind="primary" wide disabled={run === null} onTap={submit} testId="desk-book">
          {run === null ? '先选时间' : `代约 ${minuteRange(run.startMinute, run.endMinute)}`}
        </Button>
      </DeskFooter>
    </>
  );
}

const CHANNELS = [
  { value: 'phone', word: '电话' },
  { value: 'counter', word: '窗口' },
] as const;

function shortest(unitMinutes: number, minMinutes: number): number {
  return Math.max(unitMinutes, Math.ceil(minMinutes / unitMinutes) * unitMinutes);
}

function wishOf(venueId: string, day: string, run: MinuteRun, contact: Contact): DeskWish {
  const unit = contact.unit.trim();
  return {
    venueId,
    startsAt: instantAt(day, run.startMinute).toISOString(),
    endsAt: instantAt(day, run.endMinute).toISOString(),
    purpose: contact.purpose.trim(),
    attendees: contact.attendees,
    channel: contact.channel,
    contactName: contact.name.trim(),
    contactPhone: contact.phone.replace(/\s/g, ''),
    ...(unit === '' ? {} : { unitName: unit }),
  };
}
