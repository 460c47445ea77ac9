import type { StaffMessages } from "@concord/messages";
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { changePanel } from "./change/panel.ts";
import type { ChangeFigure, ChangeKey } from "./change/values.ts";
import { type KeyItem, keyLines } from "./evidence/key.ts";
import { wrapWords } from "./evidence/text-width.ts";
import { frame } from "./frame.ts";
import { element, type Markup } from "./svg.ts";

export interface ChangeChartOptions {
  /** In the language of the reader. */
  readonly messages: StaffMessages;
  readonly id?: string;
  readonly width?: number;
  readonly standalone?: boolean;
}

const panelHeight = 110;
const rowHeight = 158;

/**
 * Courses side by side on the same axes, with levels, limits, places of change and points to look at: what a
 * control chart, a partition, sudden gains, phases and growth have in common.
 */
export function changeChart(figure: ChangeFigure, options: ChangeChartOptions): string {
  const { messages, id = "change", width = 760, standalone = false } = options;
  const [left, right] = [16, width - 16];
  const columns = Math.max(1, Math.min(figure.panels.length, Math.floor((right - left) / 230)));
  const across = (right - left) / columns;
  const spots = figure.panels.flatMap(({ points, lines }) => [
    ...points,
    ...lines.flatMap(({ from, to }) => [from, to]),
  ]);
  const sessions = bounds(spots.map(({ session }) => session));
  const values = bounds(spots.map(({ value }) => value));
  const top = 56;
  const panels = figure.panels.map((panel, i) => {
    const place = {
      left: left + (i % columns) * across + 30,
      top: top + 14 + Math.floor(i / columns) * rowHeight,
      width: across - 44,
      height: panelHeight,
    };
    const x = scaleLinear([sessions[0] - 0.5, sessions[1] + 0.5], [place.left, place.left + place.width]);
    const y = scaleLinear(values, [place.top + place.height, place.top]).nice(3);
    return changePanel(panel, place, x, y, messages);
  });
  const under = top + Math.ceil(figure.panels.length / columns) * rowHeight;
  const lines = figure.notes.flatMap((note) => wrapWords(note, right - left, 11));
  const key = keyLines(figure.key.map(keyItem), left, right, under);
  const notesTop = under + key.height + 4;
  const drawn = panels.filter((panel): panel is Markup => panel !== null);
  return frame(
    {
      id,
      width,
      height: notesTop + 8 + lines.length * 15,
      title: figure.title,
      description: describeChange(figure, messages),
      standalone,
    },
    [
      element("text", { class: "chart-heading", x: left, y: 20 }, [figure.title]),
      element("text", { class: "chart-small", x: left, y: 38 }, [figure.axes]),
      ...drawn,
      key.drawn,
      ...lines.map((words, i) =>
        element("text", { class: "chart-small", x: left, y: notesTop + 10 + i * 15 }, [words]),
      ),
    ],
  );
}

/** The figure in sentences. */
export function describeChange({ axes, panels, notes }: ChangeFigure, { text }: StaffMessages): string {
  const told = panels.flatMap(({ heading, marks, changes }) => {
    const hints = [...changes, ...marks].map(({ hint }) => hint);
    if (hints.length === 0) return [];
    const value = hints.join("; ");
    return [heading === "" ? `${value}.` : text("charts.words.named", { label: heading, value })];
  });
  const count = text("charts.change.words", { count: panels.length, axes });
  return [count, ...(told.length === 0 ? [text("charts.change.none")] : told), ...notes].join(" ");
}

function bounds(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  return high > low ? [low, high] : [low - 1, high + 1];
}

function keyItem({ kind, words }: ChangeKey): KeyItem {
  return {
    words,
    mark: (x, y) =>
      kind === "mark"
        ? element("circle", { class: "change-mark", cx: x, cy: y, r: 6 })
        : kind === "change"
          ? element("rect", { class: "change-stretch", x: x - 9, y: y - 6, width: 18, height: 12 })
          : element("path", { class: `change-line change-line--${kind}`, d: `M${x - 9},${y}h18` }),
  };
}
