import { line } from "d3-shape";
import { element, group, type Markup, round } from "../svg.ts";
import { type Chair, raterMark } from "./rater-mark.ts";

export interface Spot {
  readonly session: number;
  readonly x: number;
  readonly y: number;
  readonly hint: string;
}

/**
 * One rater's line. Where a form between two points was asked for and not given, or the session did not take
 * place, the line breaks and only dots lead across: nothing is known there.
 */
export function raterLine(
  chair: Chair,
  spots: readonly Spot[],
  broken: ReadonlySet<number>,
  radius: number,
): Markup | null {
  const runs = splitRuns(spots, broken);
  const draw = line<Spot>(
    (spot) => round(spot.x),
    (spot) => round(spot.y),
  );
  const strokes = runs
    .filter((run) => run.length > 1)
    .map((run) => element("path", { class: `chart-line chart-line--${chair}`, d: draw(run) ?? "" }));
  const gaps = runs.slice(1).map((run, index) => {
    const before = runs[index] as readonly Spot[];
    const across = [before[before.length - 1] as Spot, run[0] as Spot];
    return element("path", { class: `chart-gap chart-gap--${chair}`, d: draw(across) ?? "" });
  });
  const marks = spots.map((spot) => raterMark(chair, spot.x, spot.y, radius, spot.hint));
  return group(`chart-rater chart-rater--${chair}`, [...gaps, ...strokes, ...marks]);
}

function splitRuns(spots: readonly Spot[], broken: ReadonlySet<number>): readonly (readonly Spot[])[] {
  const runs: Spot[][] = [];
  let previous: Spot | null = null;
  for (const spot of spots) {
    const last = runs[runs.length - 1];
    if (previous === null || last === undefined || isBroken(previous.session, spot.session, broken)) {
      runs.push([spot]);
    } else {
      last.push(spot);
    }
    previous = spot;
  }
  return runs;
}

function isBroken(from: number, to: number, broken: ReadonlySet<number>): boolean {
  for (const session of broken) if (session > from && session < to) return true;
  return false;
}
