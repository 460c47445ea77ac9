import { keyLines } from "../evidence/key.ts";
import { panelNotes } from "../evidence/scatter/panel.ts";
import { frame } from "../frame.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, group, round } from "../svg.ts";
import { pathKey } from "./path-diagram.ts";
import { type Box, boxMark, pathLabel, pathMark, pathSentence, plate } from "./path-marks.ts";
import type { EffectsChartOptions, PairFigure } from "./values.ts";

/** Actor and partner effects of two members: level arrows are one's own effect, crossing ones the other's. */
export function pairDiagram(figure: PairFigure, options: EffectsChartOptions): string {
  const { messages, id = "pair", width = 640, standalone = false } = options;
  const narrow = width < 560;
  const arc = narrow ? 44 : 60;
  const boxWidth = narrow ? 92 : 150;
  const [left, right] = [arc + boxWidth / 2, width - arc - boxWidth / 2];
  const [upper, lower] = [56, narrow ? 216 : 206];
  const box = (name: string, x: number, y: number): Box => ({
    name,
    x,
    y,
    width: boxWidth,
    height: 36,
    isEnd: false,
  });
  const boxes = new Map([
    [figure.predictors[0], box(figure.predictors[0], left, upper)],
    [figure.predictors[1], box(figure.predictors[1], left, lower)],
    [figure.outcomes[0], box(figure.outcomes[0], right, upper)],
    [figure.outcomes[1], box(figure.outcomes[1], right, lower)],
  ]);
  const paths = figure.paths.flatMap((path) => {
    const [from, to] = [boxes.get(path.from), boxes.get(path.to)];
    return from === undefined || to === undefined ? [] : [{ path, from, to }];
  });
  const bottom = lower + 34;
  const key = keyLines(
    pathKey(
      figure.paths.some(({ isClear }) => !isClear),
      messages,
    ),
    12,
    width - 12,
    bottom,
  );
  const notes = panelNotes(figure.notes, { width, margin: 12 }, bottom + key.height);
  const curve = (x: number, reach: number, value: number | null): readonly Child[] =>
    value === null
      ? []
      : [
          element("path", {
            class: "effects-arm",
            d: `M${round(x)},${upper}C${round(x + reach)},${upper} ${round(x + reach)},${lower} ${round(x)},${lower}`,
          }),
          ...plate(decimal(value, 2, messages), x + 0.6 * reach, (upper + lower) / 2),
        ];
  const children: readonly Child[] = [
    element("text", { class: "chart-heading", x: 12, y: 16 }, [figure.title]),
    ...curve(left - boxWidth / 2, -arc + 6, figure.predictorCorrelation),
    ...curve(right + boxWidth / 2, arc - 6, figure.residualCorrelation),
    group(
      "effects-paths",
      paths.map(({ path, from, to }) => pathMark(path, from, to, messages)),
    ),
    group("effects-boxes", [...boxes.values()].map(boxMark)),
    group(
      "effects-values",
      paths.flatMap(({ path, from, to }) =>
        pathLabel(path, from, to, from.y === to.y ? 0.5 : 0.27, messages),
      ),
    ),
    key.drawn,
    notes.drawn,
  ];
  const description = [
    ...figure.paths.map((path) => `${pathSentence(path, messages)}.`),
    messages.text("charts.effects.path.residuals", {
      value: decimal(figure.residualCorrelation, 2, messages),
    }),
    ...figure.notes,
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}
