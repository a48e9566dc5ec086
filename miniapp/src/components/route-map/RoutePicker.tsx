import { Map, type MapProps } from '@tarojs/components';
import type { Place } from '@jiefang/shared/geo';
import { useState } from 'react';
import { useTheme } from '@/theme/useTheme';
import { Box } from '../base';
import { calloutOf } from './callout';
import { MARKS } from './marks';
import { PickedEditor } from './PickedEditor';
import { addPlace, changeChosen, tidy, type Chosen } from './route-edit';
import type { RoutePickerProps } from './types';
import './route-map.scss';
import './route-picker.scss';

/** Draws a route on WeChat's own map; see `RoutePickerProps`. */
export function RoutePicker(props: RoutePickerProps) {
  const { centre, value, onChange } = props;
  const { colour } = useTheme();
  const [adding, setAdding] = useState<Chosen['kind']>('line');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const marks = MARKS[colour];
  const tap = ({ detail }: { detail: Partial<Place> }): void => {
    const { latitude, longitude } = detail;
    if (latitude === undefined || longitude === undefined) return;
    if (chosen === null) onChange(addPlace(value, adding, { latitude, longitude }));
    else onChange(changeChosen(value, chosen, tidy({ latitude, longitude })));
  };
  const pins = value.checkpoints.map((one): Omit<MapProps.marker, 'iconPath'> => {
    const word = `${one.no} ${one.name}`;
    return {
      id: one.no,
      latitude: one.latitude,
      longitude: one.longitude,
      title: word,
      width: 24,
      height: 32,
      callout: calloutOf(word, marks),
    };
  });
  return (
    <Box className="stack stack-3">
      <Box className="route-map" spoken={{ label: '画路线的地图。下面也可以逐个输入坐标。' }}>
        <Map
          className="map-sheet map-drawing"
          latitude={centre.latitude}
          longitude={centre.longitude}
          scale={16}
          markers={pins as MapProps.marker[]}
          polyline={
            value.line.length > 1 ? [{ points: value.line.map(tidy), color: marks.walked, width: 6 }] : []
          }
          circles={value.line.map((place, index) => {
            const on = chosen?.kind === 'line' && chosen.index === index;
            const shade = on ? marks.here : marks.walked;
            return { ...tidy(place), radius: on ? 8 : 5, color: shade, fillColor: shade, strokeWidth: 1 };
          })}
          showLocation
          onTap={tap}
          onError={() => undefined}
        />
      </Box>
      <PickedEditor {...props} {...{ adding, chosen }} onAdding={setAdding} onChoose={setChosen} />
    </Box>
  );
}
