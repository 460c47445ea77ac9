import type { StaffMessages } from "@concord/messages";
import { plainAxis } from "../evidence/axis-language.ts";
import { clipPolygon, clipStroke, type Place } from "../evidence/clip.ts";
import { type KeyItem, keyLines } from "../evidence/key.ts";
import { panelAxes, panelGrid, panelNotes, panelOn, plainScale, sheetOf } from "../evidence/scatter/panel.ts";
import { polygon, stroke, uprightLine, words } from "../evidence/strokes.ts";
import { textWidth } from "../evidence/text-width.ts";
import { frame } from "../frame.ts";
import { decimal } from "../numbers.ts";
import { type Child, element, group, round } from "../svg.ts";
import type { ConditionalFigure, EffectAt, EffectsChartOptions } from "./values.ts";

/**
 * How does an effect change along a moderator? The effect as a line with its interval, darker where that leaves out
 * nought; Johnson and Neyman's bounds upright; chosen values as rings; a tick on the ground for each row.
 */
export function conditionalEffectChart(figure: ConditionalFigure, options: EffectsChartOptions): string {
  const { messages, id = "conditional", width = 640, standalone = false } = options;
  const sheet = sheetOf(width);
  const yAxis = { ...plainAxis(figure.effectLabel, messages), reference: 0 };
  const xAxis = plainAxis(figure.moderator, messages);
  const y = plainScale(
    yAxis,
    [...figure.line, ...figure.probes].flatMap(({ lower, upper }) => [lower, upper, 0]),
    sheet.bottom,
    sheet.top,
  );
  const panel = panelOn(sheet, y);
  const x = plainScale(
    xAxis,
    figure.line.map(({ at }) => at),
    panel.left,
    panel.right,
    [0, 0],
  );
  const at = (value: number, effect: number): Place => [x.project(value), y.project(effect)];
  const band = (className: string, part: readonly EffectAt[]): Child =>
    polygon(
      className,
      clipPolygon(
        [
          ...part.map(({ at: value, lower }) => at(value, lower)),
          ...[...part].reverse().map(({ at: value, upper }) => at(value, upper)),
        ],
        panel,
      ),
    );
  const places = figure.line.map(({ at: value, estimate }) => at(value, estimate));
  const inside = figure.bounds.filter((bound) => x.beyond(bound) === "no");
  const axes = panelAxes(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y });
  const key = keyLines(
    keyItems(figure, inside.length > 0, messages),
    panel.margin,
    width - panel.margin,
    axes.bottom + 8,
  );
  const notes = panelNotes(figure.notes, panel, axes.bottom + 8 + key.height);
  const { turn } = figure;
  const children: readonly Child[] = [
    panelGrid(panel, { axis: xAxis, scale: x }, { axis: yAxis, scale: y }),
    turn === undefined || turn.lower === null || turn.upper === null
      ? null
      : element("rect", {
          class: "effects-reach",
          x: x.at(turn.lower),
          y: panel.top,
          width: Math.max(0, x.at(turn.upper) - x.at(turn.lower)),
          height: panel.bottom - panel.top,
        }),
    band("effects-band", figure.line),
    ...clearParts(figure.line).map((part) => band("effects-band effects-band--clear", part)),
    ...places.slice(1).map((place, i) => {
      const piece = clipStroke(places[i] ?? place, place, panel);
      return piece === null ? null : stroke("effects-line", piece);
    }),
    ...inside.flatMap((bound) => boundMark(x.at(bound), decimal(bound, 2, messages), panel)),
    turn === undefined || x.beyond(turn.at) !== "no"
      ? null
      : uprightLine("effects-turn", x.at(turn.at), panel.top, panel.bottom),
    group(
      "effects-rows",
      [
        ...new Set(
          figure.rows.filter((row) => x.beyond(row) === "no").map((row) => Math.round(2 * x.at(row)) / 2),
        ),
      ].map((place) => uprightLine("effects-row", place, panel.bottom - 6, panel.bottom)),
    ),
    group(
      "effects-probes",
      figure.probes
        .filter((probe) => x.beyond(probe.at) === "no")
        .flatMap((probe) => [
          uprightLine("effects-arm", x.at(probe.at), y.at(probe.upper), y.at(probe.lower)),
          element(
            "circle",
            { class: "effects-probe", cx: round(x.at(probe.at)), cy: round(y.at(probe.estimate)), r: 4.5 },
            [element("title", {}, [probeWords(probe, figure, messages)])],
          ),
        ]),
    ),
    ...axes.drawn,
    key.drawn,
    notes.drawn,
  ];
  const description = [
    messages.text("charts.words.named", {
      label: figure.effectLabel,
      value: figure.probes.map((probe) => probeWords(probe, figure, messages)).join("; "),
    }),
    ...figure.notes,
  ].join(" ");
  return frame({ id, width, height: notes.bottom, title: figure.title, description, standalone }, children);
}

/** Stretches of the line whose interval leaves out nought. */
function clearParts(line: readonly EffectAt[]): readonly (readonly EffectAt[])[] {
  const parts: EffectAt[][] = [];
  let open: EffectAt[] | null = null;
  for (const place of line) {
    if (place.lower > 0 || place.upper < 0) {
      if (open === null) {
        open = [];
        parts.push(open);
      }
      open.push(place);
    } else open = null;
  }
  return parts;
}

function boundMark(
  x: number,
  label: string,
  panel: { readonly top: number; readonly bottom: number; readonly right: number },
) {
  const fits = x + 6 + textWidth(label, 11) < panel.right;
  return [
    uprightLine("effects-bound", x, panel.top, panel.bottom),
    words("chart-small chart-halo", label, fits ? x + 5 : x - 5, panel.top + 12, fits ? undefined : "end"),
  ];
}

function probeWords(
  { at, estimate, lower, upper }: EffectAt,
  { moderator }: ConditionalFigure,
  messages: StaffMessages,
): string {
  const written = (value: number) => decimal(value, 2, messages);
  const interval = { estimate: written(estimate), lower: written(lower), upper: written(upper) };
  return messages.text("charts.effects.conditional.probe", {
    effect: messages.text("charts.words.interval", interval),
    moderator,
    value: written(at),
  });
}

function keyItems(
  figure: ConditionalFigure,
  hasBounds: boolean,
  { text }: StaffMessages,
): readonly KeyItem[] {
  const { level } = figure;
  const swatch =
    (className: string): KeyItem["mark"] =>
    (x, y) =>
      element("rect", { class: className, x: x - 9, y: y - 5, width: 18, height: 10 });
  const line =
    (className: string): KeyItem["mark"] =>
    (x, y) =>
      uprightLine(className, x, y - 7, y + 7);
  return [
    {
      words: text("charts.effects.conditional.excludes", { level }),
      mark: swatch("effects-band effects-band--clear"),
    },
    { words: text("charts.effects.conditional.includes", { level }), mark: swatch("effects-band") },
    ...(hasBounds ? [{ words: text("charts.effects.conditional.bound"), mark: line("effects-bound") }] : []),
    ...(figure.turn === undefined
      ? []
      : [{ words: text("charts.effects.conditional.turn"), mark: line("effects-turn") }]),
  ];
}
