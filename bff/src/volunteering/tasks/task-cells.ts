import type { Place } from '@jiefang/shared/geo';

const METRES_PER_DEGREE = 111_195;
const CELLS_PER_DEGREE = 100;
/** Rounding must not lose a place on the edge of a cell. */
const MARGIN = 1e-6;

/** Degrees of a box that holds the circle around a place. */
export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

export function boxAround({ latitude, longitude }: Place, radiusMetres: number): Box {
  const high = radiusMetres / METRES_PER_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return { south: latitude - high, north: latitude + high, west: longitude - wide, east: longitude + wide };
}

/** The numbers of the cells that a box touches, as the column `task.cell` counts them (a hundredth of a degree). */
export function cellsOf({ south, north, west, east }: Box): number[] {
  const cell = (degrees: number): number => Math.floor(degrees * CELLS_PER_DEGREE);
  const cells: number[] = [];
  for (let row = cell(south - MARGIN); row <= cell(north + MARGIN); row += 1) {
    for (let column = cell(west - MARGIN); column <= cell(east + MARGIN); column += 1) {
      cells.push(row * 100_000 + column);
    }
  }
  return cells;
}
