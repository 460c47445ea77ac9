import { type Child, element, group, type Markup, round } from "../svg.ts";
import type { EffectScale } from "./effect-scale.ts";
import type { Tick } from "./effect-ticks.ts";
import { levelLine, uprightLine, wordLines, words } from "./strokes.ts";
import { textWidth, wrapWords } from "./text-width.ts";
import type { EffectAxis } from "./values.ts";

export interface AxisRoom {
  readonly left: number;
  readonly right: number;
}

/** The axis of effects under a plot, its name, and what either side means. `height` is what it takes. */
export function effectAxisBelow(
  axis: EffectAxis,
  scale: EffectScale,
  y: number,
  room: AxisRoom,
): { readonly drawn: Markup | null; readonly height: number } {
  const children: Child[] = [
    levelLine("chart-baseline", scale.from, scale.to, y),
    ...tickMarks(scale, y, room),
  ];
  let height = 20;
  const label = centredLines(axis.label, (scale.from + scale.to) / 2, room);
  children.push(...wordLines("evidence-axis-label", label.lines, label.x, y + height + 14, 14, "middle"));
  height += 6 + label.lines.length * 14;
  const favours = favoursWords(axis, scale, y + height, room);
  return {
    drawn: group("evidence-axis", [...children, ...favours.drawn]),
    height: height + favours.height + 4,
  };
}

/** The same ticks above a long plot, where the axis below is out of sight. */
export function effectAxisAbove(scale: EffectScale, y: number, room: AxisRoom): Markup | null {
  return group("evidence-axis", [
    levelLine("chart-grid", scale.from, scale.to, y),
    ...scale.ticks.map((tick) => tickLabel(tick, y - 5, room)),
  ]);
}

export function tickMarks(scale: EffectScale, y: number, room: AxisRoom): readonly Child[] {
  return scale.ticks.flatMap((tick) => [
    element("path", { class: "chart-baseline", d: `M${round(tick.at)},${round(y)}V${round(y + 4)}` }),
    tickLabel(tick, y + 17, room),
  ]);
}

/** The number of a tick, unless it would run out of its room. */
function tickLabel(tick: Tick, y: number, room: AxisRoom): Child {
  const half = textWidth(tick.words, 11) / 2;
  const fits = tick.at - half >= room.left - 2 && tick.at + half <= room.right + 2;
  return fits ? words("chart-small", tick.words, tick.at, y, "middle") : null;
}

/** The line of no effect and light lines at the ticks, through stretches of the plot. */
export function effectGrid(
  axis: EffectAxis,
  scale: EffectScale,
  stretches: readonly (readonly [number, number])[],
): readonly Child[] {
  const { reference } = axis;
  const through = (className: string, x: number) =>
    stretches.map(([top, bottom]) => uprightLine(className, x, top, bottom));
  return [
    ...scale.ticks
      .filter(({ value }) => value !== reference)
      .flatMap(({ at }) => through("evidence-grid", at)),
    ...(reference === null || scale.beyond(reference) !== "no"
      ? []
      : through("evidence-reference", scale.at(reference))),
  ];
}

/** Words under the middle of a plot, moved or broken so that they stay in their room. */
export function centredLines(
  text: string,
  middle: number,
  room: AxisRoom,
): { readonly lines: readonly string[]; readonly x: number } {
  const lines = wrapWords(text, room.right - room.left, 11);
  const half = Math.max(...lines.map((line) => textWidth(line, 11))) / 2;
  const x = Math.min(Math.max(middle, room.left + half), Math.max(room.left + half, room.right - half));
  return { lines, x };
}

function favoursWords(
  axis: EffectAxis,
  scale: EffectScale,
  y: number,
  room: AxisRoom,
): { readonly drawn: readonly Child[]; readonly height: number } {
  if (axis.favours === undefined) return { drawn: [], height: 0 };
  const [lower, higher] = [`← ${axis.favours.lower}`, `${axis.favours.higher} →`];
  const split = axis.reference === null ? (scale.from + scale.to) / 2 : scale.at(axis.reference);
  const fits =
    textWidth(lower, 11) <= split - 8 - room.left && textWidth(higher, 11) <= room.right - split - 8;
  if (fits) {
    return {
      drawn: [
        words("evidence-favours", lower, split - 8, y + 14, "end"),
        words("evidence-favours", higher, split + 8, y + 14),
      ],
      height: 18,
    };
  }
  const higherFrom = room.right - textWidth(higher, 11);
  if (higherFrom - 14 - textWidth(lower, 11) >= room.left) {
    return {
      drawn: [
        words("evidence-favours", lower, higherFrom - 14, y + 14, "end"),
        words("evidence-favours", higher, room.right, y + 14, "end"),
      ],
      height: 18,
    };
  }
  const texts = [lower, higher].flatMap((text) => wrapWords(text, room.right - room.left, 11));
  return {
    drawn: wordLines("evidence-favours", texts, room.right, y + 14, 14, "end"),
    height: 4 + texts.length * 14,
  };
}
