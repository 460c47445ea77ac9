import { funnelPlot, radialPlot } from "@concord/charts";
import { meanOf, type TableAnalysis, type TableFit } from "@concord/evidence";
import { asymmetryTest, trimAndFill } from "@concord/statistics";
import type { FigureScale } from "./figure-scale.ts";

/** Effects by their standard error, with what trim and fill adds and Egger's line if they were asked for. */
export function funnel(fitted: TableFit, scale: FigureScale, analyses: readonly TableAnalysis[]): string {
  const { used } = fitted;
  const trim = analyses.find((analysis) => analysis.kind === "trimfill");
  const filled =
    trim === undefined || fitted.kind === "multilevel"
      ? null
      : trim.side === null
        ? trimAndFill(fitted.fit, trim.estimator)
        : trimAndFill(fitted.fit, trim.estimator, trim.side);
  const added = filled?.kind === "filled" ? filled.added : [];
  const asymmetry =
    fitted.kind === "plain" && analyses.some(({ kind }) => kind === "regtest")
      ? asymmetryTest(fitted.fit)
      : null;
  const widest = Math.max(...used.map(({ variance }) => Math.sqrt(variance)));
  return funnelPlot(
    {
      title: "Effects by their standard error",
      axis: scale.axis,
      points: [
        ...used.map(({ label, estimate, variance }) => ({
          label,
          estimate: scale.back(estimate),
          standardError: Math.sqrt(variance),
          kind: "observed" as const,
        })),
        ...added.map(({ estimate, variance }, i) => ({
          label: `filled in ${i + 1}`,
          estimate: scale.back(estimate),
          standardError: Math.sqrt(variance),
          kind: "filled" as const,
        })),
      ],
      pooled: { label: "Pooled mean", estimate: scale.back(meanOf(fitted).estimate) },
      adjusted:
        filled?.kind === "filled" && added.length > 0
          ? { label: "With those filled in", estimate: scale.back(filled.result.coefficients[0]!.estimate) }
          : null,
      regions: scale.axis.reference === null ? "none" : "significance",
      asymmetry:
        asymmetry?.kind === "tested"
          ? {
              label: "Regression on the standard error",
              ends: [
                { estimate: scale.back(asymmetry.intercept.estimate), standardError: 0 },
                {
                  estimate: scale.back(asymmetry.intercept.estimate + asymmetry.slope.estimate * widest),
                  standardError: widest,
                },
              ],
            }
          : null,
    },
    { standalone: true },
  );
}

/** Galbraith's plot: each effect over its standard error, by its precision. */
export function radial(fitted: TableFit, scale: FigureScale): string {
  return radialPlot(
    {
      title: "Standardised effects by their precision",
      axis: scale.axis,
      points: fitted.used.map(({ label, estimate, variance }) => ({
        label,
        precision: 1 / Math.sqrt(variance),
        standardized: estimate / Math.sqrt(variance),
      })),
      pooled: scale.read(meanOf(fitted)),
      pooledLabel: "Pooled mean",
    },
    { standalone: true },
  );
}
