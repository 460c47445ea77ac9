import { type Child, element, group, type Markup } from "../../svg.ts";
import { diamond, predictionBar, square, squareSide, whisker } from "../effect-marks.ts";
import type { EffectScale } from "../effect-scale.ts";
import { boundsWords, effectWords, intervalWords } from "../effect-words.ts";
import { levelLine, wordLines, words } from "../strokes.ts";
import { fitWords } from "../text-width.ts";
import type { Bounds, EffectAxis, IntervalEstimate } from "../values.ts";
import { type ForestColumns, indent } from "./columns.ts";
import { type PlacedLine, textStep } from "./lines.ts";

/** What every line of one forest shares. */
export interface LineContext {
  readonly columns: ForestColumns;
  readonly scale: EffectScale;
  readonly axis: EffectAxis;
  readonly largestWeight: number;
  /** A square tells a weight; a dot tells none. */
  readonly mark: "square" | "dot";
}

/** One line: label, texts, mark and numbers. */
export function drawLine(line: PlacedLine, context: LineContext): Markup | null {
  const { columns, scale, axis } = context;
  const middle = line.top + line.height / 2;
  switch (line.kind) {
    case "heading":
      return group("evidence-group-heading", [
        ...wordLines(
          "evidence-heading",
          line.texts,
          columns.label.x,
          line.top + line.height - 4 - (line.texts.length - 1) * 15,
          15,
        ),
      ]);
    case "effect":
      return element(
        "g",
        {
          class:
            line.row.rater === undefined ? "evidence-row" : `evidence-row evidence-row--${line.row.rater}`,
        },
        [
          element("title", {}, [rowHint(line.row, axis)]),
          ...leftTexts("evidence-label", line, columns, line.indent, intervalWords(line.row.effect, axis)),
          ...cellTexts(line.row.cells, columns, middle),
          whisker(line.row.effect, scale, middle),
          studyMark(line.row.effect.estimate, line.row.weight, context, middle),
          numbersBeside("evidence-number", line.row.effect, context, middle),
        ],
      );
    case "absent":
      return element("g", { class: "evidence-row evidence-row--absent" }, [
        element("title", {}, [`${line.row.label}: ${line.row.reason}`]),
        ...leftTexts("evidence-label", line, columns, line.indent, ""),
        ...cellTexts(line.row.cells, columns, middle),
        reasonText(line.row.reason, columns, middle),
      ]);
    case "pooled":
      return element("g", { class: `evidence-pooled evidence-pooled--${line.level}` }, [
        element("title", {}, [`${line.row.label}: ${intervalWords(line.row.effect, axis)}`]),
        ...leftTexts(
          "evidence-label evidence-label--pooled",
          line,
          columns,
          line.level === "group" ? indent : 0,
          intervalWords(line.row.effect, axis),
        ),
        ...cellTexts(line.row.cells, columns, middle),
        diamond(
          "evidence-diamond",
          line.row.effect,
          scale,
          axis.spacing,
          middle,
          columns.density === "compact" ? 6 : 8,
        ),
        numbersBeside("evidence-number evidence-number--pooled", line.row.effect, context, middle),
      ]);
    case "prediction":
      return element("g", { class: "evidence-pooled" }, [
        element("title", {}, [`${line.texts.join(" ")}: ${boundsWords(line.bounds, axis)}`]),
        ...leftTexts(
          "evidence-label evidence-label--soft",
          line,
          columns,
          line.level === "group" ? indent : 0,
          boundsWords(line.bounds, axis),
        ),
        predictionBar(line.bounds, scale, middle),
        numbersBeside("evidence-number", line.bounds, context, middle),
      ]);
    case "note":
      return group(
        "evidence-notes",
        wordLines("chart-small", line.texts, columns.label.x + indent, line.top + 11, 14),
      );
    case "rule":
      return levelLine("chart-grid", columns.margin, columns.width - columns.margin, line.top);
    case "space":
      return null;
  }
}

/** The label, and under it the numbers where they have no column. */
function leftTexts(
  className: string,
  line: PlacedLine & { readonly texts: readonly string[] },
  columns: ForestColumns,
  inward: number,
  numbers: string,
): readonly Child[] {
  const step = textStep[columns.density];
  const x = columns.label.x + inward;
  const under = columns.numbers.kind === "under" && numbers !== "";
  const block = (line.texts.length + (under ? 1 : 0)) * step;
  const first = line.top + (line.height - block) / 2 + 0.77 * step;
  return [
    ...wordLines(className, line.texts, x, first, step),
    under
      ? words("evidence-number evidence-number--under", numbers, x, first + line.texts.length * step)
      : null,
  ];
}

function cellTexts(
  cells: readonly string[] | undefined,
  columns: ForestColumns,
  middle: number,
): readonly Child[] {
  return columns.cells.map(({ index, x, align, width }) => {
    const text = fitWords(cells?.[index] ?? "", width, columns.size);
    return text === ""
      ? null
      : words("evidence-cell", text, x, middle + 4, align === "end" ? "end" : undefined);
  });
}

function studyMark(estimate: number, weight: number, context: LineContext, middle: number): Markup | null {
  const { scale, columns } = context;
  const largest = columns.density === "compact" ? 9 : columns.narrow ? 13 : 15;
  if (context.mark === "square") {
    return square(
      "evidence-square",
      estimate,
      squareSide(weight, context.largestWeight, largest),
      scale,
      middle,
    );
  }
  return scale.beyond(estimate) === "no"
    ? element("circle", { class: "evidence-square", cx: scale.at(estimate), cy: middle, r: 3.5 })
    : null;
}

/** `0.28 [0.23, 0.33]` with its three numbers aligned among all lines; read aloud it stays one text. */
function numbersBeside(
  className: string,
  effect: IntervalEstimate | Bounds,
  context: LineContext,
  middle: number,
): Markup | null {
  const { columns, axis } = context;
  const place = columns.numbers;
  const estimate = "estimate" in effect ? effectWords(effect.estimate, axis) : null;
  if (place.kind === "under") return null;
  if (place.kind === "estimate")
    return estimate === null ? null : words(className, estimate, place.estimate, middle + 4, "end");
  const part = (text: string, x: number) => element("tspan", { x }, [text]);
  const [lower = "", upper = ""] = boundsWords(effect, axis).split(" ");
  return element("text", { class: className, y: middle + 4, "text-anchor": "end" }, [
    ...(estimate === null
      ? [part(lower, place.lower)]
      : [part(estimate, place.estimate), part(` ${lower}`, place.lower)]),
    part(` ${upper}`, place.upper),
  ]);
}

function reasonText(reason: string, columns: ForestColumns, middle: number): Child {
  const { left, right } = columns.plot;
  const text = fitWords(reason, right - left, 11);
  return words("chart-small chart-halo", text, (left + right) / 2, middle + 4, "middle");
}

function rowHint(
  row: { readonly label: string; readonly cells?: readonly string[]; readonly effect: IntervalEstimate },
  axis: EffectAxis,
): string {
  const cells = (row.cells ?? []).filter((cell) => cell !== "");
  return `${row.label}: ${intervalWords(row.effect, axis)}${cells.length === 0 ? "" : ` (${cells.join(" · ")})`}`;
}
