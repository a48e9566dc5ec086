import { lengthMetres } from '@jiefang/shared/geo';
import { useState } from 'react';
import { locate } from '@/lib/locate';
import { Box, Tap, Text } from '../base';
import { Button } from '../Button';
import { Segmented } from '../Choice';
import { Field, Stepper, TextField } from '../Field';
import { Input } from '../base';
import { Notice } from '../Notice';
import { distanceWord } from '../places';
import {
  addPlace,
  changeChosen,
  degrees,
  moveCheckpoint,
  readPasted,
  removeChosen,
  type Chosen,
} from './route-edit';
import type { RoutePickerProps } from './types';

interface Props extends RoutePickerProps {
  /** What the next tap on the map adds. */
  adding: Chosen['kind'];
  onAdding: (kind: Chosen['kind']) => void;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
}

/** The hand tools beside a route that is drawn: what a tap adds, the list of points, numbers, pasting. */
export function PickedEditor({ centre, value, onChange, adding, onAdding, chosen, onChoose }: Props) {
  const [remark, setRemark] = useState<string | null>(null);
  const here = async (): Promise<void> => {
    setRemark(null);
    try {
      onChange(addPlace(value, adding, await locate()));
    } catch {
      setRemark('没有取到现在的位置。请允许使用位置，或在地图上点一下。');
    }
  };
  return (
    <Box className="stack stack-3">
      <Segmented
        label="在地图上点一下，加什么"
        options={[
          { value: 'line', word: '加路线点' },
          { value: 'checkpoint', word: '加打卡点' },
        ]}
        value={adding}
        onChange={onAdding}
      />
      <Box className="row row-wrap">
        <Button small icon="place" onTap={here}>
          加上我现在的位置
        </Button>
        <Button small icon="plus" onTap={() => onChange(addPlace(value, adding, centre))}>
          加在任务地点
        </Button>
        <Button
          small
          icon="back"
          disabled={value.line.length === 0}
          onTap={() => {
            onChoose(null);
            onChange(removeChosen(value, { kind: 'line', index: value.line.length - 1 }));
          }}
        >
          去掉最后一个路线点
        </Button>
      </Box>
      {remark !== null && <Notice tone="wait">{remark}</Notice>}
      <Text className="quiet block" spoken={{ live: 'polite' }}>
        {`${value.line.length} 个路线点，长约 ${distanceWord(lengthMetres(value.line))}；${value.checkpoints.length} 个打卡点`}
      </Text>
      <Box className="picked-list" spoken={{ role: 'group', label: '打卡点和路线点' }}>
        {value.checkpoints.map((one, index) => (
          <PickedChip
            key={`c${one.no}`}
            word={`${one.no} ${one.name}`}
            on={isChosen(chosen, 'checkpoint', index)}
            onTap={() => onChoose(toggled(chosen, { kind: 'checkpoint', index }))}
          />
        ))}
        {value.line.map((_, index) => (
          <PickedChip
            key={`l${index}`}
            word={`路线点 ${index + 1}`}
            on={isChosen(chosen, 'line', index)}
            onTap={() => onChoose(toggled(chosen, { kind: 'line', index }))}
          />
        ))}
      </Box>
      {chosen !== null && (
        <ChosenForm
          // A fresh form for each point: half-typed numbers belong to the one they were typed for.
          key={`${chosen.kind}${chosen.index}`}
          {...{ value, onChange, chosen, onChoose }}
        />
      )}
      <Pasting value={value} onChange={onChange} />
    </Box>
  );
}

function PickedChip({ word, on, onTap }: { word: string; on: boolean; onTap: () => void }) {
  return (
    <Tap
      className={`chip ${on ? 'chip-on' : ''}`}
      onTap={onTap}
      spoken={{ role: 'checkbox', checked: on, label: word }}
    >
      <Text>{word}</Text>
    </Tap>
  );
}

type FormProps = Pick<Props, 'value' | 'onChange' | 'onChoose'> & { chosen: Chosen };

/** The chosen point as numbers; for a checkpoint also its name, reach and stay. */
function ChosenForm({ value, onChange, chosen, onChoose }: FormProps) {
  const place = chosen.kind === 'line' ? value.line[chosen.index] : value.checkpoints[chosen.index];
  const [latitude, setLatitude] = useState(String(place?.latitude ?? ''));
  const [longitude, setLongitude] = useState(String(place?.longitude ?? ''));
  if (place === undefined) return null;
  const checkpoint = chosen.kind === 'checkpoint' ? value.checkpoints[chosen.index] : undefined;
  const change = (part: Parameters<typeof changeChosen>[2]): void =>
    onChange(changeChosen(value, chosen, part));
  const typed = { latitude: degrees(latitude, 90), longitude: degrees(longitude, 180) };
  const bad = typed.latitude === null || typed.longitude === null;
  return (
    <Box className="card card-sunken stack stack-3">
      <Text className="strong block">
        {checkpoint === undefined ? `路线点 ${chosen.index + 1}` : `打卡点 ${checkpoint.no}`}
      </Text>
      <Text className="t13 quiet block">在地图上点一下就移到那里，也可以直接改数字。</Text>
      {checkpoint !== undefined && (
        <TextField label="名字" value={checkpoint.name} maxLength={40} onInput={(name) => change({ name })} />
      )}
      <Box className="row row-top">
        <Box className="grow">
          <Field label="纬度">
            <Input label="纬度" value={latitude} onInput={setLatitude} invalid={typed.latitude === null} />
          </Field>
        </Box>
        <Box className="grow">
          <Field label="经度">
            <Input label="经度" value={longitude} onInput={setLongitude} invalid={typed.longitude === null} />
          </Field>
        </Box>
      </Box>
      <Button
        small
        disabled={bad}
        onTap={() => {
          if (typed.latitude === null || typed.longitude === null) return;
          change({ latitude: typed.latitude, longitude: typed.longitude });
        }}
      >
        移到这个位置
      </Button>
      {checkpoint !== undefined && (
        <>
          <Stepper
            label="走到多近算到"
            value={checkpoint.radiusMetres}
            onChange={(radiusMetres) => change({ radiusMetres })}
            min={10}
            max={200}
            step={10}
            unit="米"
          />
          <Stepper
            label="至少停多久"
            value={checkpoint.dwellSeconds}
            onChange={(dwellSeconds) => change({ dwellSeconds })}
            min={0}
            max={600}
            step={30}
            unit="秒"
          />
          <Box className="row row-wrap">
            <Button
              small
              icon="up"
              disabled={chosen.index === 0}
              onTap={() => {
                onChange(moveCheckpoint(value, chosen.index, -1));
                onChoose({ ...chosen, index: chosen.index - 1 });
              }}
            >
              往前排
            </Button>
            <Button
              small
              icon="down"
              disabled={chosen.index === value.checkpoints.length - 1}
              onTap={() => {
                onChange(moveCheckpoint(value, chosen.index, 1));
                onChoose({ ...chosen, index: chosen.index + 1 });
              }}
            >
              往后排
            </Button>
          </Box>
        </>
      )}
      <Box className="row row-wrap">
        <Button
          small
          kind="danger"
          icon="close"
          onTap={() => {
            onChoose(null);
            onChange(removeChosen(value, chosen));
          }}
        >
          去掉这个点
        </Button>
        <Button small kind="quiet" onTap={() => onChoose(null)}>
          好了
        </Button>
      </Box>
    </Box>
  );
}

/** Many points at once, from a list of numbers. */
function Pasting({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [remark, setRemark] = useState<string | null>(null);
  if (!open) {
    return (
      <Button small kind="quiet" icon="edit" onTap={() => setOpen(true)}>
        粘贴一串坐标
      </Button>
    );
  }
  const take = (): void => {
    const { route, unread } = readPasted(text, value);
    onChange(route);
    const added = route.line.length - value.line.length;
    setRemark(unread === 0 ? `加上了 ${added} 个点` : `加上了 ${added} 个点，有 ${unread} 行看不懂`);
    if (unread === 0) setText('');
  };
  return (
    <Box className="stack stack-2">
      <TextField
        label="每行一个点：纬度,经度,名字"
        hint="有名字的是打卡点，没有名字的只是路线点。坐标用地图上看到的（火星坐标）。"
        multiline
        maxLength={20_000}
        value={text}
        onInput={setText}
        placeholder="24.51080,117.64710,南门"
      />
      {remark !== null && <Notice>{remark}</Notice>}
      <Box className="row">
        <Button small icon="plus" disabled={text.trim() === ''} onTap={take}>
          加上这些点
        </Button>
        <Button small kind="quiet" onTap={() => setOpen(false)}>
          收起
        </Button>
      </Box>
    </Box>
  );
}

function isChosen(chosen: Chosen | null, kind: Chosen['kind'], index: number): boolean {
  return chosen?.kind === kind && chosen.index === index;
}

function toggled(chosen: Chosen | null, next: Chosen): Chosen | null {
  return isChosen(chosen, next.kind, next.index) ? null : next;
}
