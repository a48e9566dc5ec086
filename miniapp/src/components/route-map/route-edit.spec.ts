import { addPlace, changeChosen, degrees, moveCheckpoint, readPasted, removeChosen } from './route-edit';
import { MAX_CHECKPOINTS, MAX_ROUTE_POINTS, type PickedRoute } from './types';

const EMPTY: PickedRoute = { line: [], checkpoints: [] };
const HERE = { latitude: 24.51081234, longitude: 117.64711234 };

const names = (route: PickedRoute): string[] => route.checkpoints.map((one) => `${one.no}${one.name}`);

describe('drawing a route', () => {
  it('adds points and checkpoints, rounded to what a finger can mean', () => {
    const drawn = addPlace(addPlace(EMPTY, 'line', HERE), 'checkpoint', HERE);
    expect(drawn.line).toEqual([{ latitude: 24.510812, longitude: 117.647112 }]);
    expect(drawn.checkpoints).toEqual([
      {
        no: 1,
        name: '打卡点 1',
        latitude: 24.510812,
        longitude: 117.647112,
        radiusMetres: 40,
        dwellSeconds: 0,
      },
    ]);
  });

  it('stops at what a task takes', () => {
    let full = EMPTY;
    for (let count = 0; count < MAX_ROUTE_POINTS + 5; count += 1) full = addPlace(full, 'line', HERE);
    for (let count = 0; count < MAX_CHECKPOINTS + 5; count += 1) full = addPlace(full, 'checkpoint', HERE);
    expect(full.line).toHaveLength(MAX_ROUTE_POINTS);
    expect(full.checkpoints).toHaveLength(MAX_CHECKPOINTS);
  });

  it('keeps checkpoints counted from 1 when one goes or moves', () => {
    const three = readPasted('24.1,117.1,南门\n24.2,117.2,桥头\n24.3,117.3,学校', EMPTY).route;
    expect(names(removeChosen(three, { kind: 'checkpoint', index: 0 }))).toEqual(['1桥头', '2学校']);
    expect(names(moveCheckpoint(three, 2, -1))).toEqual(['1南门', '2学校', '3桥头']);
    expect(moveCheckpoint(three, 0, -1)).toBe(three);
  });

  it('changes only what was chosen', () => {
    const two = readPasted('24.1,117.1\n24.2,117.2', EMPTY).route;
    const moved = changeChosen(two, { kind: 'line', index: 1 }, { latitude: 24.9 });
    expect(moved.line.map((one) => one.latitude)).toEqual([24.1, 24.9]);
    expect(removeChosen(moved, { kind: 'line', index: 0 }).line).toEqual([
      { latitude: 24.9, longitude: 117.2 },
    ]);
  });
});

describe('pasted coordinates', () => {
  it('reads commas, blanks and tabs, names make checkpoints, and counts what it cannot read', () => {
    const { route, unread } = readPasted(
      '24.1, 117.1\n24.2\t117.2\t南 门\n你好\n99,200\n\n24.3，117.3',
      EMPTY,
    );
    expect(route.line).toHaveLength(3);
    expect(names(route)).toEqual(['1南 门']);
    expect(unread).toBe(2);
  });

  it.each([
    ['', 90, null],
    ['abc', 90, null],
    ['90.1', 90, null],
    ['-180', 180, -180],
    [' 24.5 ', 90, 24.5],
  ] as const)('%p as degrees up to %p', (text, limit, expected) => {
    expect(degrees(text, limit)).toBe(expected);
  });
});
