import type { StaffMessages } from "@concord/messages";
import { type KeyItem, keyLines, lineSample } from "../evidence/key.ts";
import { panelNotes } from "../evidence/scatter/panel.ts";
import { frame } from "../frame.ts";
import { type Child, element, group } from "../svg.ts";
import { pathLayout } from "./path-layout.ts";
import { boxMark, pathLabel, pathMark, pathSentence } from "./path-marks.ts";
import type { EffectsChartOptions, PathFigure } from "./values.ts";

/** Through what does a predictor reach an outcome: a box for each variable, an arrow with its coefficient for each path. */
export function pathDiagram(figure: PathFigure, options: EffectsChartOptions): string {
  const { messages, id = "paths", width = 640, standalone = false } = options;
  const narrow = width < 560;
  const { boxes, height } = pathLayout(figure, width, narrow);
  const top = 26;
  const both = figure.paths.flatMap((path) => {
    const [from, to] = [boxes.get(path.from), boxes.get(path.to)];
    return from === undefined || to === undefined ? [] : [{ path, from, to }];
  });
  const key = keyLines(
    pathKey(
      figure.paths.some(({ isClear }) => !isClear),
      messages,
    ),
    12,
    width - 12,
    top + height + 6,
  );
  const notes = panelNotes(figure.notes, { width, margin: 12 }, top + height + 6 + key.height);
  const drawn = element("g", { transform: `translate(0 ${top})` }, [
    group(
      "effects-paths",
      both.map(({ path, from, to }) => pathMark(path, from, to, messages)),
    ),
    group("effects-boxes", [...boxes.values()].map(boxMark)),
    group(
      "effects-values",
      both.flatMap(({ path, from, to }) =>
        pathLabel(path, from, to, shareOf(figure, path.from, path.to, narrow), messages),
      ),
    ),
  ]);
  const children: readonly Child[] = [
    element("text", { class: "chart-heading", x: 12, y: 16 }, [figure.title]),
    drawn,
    key.drawn,
    notes.drawn,
  ];
  const description = [
    ...figure.paths.map((path) => `${pathSentence(path, messages)}.`),
    ...figure.notes,
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

/** Words off the middle, so that those of crossing arrows do not meet each other or a box in between. */
function shareOf(
  { predictor, outcome, mediators, paths }: PathFigure,
  from: string,
  to: string,
  narrow: boolean,
): number {
  if (mediators.length < 2) return 0.5;
  const leads = (name: string, other: string) =>
    paths.some((path) => path.from === name && path.to === other);
  const isSkipping =
    from === predictor
      ? mediators.some((name) => leads(name, to)) && to !== outcome
      : to === outcome && mediators.some((name) => leads(from, name));
  if (from === predictor && to !== outcome) return narrow && isSkipping ? 0.3 : narrow ? 0.5 : 0.42;
  if (to === outcome && from !== predictor) return narrow && isSkipping ? 0.7 : narrow ? 0.5 : 0.58;
  return 0.5;
}

/** What solid and dashed arrows mean. */
export function pathKey(hasOpen: boolean, { text }: StaffMessages): readonly KeyItem[] {
  return [
    { words: text("charts.effects.path.excludes"), mark: lineSample("effects-path") },
    ...(hasOpen
      ? [{ words: text("charts.effects.path.includes"), mark: lineSample("effects-path effects-path--open") }]
      : []),
  ];
}
