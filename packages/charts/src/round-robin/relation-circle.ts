import { fitWords } from "../evidence/text-width.ts";
import { element, type Markup, round } from "../svg.ts";
import type { CircleArrow, RelationCircle } from "./values.ts";

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Outwards from the centre. */
  readonly angle: number;
}

/**
 * Members on a circle; an arrow where one sees another otherwise than the rest do. Arrows bend to their
 * right, so that the two ways of a dyad do not lie on one another.
 */
export function relationCircle(
  { members, arrows }: RelationCircle,
  place: { readonly x: number; readonly y: number; readonly radius: number },
): readonly Markup[] {
  const spots = members.map((_, i): Spot => {
    const angle = (2 * Math.PI * i) / members.length - Math.PI / 2;
    return {
      x: place.x + place.radius * Math.cos(angle),
      y: place.y + place.radius * Math.sin(angle),
      angle,
    };
  });
  const dot = members.length > 24 ? 3 : 5;
  return [
    element("circle", { class: "srm-circle", cx: place.x, cy: place.y, r: place.radius }),
    ...arrows.flatMap((arrow) => drawnArrow(arrow, spots[arrow.from]!, spots[arrow.to]!, dot + 4)),
    ...members.flatMap(({ label, stands, hint }, i) => {
      const { x, y } = spots[i]!;
      return [
        ...(stands === "apart" ? [element("circle", { class: "srm-apart", cx: x, cy: y, r: dot + 4 })] : []),
        element("circle", { class: "srm-member", cx: x, cy: y, r: dot }, [element("title", {}, [hint])]),
        name(label, spots[i]!, members.length, dot),
      ];
    }),
  ];
}

function drawnArrow(
  { tone, strength, hint }: CircleArrow,
  from: Spot,
  to: Spot,
  margin: number,
): readonly Markup[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(length > 0)) return [];
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const bend = 0.12 * length;
  const middle = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  const start = towards(from, middle, margin);
  const end = towards(to, middle, margin + 5);
  const tip = towards(to, middle, margin);
  const [ax, ay] = [tip.x - end.x, tip.y - end.y];
  const width = 1 + 2 * strength;
  const half = (2.5 + width) / Math.hypot(ax, ay);
  const head = [
    `M${round(tip.x)},${round(tip.y)}`,
    `L${round(end.x - ay * half)},${round(end.y + ax * half)}`,
    `L${round(end.x + ay * half)},${round(end.y - ax * half)}Z`,
  ].join("");
  return [
    element(
      "path",
      {
        class: `srm-arrow srm-arrow--${tone}`,
        d: `M${round(start.x)},${round(start.y)}Q${round(middle.x)},${round(middle.y)} ${round(end.x)},${round(end.y)}`,
        "stroke-width": width,
      },
      [element("title", {}, [hint])],
    ),
    element("path", { class: `srm-head srm-head--${tone}`, d: head }),
  ];
}

function towards(from: { x: number; y: number }, to: { x: number; y: number }, by: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

/** Names stand outside; in large groups they follow the radius. */
function name(label: string, { x, y, angle }: Spot, members: number, dot: number): Markup {
  const gap = dot + 8;
  const size = members > 36 ? 9 : members > 24 ? 10 : 11;
  const words = fitWords(label, 62, size);
  const [outX, outY] = [x + gap * Math.cos(angle), y + gap * Math.sin(angle)];
  const isRight = Math.cos(angle) >= -1e-9;
  if (members > 16) {
    const degrees = (angle * 180) / Math.PI + (isRight ? 0 : 180);
    return element(
      "text",
      {
        class: "srm-name",
        transform: `translate(${round(outX)} ${round(outY)}) rotate(${round(degrees)})`,
        "text-anchor": isRight ? "start" : "end",
        dy: "0.35em",
        style: `font-size: ${size}px`,
      },
      [words],
    );
  }
  const anchor = Math.abs(Math.cos(angle)) < 0.2 ? "middle" : isRight ? "start" : "end";
  return element(
    "text",
    {
      class: "srm-name",
      x: outX,
      y: outY,
      "text-anchor": anchor,
      dy: "0.35em",
      style: `font-size: ${size}px`,
    },
    [words],
  );
}
