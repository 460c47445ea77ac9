import { max } from "d3-array";
import { frame } from "../../frame.ts";
import { type Child, element, group } from "../../svg.ts";
import { axisIn } from "../axis-language.ts";
import { effectAxisAbove, effectAxisBelow, effectGrid } from "../effect-axis.ts";
import { effectScale, effectStretch } from "../effect-scale.ts";
import { keyLines } from "../key.ts";
import { raterItems } from "../rater-items.ts";
import { levelLine, uprightLine, wordLines, words } from "../strokes.ts";
import { fitWords, wrapWords } from "../text-width.ts";
import type { EvidenceChartOptions, ForestFigure } from "../values.ts";
import { allEffects, type Density, type ForestColumns, forestColumns } from "./columns.ts";
import { drawLine, type LineContext } from "./draw-line.ts";
import { forestLines, type PlacedLine } from "./lines.ts";

export interface ForestDrawing {
  readonly mark: "square" | "dot";
  readonly density: Density;
  readonly description: string;
  /** Drawn behind the lines, once their places are known. */
  readonly behind?: (lines: readonly PlacedLine[], context: LineContext) => readonly Child[];
}

/** A forest, or a relative of it: lines from top to bottom over one axis of effects. */
export function drawForest(
  given: ForestFigure,
  options: Required<EvidenceChartOptions>,
  drawing: ForestDrawing,
): string {
  const { messages, id, width, standalone } = options;
  const figure = { ...given, axis: axisIn(given.axis, messages) };
  const columns = forestColumns(figure, width, drawing.density);
  const { left, right } = columns.plot;
  const long = endOf(forestLines(figure, columns, headerHeight), headerHeight) > longFrom;
  const top = headerHeight + (long ? 20 : 0);
  const lines = forestLines(figure, columns, top);
  const bottom = Math.max(top + 26, endOf(lines, top)) + 6;
  const scale = effectScale(
    figure.axis,
    effectStretch(figure.axis, essentials(figure), allEffects(figure)),
    left,
    right,
  );
  const context: LineContext = {
    columns,
    scale,
    axis: figure.axis,
    mark: drawing.mark,
    largestWeight:
      max(figure.groups.flatMap(({ rows }) => rows.map((row) => (row.kind === "effect" ? row.weight : 0)))) ??
      0,
  };
  const raters = figure.groups.flatMap(({ rows }) =>
    rows.map((row) => (row.kind === "effect" ? row.rater : undefined)),
  );
  const reach = columns.narrow ? width : 60;
  const room = {
    left: Math.max(columns.margin, left - reach),
    right: Math.min(width - columns.margin, right + reach),
  };
  const axisBelow = effectAxisBelow(figure.axis, scale, bottom, room);
  const notes = (figure.notes ?? []).flatMap((note) => wrapWords(note, width - 2 * columns.margin, 11));
  const key = keyLines(
    raterItems(raters, "square", messages),
    columns.margin,
    width - columns.margin,
    bottom + axisBelow.height + 8,
  );
  const notesTop = bottom + axisBelow.height + 10 + key.height;
  const stretches = stretchesOf(lines, top - 4, bottom);
  const overall = figure.overall[0];
  const overallLine = lines.find((line) => line.kind === "pooled" && line.level === "overall");
  const children: readonly Child[] = [
    ...(drawing.density === "compact" ? bands(lines, columns) : []),
    ...header(figure, columns),
    group("evidence-grids", effectGrid(figure.axis, scale, stretches)),
    ...(drawing.behind?.(lines, context) ?? []),
    overall === undefined || overallLine === undefined || scale.beyond(overall.effect.estimate) !== "no"
      ? null
      : group(
          "evidence-pooled",
          stretchesOf(lines, top - 4, overallLine.top + overallLine.height / 2).map(([from, to]) =>
            uprightLine("evidence-pooled-line", scale.at(overall.effect.estimate), from, to),
          ),
        ),
    group(
      drawing.density === "compact" ? "evidence-lines evidence-compact" : "evidence-lines",
      lines.map((line) => drawLine(line, context)),
    ),
    lines.length === 0
      ? words(
          "chart-small chart-halo",
          messages.text("charts.evidence.empty"),
          (left + right) / 2,
          top + 16,
          "middle",
        )
      : null,
    long ? effectAxisAbove(scale, top - 4, room) : null,
    axisBelow.drawn,
    key.drawn,
    group("evidence-notes", wordLines("chart-small", notes, columns.margin, notesTop + 10, 15)),
  ];
  const height = notesTop + (notes.length === 0 ? -4 : notes.length * 15 + 6);
  return frame(
    { id, width, height, title: figure.title, description: drawing.description, standalone },
    children,
  );
}

/** Where the first line begins. */
const headerHeight = 34;
/** A plot this high has its ticks above it too. */
const longFrom = 740;

function endOf(lines: readonly PlacedLine[], top: number): number {
  const last = lines.at(-1);
  return last === undefined ? top : last.top + last.height;
}

/** What the axis must show: pooled intervals and predictions. */
function essentials(figure: ForestFigure): readonly number[] {
  return [...figure.overall, ...figure.groups.flatMap(({ pooled = [] }) => pooled)].flatMap(
    ({ effect, prediction }) => [
      effect.lower,
      effect.upper,
      ...(prediction ? [prediction.bounds.lower, prediction.bounds.upper] : []),
    ],
  );
}

function header(figure: ForestFigure, columns: ForestColumns): readonly Child[] {
  const { numbers, label, cells, margin, width } = columns;
  const y = 16;
  const headings = cells.map(({ index, x, align, width: room }) =>
    words(
      "evidence-column",
      fitWords(figure.columns?.[index]?.heading ?? "", room + 8, 11, "bold"),
      x,
      y,
      align === "end" ? "end" : undefined,
    ),
  );
  const first =
    numbers.kind === "under" ? `${figure.rowHeading}, ${figure.estimateHeading}` : figure.rowHeading;
  const rowWidth = numbers.kind === "under" ? width - 2 * margin : label.width;
  const last =
    numbers.kind === "beside"
      ? words("evidence-column", figure.estimateHeading, numbers.upper, y, "end")
      : numbers.kind === "estimate"
        ? words(
            "evidence-column",
            figure.estimateHeading.replace(/\s*[[(].*$/, ""),
            numbers.estimate,
            y,
            "end",
          )
        : null;
  return [
    words("evidence-column", fitWords(first, rowWidth, 11, "bold"), label.x, y),
    ...headings,
    last,
    levelLine("chart-baseline", margin, width - margin, 24),
  ];
}

/** Every other group on a tint, so that the effects of one study hold together in a long list. */
function bands(lines: readonly PlacedLine[], columns: ForestColumns): readonly Child[] {
  const groups = new Map<number, { top: number; bottom: number }>();
  for (const line of lines) {
    if (line.kind === "space" || line.kind === "rule") continue;
    const known = groups.get(line.group);
    groups.set(line.group, { top: known?.top ?? line.top, bottom: line.top + line.height });
  }
  if (groups.size < 3) return [];
  return [...groups].flatMap(([index, { top, bottom }]) =>
    index % 2 === 1 ||
    lines.some((line) => line.group === index && line.kind === "pooled" && line.level === "overall")
      ? []
      : [
          element("rect", {
            class: "evidence-band",
            x: columns.margin - 4,
            y: top - 2,
            width: columns.width - 2 * columns.margin + 8,
            height: bottom - top + 4,
          }),
        ],
  );
}

/** The heights between which upright lines may run. */
function stretchesOf(
  lines: readonly PlacedLine[],
  top: number,
  bottom: number,
): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  let from = top;
  for (const line of lines) {
    if (line.plot === "runs" || line.top >= bottom) continue;
    if (line.top - from > 4) stretches.push([from, line.top]);
    from = line.top + line.height;
  }
  if (bottom - from > 4) stretches.push([from, bottom]);
  return stretches;
}
