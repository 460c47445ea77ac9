import { baujatPlot, cumulativePlot, influencePlot } from "@concord/charts";
import type { TableAnalysis, TableEffects, TableFit } from "@concord/evidence";
import {
  cumulative,
  type FittedMetaAnalysis,
  influence,
  leaveOneOut,
  metaAnalysis,
  predictAt,
} from "@concord/statistics";
import type { FigureScale } from "./figure-scale.ts";

/** What remains when each study in turn is left out. */
export function influences(
  fitted: Extract<TableFit, { readonly kind: "plain" }>,
  scale: FigureScale,
): string {
  const { fit, used } = fitted;
  const without = leaveOneOut(fit);
  return influencePlot(
    {
      title: "What remains without each study",
      axis: scale.axis,
      rowHeading: "Without",
      estimateHeading: `${scale.name} [95% CI]`,
      rows: influence(fit).flatMap((one, i) => {
        const rest = without[i]!;
        return rest.kind !== "fitted"
          ? []
          : [
              {
                label: used[i]!.label,
                without: scale.read(predictAt(rest, [1])),
                cooksDistance: one.kind === "influence" ? one.cookDistance : null,
                verdict:
                  one.kind === "influence" && one.influential
                    ? ("influential" as const)
                    : ("ordinary" as const),
              },
            ];
      }),
      all: { ...scale.read(predictAt(fit, [1])), label: "All studies" },
      cooksThreshold: null,
    },
    { standalone: true },
  );
}

/** Each study's part of Q, and how far the mean moves without it, under a common effect: Baujat B et al. (2002). */
export function baujat(
  fitted: Extract<TableFit, { readonly kind: "plain" }>,
  fit: FittedMetaAnalysis,
): string | null {
  const { betweenStudyVariance: _, ...model } = fit.model;
  const common = metaAnalysis(fit.effects, { ...model, method: "FE", test: "z" });
  if (common.kind !== "fitted") return null;
  const whole = common.coefficients[0]!;
  const without = leaveOneOut(common);
  return baujatPlot(
    {
      title: "Which studies make the heterogeneity, and which move the mean",
      heterogeneityLabel: "Contribution to Q",
      influenceLabel: "Squared shift of the mean, in standard errors",
      points: fitted.used.flatMap(({ label, estimate, variance }, i) => {
        const rest = without[i]!;
        if (rest.kind !== "fitted") return [];
        const other = rest.coefficients[0]!;
        return [
          {
            label,
            heterogeneity: (estimate - whole.estimate) ** 2 / variance,
            influence: ((whole.estimate - other.estimate) / other.standardError) ** 2,
            named: "yes" as const,
          },
        ];
      }),
    },
    { standalone: true },
  );
}

/** The mean as studies joined, one by one. */
export function cumulatives(
  table: TableEffects,
  fitted: Extract<TableFit, { readonly kind: "plain" }>,
  scale: FigureScale,
  analyses: readonly TableAnalysis[],
): string {
  const order = analyses.find((analysis) => analysis.kind === "cumul")?.order ?? null;
  const by = fitted.used.map(({ row }, i) => (order === null ? i : Number(table.frame[order]?.[row] ?? i)));
  return cumulativePlot(
    {
      title: "The mean as studies joined",
      axis: scale.axis,
      rowHeading: "With",
      estimateHeading: `${scale.name} [95% CI]`,
      steps: cumulative(fitted.fit, by).flatMap(({ study, result }) =>
        result.kind === "fitted"
          ? [{ label: `+ ${fitted.used[study]!.label}`, effect: scale.read(predictAt(result, [1])) }]
          : [],
      ),
    },
    { standalone: true },
  );
}
