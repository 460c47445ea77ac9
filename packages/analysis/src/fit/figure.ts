import { type CaterpillarRow, caterpillarChart } from "@concord/charts";
import { normalUpperQuantile } from "@concord/numerics";
import { conditionalModes } from "@concord/statistics/multilevel";
import { percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import type { FitRequest } from "./request.ts";
import type { FitResult, MultilevelResult, SeriesResult } from "./result.ts";

/** How the groups of the outermost factor depart, by their first varying effect, from the lowest to the highest. */
export function fitFigure(result: FitResult, { confidenceLevel: level }: FitRequest): string {
  const drawn = result.kind === "multilevel" ? ofMultilevel(result, level) : ofSeries(result);
  const rows = drawn.rows.toSorted((a, b) => estimateOf(a) - estimateOf(b));
  return caterpillarChart(
    {
      title: `${drawn.effect} over ${drawn.factor}`,
      axis: { label: `Departure of ${drawn.effect}, shrunken`, spacing: "linear", reference: 0 },
      rowHeading: drawn.factor,
      estimateHeading: drawn.heading,
      rows,
      notes: [drawn.note],
    },
    { messages: english, standalone: true },
  );
}

interface Drawn {
  readonly factor: string;
  readonly effect: string;
  readonly heading: string;
  readonly note: string;
  readonly rows: readonly CaterpillarRow[];
}

function ofMultilevel({ fit }: MultilevelResult, level: number): Drawn {
  const all = conditionalModes(fit);
  const fewest = all.reduce((a, b) => (b.groups.length < a.groups.length ? b : a));
  const [effect] = fewest.effects;
  const reach = normalUpperQuantile((100 - percentOf(level)) / 200);
  return {
    factor: fewest.factor,
    effect: effect!.name,
    heading: `departure [${percentOf(level)}% CI]`,
    note: "Intervals take the fixed effects and variances as known. Groups whose intervals overlap cannot be ranked.",
    rows: fewest.groups.map((label, i) => {
      const estimate = effect!.modes[i]!;
      const half = reach * effect!.deviations[i]!;
      const bounds = { estimate, lower: estimate - half, upper: estimate + half };
      return { kind: "shown", label, effect: bounds };
    }),
  };
}

function ofSeries({ fit }: SeriesResult): Drawn {
  const [level] = fit.levels;
  if (level === undefined) throw new RangeError("a figure requires a random term, as (1 | client)");
  return {
    factor: level.name,
    effect: level.effects[0]!,
    heading: "departure",
    note: "Predictions without intervals, as nlme gives them.",
    rows: level.groups.map((label, i) => {
      const estimate = level.predictions[i]![0]!;
      return { kind: "shown", label, effect: { estimate, lower: estimate, upper: estimate } };
    }),
  };
}

function estimateOf(row: CaterpillarRow): number {
  return row.kind === "shown" ? row.effect.estimate : Number.NaN;
}
