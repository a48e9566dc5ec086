import { useState, type MouseEvent } from 'react';
import { Button } from '../Button';
import { fitFrame, frameAround } from './frame-of';
import { Ground } from './Ground.h5';
import { PickedEditor } from './PickedEditor';
import { addPlace, changeChosen, tidy, type Chosen } from './route-edit';
import { useCheckpointLabels, CheckpointMark } from './RouteMap.h5';
import type { RoutePickerProps } from './types';
import { useWidth } from './useWidth.h5';
import './route-map.scss';
import './route-picker.scss';

const MAX_HEIGHT = 460;
/** The first view around a task's place reaches this far to each side. */
const FIRST_REACH_METRES = 400;
const ZOOM = 1.6;

/** Draws a route on a plane to scale; see `RoutePickerProps`. */
export function RoutePicker(props: RoutePickerProps) {
  const { centre, value, onChange } = props;
  const { box, width } = useWidth();
  const [adding, setAdding] = useState<Chosen['kind']>('line');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const height = Math.min(MAX_HEIGHT, Math.round(width * 0.8));
  const whole = fitFrame([centre, ...value.line, ...value.checkpoints], { width, height, padding: 44 });
  const first = frameAround(centre, (2 * FIRST_REACH_METRES) / width, { width, height });
  // Held still while points are set; it moves by the buttons only.
  const [view, setView] = useState(() => {
    const { centre: middle, metresPerPixel } = value.line.length > 1 ? whole : first;
    return { middle, metresPerPixel };
  });
  const frame = frameAround(view.middle, view.metresPerPixel, { width, height });

  const tap = (event: MouseEvent<SVGSVGElement>): void => {
    const sheet = event.currentTarget.getBoundingClientRect();
    const place = frame.toPlace(event.clientX - sheet.left, event.clientY - sheet.top);
    if (chosen === null) onChange(addPlace(value, adding, place));
    else onChange(changeChosen(value, chosen, tidy(place)));
  };
  const zoom = (factor: number): void =>
    setView(({ middle, metresPerPixel }) => ({
      middle,
      metresPerPixel: Math.min(50, Math.max(0.1, metresPerPixel * factor)),
    }));
  const shift = (x: number, y: number): void =>
    setView({ ...view, middle: frame.toPlace(width / 2 + (x * width) / 3, height / 2 + (y * height) / 3) });

  const home = frame.toPixels(centre);
  const labels = useCheckpointLabels(
    value.checkpoints.map((one) => ({ ...one, reached: null })),
    frame,
  );
  return (
    <div className="stack stack-3">
      <div className="route-map" ref={box}>
        <svg
          className="map-sheet map-drawing"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label="画路线的地方。不用手指画也行：下面可以逐个输入坐标。"
          data-testid="route-picker"
          onClick={tap}
        >
          <Ground frame={frame}>
            <g transform={`translate(${home.x} ${home.y})`}>
              <path className="map-home" d="M-9 0H9M0 -9V9" />
              <text className="map-name" x={12} y={-6}>
                任务地点
              </text>
            </g>
            {value.line.length > 1 && (
              <path
                className="map-walked"
                d={`M${value.line
                  .map((place) => frame.toPixels(place))
                  .map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
                  .join('L')}`}
              />
            )}
            {value.line.map((place, index) => {
              const { x, y } = frame.toPixels(place);
              const on = chosen?.kind === 'line' && chosen.index === index;
              return (
                <circle key={index} className={on ? 'map-here' : 'map-vertex'} cx={x} cy={y} r={on ? 8 : 5} />
              );
            })}
            {value.checkpoints.map((checkpoint, index) => (
              <CheckpointMark
                key={checkpoint.no}
                checkpoint={{ ...checkpoint, reached: null }}
                frame={frame}
                label={labels[index] ?? null}
                chosen={chosen?.kind === 'checkpoint' && chosen.index === index}
              />
            ))}
          </Ground>
        </svg>
      </div>
      <div className="row row-wrap" role="group" aria-label="移动地图">
        <Button small icon="plus" onTap={() => zoom(1 / ZOOM)}>
          放大
        </Button>
        <Button small icon="minus" onTap={() => zoom(ZOOM)}>
          缩小
        </Button>
        <Button small icon="up" label="往北移" onTap={() => shift(0, -1)}>
          北
        </Button>
        <Button small icon="down" label="往南移" onTap={() => shift(0, 1)}>
          南
        </Button>
        <Button small icon="back" label="往西移" onTap={() => shift(-1, 0)}>
          西
        </Button>
        <Button small icon="next" label="往东移" onTap={() => shift(1, 0)}>
          东
        </Button>
        <Button
          small
          icon="search"
          onTap={() => setView({ middle: whole.centre, metresPerPixel: whole.metresPerPixel })}
        >
          看全部
        </Button>
      </div>
      <PickedEditor {...props} {...{ adding, chosen }} onAdding={setAdding} onChoose={setChosen} />
    </div>
  );
}
