import type { Point } from "./course.ts";

/** Points in pieces without a missing session in between, in order of session. */
export function unbrokenRuns(points: readonly Point[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const point of points) {
    const before = run.at(-1);
    if (before !== undefined && point.session !== before.session + 1) {
      runs.push(run);
      run = [];
    }
    run.push(point);
  }
  return run.length > 0 ? [...runs, run] : runs;
}
