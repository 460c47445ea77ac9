import { itemChart, loadingChart } from "@concord/charts";
import { percentOf } from "../analysis.ts";
import { english } from "../english.ts";
import { RequestRefused } from "../refusal.ts";
import { interval, number, share } from "../text/apa.ts";
import type { ReliabilityAnswer, ReliabilityRequest } from "./request.ts";

/** The items of a scale, or the loadings of a factor analysis: the first of the answers that can be drawn. */
export function reliabilityFigure(
  answers: readonly ReliabilityAnswer[],
  { confidenceLevel: level }: ReliabilityRequest,
): string {
  for (const answer of answers) {
    if (answer.kind === "alpha") {
      const { alpha, interval: feldt, items, rows } = answer.scale;
      return itemChart(
        {
          title: "Items of the scale",
          level: percentOf(level),
          rows: items.map((item) => ({
            label: item.isReversed ? `${item.name}-` : item.name,
            rest: {
              estimate: item.restCorrelation,
              lower: item.restInterval[0],
              upper: item.restInterval[1],
            },
            mean: item.mean,
            alphaWithout: item.ifDropped.raw,
          })),
          notes: [
            `α = ${share(alpha.raw)}, ${interval(feldt.lower, feldt.upper, level, share)}, N = ${rows.toLocaleString("en")}.`,
          ],
        },
        { messages: english, standalone: true },
      );
    }
    if (answer.kind === "factors") {
      const { loadings, explained, communality } = answer.analysis;
      const width = loadings.columns;
      return loadingChart(
        {
          title: "Loadings of the factors",
          level: percentOf(level),
          groups: explained.map((part, f) => ({
            heading: `Factor ${f + 1}: ${number(100 * part, 0)}% of the variance`,
            rows: answer.names.map((label, i) => {
              const estimate = loadings.values[i * width + f]!;
              return {
                label,
                path: { estimate, lower: estimate, upper: estimate },
                explained: communality[i]!,
              };
            }),
          })),
          notes: ["Loadings of an exploratory analysis stand without intervals."],
        },
        { messages: english, standalone: true },
      );
    }
  }
  throw new RequestRefused("A figure shows items or factors: add --analysis alpha or --analysis factors.");
}
