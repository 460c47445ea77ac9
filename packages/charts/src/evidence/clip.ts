export type Place = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Inside = (place: Place) => boolean;
type Crossing = (from: Place, to: Place) => Place;

/** The part of a polygon within a box (Sutherland and Hodgman, one side after the other); empty if none is. */
export function clipPolygon(polygon: readonly Place[], box: Box): readonly Place[] {
  return sidesOf(box).reduce<readonly Place[]>(
    (places, [inside, crossing]) =>
      places.flatMap((place, index): readonly Place[] => {
        const previous = places.at(index - 1) ?? place;
        if (inside(place)) return inside(previous) ? [place] : [crossing(previous, place), place];
        return inside(previous) ? [crossing(previous, place)] : [];
      }),
    polygon,
  );
}

/** The part of a stroke within a box, or null. */
export function clipStroke(from: Place, to: Place, box: Box): readonly [Place, Place] | null {
  let [start, end] = [from, to];
  for (const [inside, crossing] of sidesOf(box)) {
    if (!inside(start) && !inside(end)) return null;
    if (!inside(start)) start = crossing(start, end);
    else if (!inside(end)) end = crossing(start, end);
  }
  return [start, end];
}

function sidesOf({ left, right, top, bottom }: Box): readonly (readonly [Inside, Crossing])[] {
  const upright =
    (x: number): Crossing =>
    ([x0, y0], [x1, y1]) => [x, y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)];
  const level =
    (y: number): Crossing =>
    ([x0, y0], [x1, y1]) => [x0 + ((x1 - x0) * (y - y0)) / (y1 - y0), y];
  return [
    [([x]) => x >= left, upright(left)],
    [([x]) => x <= right, upright(right)],
    [([, y]) => y >= top, level(top)],
    [([, y]) => y <= bottom, level(bottom)],
  ];
}
