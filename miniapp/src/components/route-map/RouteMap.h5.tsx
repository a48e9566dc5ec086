import type { Place } from '@jiefang/shared/geo';
import { useTheme } from '@/theme/useTheme';
import { describeMap, reachedWord } from './describe';
import { fitFrame, type GroundFrame } from './frame-of';
import { Ground } from './Ground.h5';
import { LABEL_GAP, labelsOf, type Label } from './labels';
import { Legend } from './Legend';
import type { MapCheckpoint, RouteMapProps } from './types';
import { useWidth } from './useWidth.h5';
import './route-map.scss';

const PADDING = 36;
const MAX_HEIGHT = 420;
/** Width of a character beside a mark, with something to spare. */
const CHARACTER = 15;
/** With more checkpoints than this only their numbers fit. */
const NAMED_CHECKPOINTS = 8;

/** A map drawn to scale without any tiles; see `RouteMapProps`. */
export function RouteMap(props: RouteMapProps) {
  const { route, segments = [], aside = [], checkpoints = [], position, people = [], legend = true } = props;
  const { box, width } = useWidth();
  const height = Math.min(MAX_HEIGHT, Math.round(width * 0.72));
  const places = [
    ...(route ?? []),
    ...segments.flat(),
    ...checkpoints,
    ...people,
    ...(position ? [position] : []),
    // Fixes far off the mark would make the walk itself a dot.
    ...(segments.length === 0 && !route ? aside : []),
  ];
  const frame = fitFrame(places, { width, height, padding: PADDING });
  const labels = useCheckpointLabels(checkpoints, frame);
  return (
    <div className="route-map" ref={box} data-testid={props.testId}>
      <svg
        className="map-sheet"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={describeMap(props)}
      >
        <Ground frame={frame}>
          {route && route.length > 1 && (
            <>
              <path className="map-route-back" d={pathOf([route], frame)} />
              <path className="map-route" d={pathOf([route], frame)} />
            </>
          )}
          {segments.length > 0 && <path className="map-walked" d={pathOf(segments, frame)} />}
          {aside.map((place, index) => {
            const { x, y } = frame.toPixels(place);
            return <path key={index} className="map-aside" d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />;
          })}
          {checkpoints.map((checkpoint, index) => (
            <CheckpointMark
              key={checkpoint.no}
              checkpoint={checkpoint}
              frame={frame}
              label={labels[index] ?? null}
            />
          ))}
          {position && <HereMark position={position} frame={frame} />}
        </Ground>
      </svg>
      {people.map((person) => {
        const { x, y } = frame.toPixels(person);
        const mark = (
          <>
            <span className={`map-person-dot ${person.stale ? 'map-person-stale' : ''}`} />
            <span className="map-person-word">{person.word}</span>
          </>
        );
        const place = { left: x, top: y };
        return props.onPerson ? (
          <button
            key={person.key}
            type="button"
            className="map-person"
            style={place}
            onClick={() => props.onPerson?.(person.key)}
          >
            {mark}
          </button>
        ) : (
          <div key={person.key} className="map-person" style={place} aria-hidden>
            {mark}
          </div>
        );
      })}
      {legend && <Legend {...props} />}
    </div>
  );
}

/** Lines as one SVG path; a lone point becomes a dot. */
function pathOf(lines: readonly (readonly Place[])[], frame: GroundFrame): string {
  return lines
    .filter((line) => line.length > 0)
    .map((line) => {
      const points = line.map((place) => frame.toPixels(place));
      const steps = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
      return `M${steps.join('L')}${steps.length === 1 ? 'h0.1' : ''}`;
    })
    .join('');
}

/** Where the checkpoints' names go; none are written when there are too many. */
export function useCheckpointLabels(
  checkpoints: readonly MapCheckpoint[],
  frame: GroundFrame,
): (Label | null)[] {
  const scale = Number(useTheme().style['--scale']);
  if (checkpoints.length > NAMED_CHECKPOINTS) return checkpoints.map(() => null);
  const marks = checkpoints.map((one) => {
    const reached = reachedWord(one);
    return {
      ...frame.toPixels(one),
      words: reached === null ? [one.name] : [`${one.name} · ${reached}`, one.name],
    };
  });
  return labelsOf(marks, frame.width, CHARACTER * scale);
}

/** Round and full when it was reached, square and hollow when not. */
export function CheckpointMark({
  checkpoint,
  frame,
  label,
  chosen = false,
}: {
  checkpoint: MapCheckpoint;
  frame: GroundFrame;
  label: Label | null;
  chosen?: boolean;
}) {
  const { x, y } = frame.toPixels(checkpoint);
  const reached = checkpoint.reached === true;
  return (
    <g transform={`translate(${x} ${y})`} className={chosen ? 'map-chosen' : ''}>
      {reached ? (
        <circle className="map-reached" r={13} />
      ) : (
        <rect className="map-ahead" x={-12} y={-12} width={24} height={24} rx={4} />
      )}
      <text className={reached ? 'map-no map-no-reached' : 'map-no'} y={5} textAnchor="middle">
        {checkpoint.no}
      </text>
      {label && (
        <text
          className="map-name"
          x={label.side === 'right' ? LABEL_GAP : -LABEL_GAP}
          y={5}
          textAnchor={label.side === 'right' ? 'start' : 'end'}
        >
          {label.word}
        </text>
      )}
    </g>
  );
}

function HereMark({
  position,
  frame,
}: {
  position: NonNullable<RouteMapProps['position']>;
  frame: GroundFrame;
}) {
  const { x, y } = frame.toPixels(position);
  const radius = (position.accuracy ?? 0) / frame.metresPerPixel;
  return (
    <g transform={`translate(${x} ${y})`}>
      {radius > 10 && <circle className="map-ring" r={Math.min(radius, frame.width)} />}
      <circle className="map-here" r={8} />
    </g>
  );
}
