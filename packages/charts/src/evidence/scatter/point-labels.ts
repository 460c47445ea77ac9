import { type Child, group, type Markup } from "../../svg.ts";
import type { Box } from "../clip.ts";
import { words } from "../strokes.ts";
import { fitWords, textWidth } from "../text-width.ts";

export interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Null for a point that is only to be kept clear of. */
  readonly words: string | null;
}

/**
 * Names beside their points: right, left, above or below, wherever neither a point nor an earlier name nor the edge is
 * in the way. A name for which there is no room is left out; the point's own title still says it.
 */
export function pointLabels(
  points: readonly PointLabel[],
  box: Box,
  obstacles: readonly Box[] = [],
): Markup | null {
  const taken: Box[] = [...obstacles];
  const drawn: Child[] = [];
  for (const point of points) {
    if (point.words === null) continue;
    const text = fitWords(point.words, 190, 11);
    const place = places(point, textWidth(text, 11), box).find(
      (each) =>
        within(each, box) &&
        taken.every((other) => !overlap(each, other)) &&
        points.every((other) => !overlap(each, around(other, other === point ? 0 : 9))),
    );
    if (place === undefined) continue;
    taken.push(place);
    const y = place.bottom - 3;
    drawn.push(
      place.side === "left"
        ? words("evidence-name chart-halo", text, place.right, y, "end")
        : words("evidence-name chart-halo", text, place.left, y),
    );
  }
  return group("evidence-names", drawn);
}

/** A box for words; on the left of a point they end at it, as their width is only estimated. */
interface NamePlace extends Box {
  readonly side: "left" | "right";
}

function places({ x, y, radius }: PointLabel, width: number, box: Box): readonly NamePlace[] {
  const gap = radius + 4;
  const at = (left: number, middle: number, side: NamePlace["side"] = "right"): NamePlace => ({
    left,
    right: left + width,
    top: middle - 7,
    bottom: middle + 7,
    side,
  });
  const middle = Math.min(Math.max(x - width / 2, box.left), box.right - width);
  return [
    at(x + gap, y),
    at(x - gap - width, y, "left"),
    at(middle, y - gap - 6),
    at(middle, y + gap + 6),
    at(x + gap - 2, y - gap - 4),
    at(x - gap + 2 - width, y - gap - 4, "left"),
    at(x + gap - 2, y + gap + 4),
    at(x - gap + 2 - width, y + gap + 4, "left"),
  ];
}

/** A point, and for others than its own so much air that a name cannot be taken for theirs. */
function around({ x, y, radius }: PointLabel, air: number): Box {
  return { left: x - radius - air, right: x + radius + air, top: y - radius, bottom: y + radius };
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
