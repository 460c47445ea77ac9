import type { Box } from "./path-marks.ts";
import type { PathFigure } from "./values.ts";

export interface PathLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly height: number;
}

/**
 * Places for the boxes: from left to right on a page, from top to bottom on a phone. Mediators that lead to each other
 * share a lane; lanes alternate above and below the straight way from predictor to outcome.
 */
export function pathLayout(figure: PathFigure, width: number, narrow: boolean): PathLayout {
  const { predictor, mediators, outcome } = figure;
  const lanes = lanesOf(figure);
  const above = lanes.filter((_, i) => i % 2 === 0);
  const below = lanes.filter((_, i) => i % 2 === 1);
  // From the farthest lane above over the straight way to the farthest below.
  const order: readonly (readonly string[])[] = [...[...above].reverse(), [], ...below];
  const depth = new Map(mediators.map((name) => [name, depthOf(figure, name)]));
  const levels = 2 + Math.max(...depth.values());
  const size = narrow
    ? Math.min(150, width / order.length - 22)
    : Math.min(150, (width - 24) / (levels + 1) - 40);
  const boxWidth = Math.max(narrow ? 64 : 96, size);
  const step = narrow ? 96 : 104;
  const height = narrow ? levels * 104 + 60 : (order.length - 1) * step + 56;
  const boxes = new Map<string, Box>();
  const place = (name: string, level: number, lane: number) => {
    const along = (level - 1) / (levels - 1);
    const across = order.length === 1 ? 0.5 : lane / (order.length - 1);
    const half = boxWidth / 2 + 8;
    boxes.set(name, {
      name,
      x: narrow ? half + across * (width - 2 * half) : half + along * (width - 2 * half),
      y: 26 + (narrow ? along * (height - 52) : across * (height - 52)),
      width: boxWidth,
      height: 34,
      isEnd: name === predictor || name === outcome,
    });
  };
  const straight = order.findIndex((lane) => lane.length === 0);
  place(predictor, 1, straight);
  place(outcome, levels, straight);
  order.forEach((lane, at) => {
    const longest = Math.max(...lane.map((name) => depth.get(name)!), 1);
    for (const name of lane) {
      // A lane shorter than the longest is spread over the same way.
      place(name, 1 + (depth.get(name)! * (levels - 1)) / (longest + 1), at);
    }
  });
  return { boxes, height };
}

/** Mediators that are joined by arrows, in the order of their first. */
function lanesOf({ mediators, paths }: PathFigure): readonly (readonly string[])[] {
  const lanes: string[][] = [];
  for (const name of mediators) {
    const joined = lanes.filter((lane) =>
      lane.some((other) => paths.some(({ from, to }) => from === other && to === name)),
    );
    const [first, ...rest] = joined;
    if (first === undefined) lanes.push([name]);
    else {
      first.push(name, ...rest.flat());
      for (const lane of rest) lanes.splice(lanes.indexOf(lane), 1);
    }
  }
  return lanes;
}

function depthOf(figure: PathFigure, name: string): number {
  const before = figure.paths.filter(({ from, to }) => to === name && figure.mediators.includes(from));
  return 1 + Math.max(0, ...before.map(({ from }) => depthOf(figure, from)));
}
