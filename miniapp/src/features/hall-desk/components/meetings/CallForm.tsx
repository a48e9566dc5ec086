import { addDays, instantAt, shanghaiDay } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Input, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { TimeField } from '@/components/desk/TimeField';
import { Field, TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { spokenRange } from '@/lib/time';
import { useAction } from '@/lib/useAction';
import { useNow } from '@/lib/useNow';
import { refreshHallDesk } from '../../api/desk';
import { callMeeting } from '../../api/meetings';

/** Days from today that a meeting is proposed for, and its time: an evening when people are at home. */
const PROPOSED = { days: 2, start: 19 * 60, end: 20 * 60 + 30 };

/** When and where people meet, and about what. */
export function CallForm({ topicId, onDone }: { topicId: string; onDone: (told: string) => void }) {
  const now = useNow();
  const today = shanghaiDay(now);
  const [day, setDay] = useState(() => addDays(today, PROPOSED.days));
  const [start, setStart] = useState(PROPOSED.start);
  const [end, setEnd] = useState(PROPOSED.end);
  const [place, setPlace] = useState('');
  const [agenda, setAgenda] = useState('');
  const act = useAction(callMeeting, async (_meeting, { startsAt, endsAt }) => {
    onDone(`${spokenRange(startsAt, endsAt)}的会议，通知发出去了。`);
    await refreshHallDesk();
  });
  const startsAt = day === '' ? null : instantAt(day, start).toISOString();
  const endsAt = day === '' ? null : instantAt(day, end).toISOString();
  const wrong = end <= start ? '结束要晚于开始。' : undefined;
  const past = startsAt !== null && startsAt <= now.toISOString() ? '要定在现在以后。' : undefined;
  const ready =
    wrong === undefined && past === undefined && place.trim().length > 1 && agenda.trim().length > 1;
  return (
    <Box className="stack stack-3">
      <Field label="哪一天" error={past}>
        <Input kind="date" label="哪一天" value={day} min={today} onInput={setDay} />
      </Field>
      <Box className="field-columns stack stack-3">
        <Field label="开始">
          <TimeField label="开始" step={15} value={start} onChange={setStart} />
        </Field>
        <Field label="结束" error={wrong}>
          <TimeField label="结束" step={15} value={end} onChange={setEnd} invalid={wrong !== undefined} />
        </Field>
      </Box>
      <TextField
        label="地点"
        value={place}
        onInput={setPlace}
        maxLength={80}
        placeholder="如：党群服务中心二楼会议室"
      />
      <TextField
        label="议程"
        value={agenda}
        onInput={setAgenda}
        multiline
        maxLength={1000}
        placeholder="先说什么，再说什么，请谁来"
      />
      <Text className="t13 quiet block">附议过和发过言的人会收到通知，议题页也会写上。</Text>
      {act.error && <Refusal error={act.error} />}
      <Button
        kind="primary"
        wide
        disabled={!ready}
        onTap={() =>
          startsAt === null || endsAt === null
            ? undefined
            : act.run({ topicId, startsAt, endsAt, place: place.trim(), agenda: agenda.trim() })
        }
        testId="call-confirm"
      >
        召集，发通知
      </Button>
    </Box>
  );
}
