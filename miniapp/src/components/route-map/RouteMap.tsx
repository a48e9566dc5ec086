import { Map, type MapProps } from '@tarojs/components';
import type { Place } from '@jiefang/shared/geo';
import { useTheme } from '@/theme/useTheme';
import { Box } from '../base';
import { calloutOf } from './callout';
import { describeMap, reachedWord } from './describe';
import { Legend } from './Legend';
import { MARKS } from './marks';
import type { RouteMapProps } from './types';
import './route-map.scss';

/** WeChat's marker without a picture of ours: it draws its own pin, and the callout carries number and word. */
type Pin = Omit<MapProps.marker, 'iconPath'>;

/** First id of the people's markers; checkpoints have their numbers. */
const PEOPLE_FROM = 1000;
/** WeChat's map gets slow with more marks than this. */
const MAX_ASIDE = 60;

/** WeChat's own map with the patrol on it; see `RouteMapProps`. */
export function RouteMap(props: RouteMapProps) {
  const { route, segments = [], aside = [], checkpoints = [], position, people = [], legend = true } = props;
  const { colour } = useTheme();
  const marks = MARKS[colour];
  const included = [
    ...(route ?? []),
    ...segments.flat(),
    ...checkpoints,
    ...people,
    ...(position ? [position] : []),
  ].map(bare);
  const centre = position ?? included[0] ?? bare(aside[0] ?? { latitude: 24.5108, longitude: 117.6471 });
  const lines: MapProps.polyline[] = [
    ...(route && route.length > 1
      ? [{ points: route.map(bare), color: marks.route, width: 5, dottedLine: true }]
      : []),
    ...segments
      .filter((segment) => segment.length > 1)
      .map((segment) => ({ points: segment.map(bare), color: marks.walked, width: 6 })),
  ];
  const callout = (content: string): MapProps.callout => calloutOf(content, marks);
  const pins: Pin[] = [
    ...checkpoints.map((one): Pin => {
      const word = [`${one.no} ${one.name}`, reachedWord(one)].filter(Boolean).join(' · ');
      return { id: one.no, ...bare(one), title: word, width: 24, height: 32, callout: callout(word) };
    }),
    ...people.map((one, index): Pin => {
      const word = one.stale ? `${one.word} · 没有消息` : one.word;
      return {
        id: PEOPLE_FROM + index,
        ...bare(one),
        title: word,
        width: 24,
        height: 32,
        callout: callout(word),
      };
    }),
  ];
  const circles: MapProps.circle[] = [
    ...aside.slice(0, MAX_ASIDE).map((place) => ({
      ...bare(place),
      radius: 4,
      color: marks.aside,
      fillColor: `${marks.aside}66`,
      strokeWidth: 1,
    })),
    ...(position
      ? [{ ...bare(position), radius: 6, color: marks.here, fillColor: marks.here, strokeWidth: 2 }]
      : []),
  ];
  const tapped = (markerId: number): void => {
    const person = people[markerId - PEOPLE_FROM];
    if (person !== undefined) props.onPerson?.(person.key);
  };
  return (
    <Box className="route-map" testId={props.testId} spoken={{ label: describeMap(props) }}>
      <Map
        className="map-sheet"
        latitude={centre.latitude}
        longitude={centre.longitude}
        scale={16}
        includePoints={included}
        polyline={lines}
        circles={circles}
        // The type asks for a picture; WeChat has a pin of its own.
        markers={pins as MapProps.marker[]}
        onMarkerTap={(event) => tapped(Number(event.detail.markerId))}
        onCalloutTap={(event) => tapped(Number(event.detail.markerId))}
        // Nothing else is shown in its place: the rest of the page does not need the map.
        onError={() => undefined}
      />
      {legend && <Legend {...props} />}
    </Box>
  );
}

/** The two numbers alone: what else a place carries does not belong into setData. */
function bare({ latitude, longitude }: Place): { latitude: number; longitude: number } {
  return { latitude, longitude };
}
