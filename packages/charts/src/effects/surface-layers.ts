import type { Place } from "../evidence/clip.ts";
import { round } from "../svg.ts";

/**
 * The part of a grid where values reach a threshold, as one path: whole cells of a row together, cells that the
 * contour crosses cut along straight lines between their corners.
 */
export function layerPath(
  grid: readonly (readonly number[])[],
  threshold: number,
  place: (column: number, row: number) => Place,
): string {
  const pieces: string[] = [];
  for (let row = 0; row + 1 < grid.length; row++) {
    let run: number | null = null;
    const close = (until: number) => {
      if (run !== null)
        pieces.push(
          outline(
            [
              [run, row],
              [until, row],
              [until, row + 1],
              [run, row + 1],
            ],
            place,
          ),
        );
      run = null;
    };
    for (let column = 0; column + 1 < grid[row]!.length; column++) {
      const corners = cornersOf(column, row);
      const values = corners.map((corner) => valueAt(grid, corner));
      if (values.every((value) => value >= threshold)) {
        run ??= column;
        continue;
      }
      close(column);
      if (values.some((value) => value >= threshold))
        pieces.push(outline(cut(corners, values, threshold), place));
    }
    close(grid[row]!.length - 1);
  }
  return pieces.join("");
}

/** The line along which a grid takes a value, cell by cell. */
export function contourPath(
  grid: readonly (readonly number[])[],
  threshold: number,
  place: (column: number, row: number) => Place,
): string {
  const pieces: string[] = [];
  for (let row = 0; row + 1 < grid.length; row++) {
    for (let column = 0; column + 1 < grid[row]!.length; column++) {
      const corners = cornersOf(column, row);
      const crossings = corners.flatMap((corner, i) => {
        const next = corners[(i + 1) % corners.length]!;
        const crossing = crossingOf(corner, next, valueAt(grid, corner), valueAt(grid, next), threshold);
        return crossing === null ? [] : [place(...crossing)];
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from, to] = [crossings[i]!, crossings[i + 1]!];
        pieces.push(`M${round(from[0])},${round(from[1])}L${round(to[0])},${round(to[1])}`);
      }
    }
  }
  return pieces.join("");
}

type Corner = readonly [column: number, row: number];

function cornersOf(column: number, row: number): readonly Corner[] {
  return [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ];
}

function valueAt(grid: readonly (readonly number[])[], [column, row]: Corner): number {
  return grid[row]![column]!;
}

/** Where the edge between two corners crosses the threshold, or null. */
function crossingOf(
  from: Corner,
  to: Corner,
  value: number,
  after: number,
  threshold: number,
): Corner | null {
  if (value >= threshold === after >= threshold) return null;
  const share = (threshold - value) / (after - value);
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

/** The polygon of the corners that reach the threshold, with a new corner wherever an edge crosses it. */
function cut(corners: readonly Corner[], values: readonly number[], threshold: number): readonly Corner[] {
  return corners.flatMap((corner, i): readonly Corner[] => {
    const next = (i + 1) % corners.length;
    const crossing = crossingOf(corner, corners[next]!, values[i]!, values[next]!, threshold);
    return [...(values[i]! >= threshold ? [corner] : []), ...(crossing === null ? [] : [crossing])];
  });
}

function outline(corners: readonly Corner[], place: (column: number, row: number) => Place): string {
  const points = corners.map(([x, y]) => place(x, y));
  return `${points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${round(x)},${round(y)}`).join("")}Z`;
}
