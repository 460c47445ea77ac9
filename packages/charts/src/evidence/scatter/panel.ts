import { type Child, element, group, type Markup, round } from "../../svg.ts";
import type { Box } from "../clip.ts";
import { centredLines, tickMarks } from "../effect-axis.ts";
import { type EffectScale, effectScale } from "../effect-scale.ts";
import { levelLine, uprightLine, wordLines, words } from "../strokes.ts";
import { fitWords, textWidth, wrapWords } from "../text-width.ts";
import type { EffectAxis } from "../values.ts";

/** What is known of a plot of two numbers before its upright axis has numbers. */
export interface Sheet extends Omit<Box, "left"> {
  readonly width: number;
  readonly margin: number;
  readonly narrow: boolean;
}

/** Where the plot stands. */
export interface Panel extends Sheet, Box {}

/** `beside` keeps room on the right of the plot. */
export function sheetOf(width: number, beside = 0): Sheet {
  const narrow = width < 560;
  const margin = narrow ? 8 : 12;
  const height = narrow ? 280 : Math.min(420, Math.max(320, width * 0.56));
  return { width, margin, narrow, right: width - margin - beside, top: 30, bottom: 30 + height };
}

/** The panel with room on the left for the numbers of its upright axis. */
export function panelOn(sheet: Sheet, y: EffectScale): Panel {
  const widest = Math.max(...y.ticks.map((tick) => textWidth(tick.words, 11)), 22);
  return { ...sheet, left: Math.min(sheet.margin + widest + 9, sheet.width / 2) };
}

/** From the least to the greatest value with a little air, or around a value that stands alone. */
export function plainScale(
  axis: EffectAxis,
  values: readonly number[],
  from: number,
  to: number,
  air: readonly [number, number] = [0.06, 0.06],
): EffectScale {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), finite[0] ?? 0);
  const high = finite.reduce((most, value) => Math.max(most, value), finite[0] ?? 1);
  const span = high > low ? high - low : Math.max(1e-6, Math.abs(high));
  return effectScale(axis, [low - air[0] * span, high + air[1] * span], from, to);
}

/** Frame lines, ticks, and both names: the upright one above its axis, where it can be read without turning. */
export function panelAxes(
  panel: Panel,
  x: { readonly axis: EffectAxis; readonly scale: EffectScale },
  y: { readonly axis: EffectAxis; readonly scale: EffectScale },
): { readonly drawn: readonly Child[]; readonly bottom: number } {
  const { left, right, bottom, margin, width } = panel;
  const label = centredLines(x.axis.label, (left + right) / 2, { left: margin, right: width - margin });
  return {
    drawn: [
      words("evidence-column", fitWords(y.axis.label, width - 2 * margin, 11, "bold"), margin, 16),
      group("evidence-axis", [
        levelLine("chart-baseline", left, right, bottom),
        ...tickMarks(x.scale, bottom, { left: left - 10, right: width - margin }),
        ...y.scale.ticks.map((tick) => words("chart-small", tick.words, left - 8, tick.at + 4, "end")),
        ...wordLines("evidence-axis-label", label.lines, label.x, bottom + 34, 14, "middle"),
      ]),
    ],
    bottom: bottom + 30 + label.lines.length * 14,
  };
}

/** Light lines at the ticks; the reference of either axis darker. */
export function panelGrid(
  panel: Panel,
  x: { readonly axis: EffectAxis; readonly scale: EffectScale },
  y: { readonly axis: EffectAxis; readonly scale: EffectScale },
): Markup | null {
  const { left, right, top, bottom } = panel;
  const line = (value: number, reference: number | null) =>
    value === reference ? "evidence-reference" : "evidence-grid";
  const marked = (axis: EffectAxis, scale: EffectScale) =>
    axis.reference === null || scale.beyond(axis.reference) !== "no" ? [] : [scale.at(axis.reference)];
  return group("evidence-grids", [
    ...x.scale.ticks.map(({ at }) => uprightLine(line(Number.NaN, null), at, top, bottom)),
    ...y.scale.ticks.map(({ at }) => levelLine(line(Number.NaN, null), left, right, at)),
    ...marked(x.axis, x.scale).map((at) => uprightLine("evidence-reference", at, top, bottom)),
    ...marked(y.axis, y.scale).map((at) => levelLine("evidence-reference", left, right, at)),
  ]);
}

/** Sentences under a figure, broken to its width. */
export function panelNotes(
  notes: readonly string[],
  panel: { readonly width: number; readonly margin: number },
  top: number,
): { readonly drawn: Markup | null; readonly bottom: number } {
  const lines = notes.flatMap((note) => wrapWords(note, panel.width - 2 * panel.margin, 11));
  return {
    drawn: group("evidence-notes", wordLines("chart-small", lines, panel.margin, top + 16, 15)),
    bottom: top + (lines.length === 0 ? 6 : lines.length * 15 + 12),
  };
}

export function dot(className: string, x: number, y: number, radius: number, hint: string): Markup {
  return element("circle", { class: className, cx: round(x), cy: round(y), r: radius }, [
    element("title", {}, [hint]),
  ]);
}
