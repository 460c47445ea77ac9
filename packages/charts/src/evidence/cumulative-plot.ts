import type { StaffMessages } from "@concord/messages";
import type { Child } from "../svg.ts";
import { axisIn } from "./axis-language.ts";
import type { Place } from "./clip.ts";
import { intervalWords } from "./effect-words.ts";
import { drawForest } from "./forest/draw-forest.ts";
import type { LineContext } from "./forest/draw-line.ts";
import type { PlacedLine } from "./forest/lines.ts";
import { polygon } from "./strokes.ts";
import type { CumulativeFigure, EvidenceChartOptions, ForestFigure } from "./values.ts";

/**
 * How did the evidence settle as it grew? One line for each study added, with the pooled estimate of all studies up to
 * it; the tint behind follows the interval from the first to the last.
 *
 * Lau J, et al. (1992). N Engl J Med 327: 248–254.
 */
export function cumulativePlot(figure: CumulativeFigure, options: EvidenceChartOptions): string {
  const { messages, id = "cumulative", width = 960, standalone = false } = options;
  const {
    title,
    axis,
    rowHeading,
    estimateHeading,
    columns = [],
    steps,
    overall = null,
    notes = [],
  } = figure;
  const forest: ForestFigure = {
    title,
    axis,
    rowHeading,
    estimateHeading,
    columns,
    groups: [{ heading: null, rows: steps.map((step) => ({ kind: "effect" as const, weight: 1, ...step })) }],
    overall: overall === null ? [] : [overall],
    notes,
  };
  return drawForest(
    forest,
    { messages, id, width, standalone },
    {
      mark: "dot",
      density: steps.length > 60 ? "compact" : "comfortable",
      description: describe(figure, messages),
      behind: ribbon,
    },
  );
}

function ribbon(lines: readonly PlacedLine[], { scale }: LineContext): readonly Child[] {
  const spots = lines.flatMap((line) =>
    line.kind === "effect" ? [{ effect: line.row.effect, y: line.top + line.height / 2 }] : [],
  );
  const side = (bound: "lower" | "upper") =>
    spots.map(({ effect, y }): Place => [scale.at(effect[bound]), y]);
  return spots.length < 2 ? [] : [polygon("evidence-ribbon", [...side("lower"), ...side("upper").reverse()])];
}

function describe({ axis: given, steps, notes = [] }: CumulativeFigure, messages: StaffMessages): string {
  const axis = axisIn(given, messages);
  const ends = [steps[0], ...(steps.length > 1 ? [steps.at(-1)] : [])].flatMap((step) =>
    step === undefined
      ? []
      : [messages.text("charts.words.named", { label: step.label, value: intervalWords(step.effect, axis) })],
  );
  return [messages.text("charts.evidence.cumulative.words", { count: steps.length }), ...ends, ...notes].join(
    " ",
  );
}
