import type { Place } from '@jiefang/shared/geo';
import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Field, TextField } from '@/components/Field';
import { locate } from '@/lib/locate';

interface PlaceProps {
  value: Place;
  onChange: (value: Place) => void;
  error: string | undefined;
  /** What the button says that takes the device's own position. */
  here: string;
}

const DECIMALS = 6;

/** A place in GCJ-02: from the device when standing there, or typed from a map. */
export function PlaceField({ value, onChange, error, here: hereWord }: PlaceProps) {
  const [remark, setRemark] = useState<string | undefined>();
  const [typed, setTyped] = useState({ latitude: shown(value.latitude), longitude: shown(value.longitude) });
  const type = (field: 'latitude' | 'longitude', text: string): void => {
    const clean = text.replace(/[^\d.]/g, '');
    setTyped((current) => ({ ...current, [field]: clean }));
    onChange({ ...value, [field]: Number(clean) });
  };
  const here = async (): Promise<void> => {
    try {
      const { latitude, longitude } = await locate();
      setTyped({ latitude: shown(latitude), longitude: shown(longitude) });
      onChange({ latitude: round(latitude), longitude: round(longitude) });
      setRemark('已填上你现在的位置。');
    } catch {
      setRemark('没有取到位置，请从地图上抄下来。');
    }
  };
  return (
    <Field label="地图上的位置（高德或腾讯地图的纬度和经度）" error={error} hint={remark}>
      <Box className="stack stack-2">
        <Box className="desk-grid">
          <TextField
            label="纬度"
            value={typed.latitude}
            onInput={(text) => type('latitude', text)}
            maxLength={12}
          />
          <TextField
            label="经度"
            value={typed.longitude}
            onInput={(text) => type('longitude', text)}
            maxLength={12}
          />
        </Box>
        <Button icon="place" onTap={here}>
          {hereWord}
        </Button>
      </Box>
    </Field>
  );
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}

function shown(degrees: number): string {
  return degrees === 0 ? '' : String(round(degrees));
}
