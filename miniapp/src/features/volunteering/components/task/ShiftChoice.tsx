import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { StatusChip } from '@/components/StatusChip';
import { Icon } from '@/components/Icon';
import { placesWord } from '@/components/places';
import { Tag } from '@/components/Tag';
import { spoken, spokenRange } from '@/lib/time';
import { useNow } from '@/lib/useNow';
import type { TaskShift } from '../../api/types';
import './task.scss';

interface Props {
  shifts: readonly TaskShift[];
  value: string | null;
  onChange: (id: string) => void;
}

/** Shifts shown before one asks for the rest. */
const FEW = 6;

/** The task's coming shifts, one of which is chosen. */
export function ShiftChoice({ shifts, value, onChange }: Props) {
  const [all, setAll] = useState(false);
  const chosen = shifts.findIndex((shift) => shift.id === value);
  const most = all || chosen >= FEW ? shifts.length : FEW;
  return (
    <Box className="stack stack-2">
      <Box className="stack stack-2" spoken={{ role: 'radiogroup', label: '选一场' }}>
        {shifts.slice(0, most).map((shift) => (
          <Choice key={shift.id} shift={shift} on={shift.id === value} onTap={() => onChange(shift.id)} />
        ))}
      </Box>
      {shifts.length > most && (
        <Button wide icon="down" onTap={() => setAll(true)}>
          {`看后面的 ${shifts.length - most} 场`}
        </Button>
      )}
    </Box>
  );
}

function Choice({ shift, on, onTap }: { shift: TaskShift; on: boolean; onTap: () => void }) {
  const when = spokenRange(shift.startsAt, shift.endsAt);
  return (
    <Tap
      className={`shift ${on ? 'shift-on' : ''}`}
      onTap={onTap}
      spoken={{ role: 'radio', checked: on, label: `${when}，${placesWord(shift).word}` }}
      testId={`shift-${shift.id}`}
    >
      <Box className="shift-mark">{on && <Icon name="check" />}</Box>
      <Box className="shift-body">
        <Text className="t17 num">{when}</Text>
        <State shift={shift} />
      </Box>
    </Tap>
  );
}

function State({ shift }: { shift: TaskShift }) {
  const now = useNow();
  const { mine } = shift;
  if (mine !== null && mine.status !== null) return <StatusChip of="claim" status={mine.status} />;
  if (mine !== null && mine.waitId !== null) {
    return (
      <Tag tone="wait" icon="queue">
        候补中
      </Tag>
    );
  }
  if (shift.status === 'cancelled') {
    return (
      <Tag tone="bad" icon="ban">
        取消了
      </Tag>
    );
  }
  if (Date.parse(shift.opensAt) > now.getTime()) {
    return <Tag tone="wait" icon="lock">{`${spoken(shift.opensAt, now)} 开放`}</Tag>;
  }
  if (Date.parse(shift.closesAt) <= now.getTime()) return <Tag icon="lock">认领截止</Tag>;
  const { word, tone } = placesWord(shift);
  return (
    <Tag tone={tone} icon={tone === 'free' ? 'check' : 'people'}>
      {word}
    </Tag>
  );
}
