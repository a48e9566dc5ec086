import { clockOf } from '@jiefang/shared/time';
import { useState } from 'react';
import type { Unit, UnitState } from '@/lib/api/types';
import { minuteRange } from '@/lib/time';
import { Box, focusOn, Tap, Text } from '../base';
import { Icon, type IconName } from '../Icon';
import { partsOfDay, tapUnit, type Limits, type MinuteRun } from './selection';
import './unit-grid.scss';

const STATES: Record<UnitState, { word: string; icon?: IconName }> = {
  free: { word: '可约' },
  taken: { word: '已约', icon: 'lock' },
  mine: { word: '我的', icon: 'person' },
  cleaning: { word: '打扫', icon: 'broom' },
  closed: { word: '不开' },
  past: { word: '已过' },
  reserved: { word: '窗口', icon: 'phone' },
};

interface Props extends Limits {
  units: readonly Unit[];
  value: MinuteRun | null;
  onChange: (run: MinuteRun | null) => void;
  /** Cells that can be tapped beside the free ones (staff may take reserved ones). */
  takes?: readonly UnitState[];
}

/** A day cut into units. Tap the first and the last unit of a run; arrow keys move between cells. */
export function UnitGrid({ units, value, onChange, takes = [], ...limits }: Props) {
  const [remark, setRemark] = useState<string | null>(null);
  const [stop, setStop] = useState<number | null>(null);
  const choosable = units.map((unit) =>
    takes.includes(unit.state) ? { ...unit, state: 'free' as const } : unit,
  );
  const tabStop = stop ?? units.find((unit) => unit.state === 'free')?.startMinute ?? units[0]?.startMinute;

  const tap = (minute: number): void => {
    const outcome = tapUnit(choosable, limits, value, minute);
    setRemark(outcome.remark);
    setStop(minute);
    onChange(outcome.run);
  };
  const move = (from: number, step: -1 | 1 | -2 | 2): void => {
    const to = from + (Math.abs(step) === 2 ? (step / 2) * 4 : step) * limits.unitMinutes;
    if (!units.some((unit) => unit.startMinute === to)) return;
    setStop(to);
    focusOn(cellId(to));
  };

  return (
    <Box className="stack stack-3">
      {partsOfDay(units).map((part) => (
        <Box key={part.name} className="unit-part">
          <Text className="unit-part-name">{part.name}</Text>
          <Box className="unit-grid" spoken={{ role: 'group', label: part.name }}>
            {part.units.map((unit) => (
              <Cell
                key={unit.startMinute}
                unit={unit}
                unitMinutes={limits.unitMinutes}
                chosen={placeIn(value, unit.startMinute, limits.unitMinutes)}
                open={unit.state === 'free' || takes.includes(unit.state)}
                tabStop={unit.startMinute === tabStop}
                onTap={tap}
                onMove={move}
              />
            ))}
          </Box>
        </Box>
      ))}
      <Box className="unit-remark" spoken={{ role: 'status', live: 'polite' }}>
        {remark !== null && (
          <Box className="row t13 wait">
            <Icon name="info" />
            <Text>{remark}</Text>
          </Box>
        )}
        {value !== null && (
          <Text className="unseen">
            已选 {minuteRange(value.startMinute, value.endMinute)}，{value.endMinute - value.startMinute} 分钟
          </Text>
        )}
      </Box>
    </Box>
  );
}

type Place = 'only' | 'first' | 'inner' | 'last' | null;

function placeIn(run: MinuteRun | null, minute: number, unitMinutes: number): Place {
  if (run === null || minute < run.startMinute || minute >= run.endMinute) return null;
  const first = minute === run.startMinute;
  const last = minute + unitMinutes === run.endMinute;
  return first && last ? 'only' : first ? 'first' : last ? 'last' : 'inner';
}

interface CellProps {
  unit: Unit;
  unitMinutes: number;
  chosen: Place;
  open: boolean;
  tabStop: boolean;
  onTap: (minute: number) => void;
  onMove: (minute: number, step: -1 | 1 | -2 | 2) => void;
}

function Cell({ unit, unitMinutes, chosen, open, tabStop, onTap, onMove }: CellProps) {
  const { startMinute, state } = unit;
  const { word, icon } = STATES[state];
  const shown = chosen === null ? word : '已选';
  return (
    <Tap
      domId={cellId(startMinute)}
      className={['unit', `unit-${state}`, open && 'unit-open', chosen && 'unit-chosen']
        .filter(Boolean)
        .join(' ')}
      disabled={!open}
      tabStop={tabStop}
      onTap={() => onTap(startMinute)}
      onArrow={(step) => onMove(startMinute, step)}
      spoken={{
        label: `${minuteRange(startMinute, startMinute + unitMinutes)} ${shown}`,
        ...(open ? { role: 'checkbox', checked: chosen !== null } : {}),
      }}
      testId={`unit-${startMinute}`}
    >
      <Text className="unit-time num">{clockOf(startMinute)}</Text>
      <Box className="unit-word">
        {chosen !== null ? <Icon name="check" /> : icon && <Icon name={icon} />}
        <Text>{shown}</Text>
      </Box>
    </Tap>
  );
}

function cellId(minute: number): string {
  return `unit-${minute}`;
}

/** What the colours and hatching mean. */
export function UnitLegend() {
  const shown: UnitState[] = ['free', 'taken', 'mine', 'closed'];
  return (
    <Box className="row row-wrap unit-legend" spoken={{ hidden: true }}>
      {shown.map((state) => (
        <Box key={state} className="row t13 quiet">
          <Box className={`unit-key unit-${state}`} />
          <Text>{STATES[state].word}</Text>
        </Box>
      ))}
    </Box>
  );
}
