import { bubblePlot } from "@concord/charts";
import type { TableEffects, TableFit } from "@concord/evidence";
import { predictAt } from "@concord/statistics";
import type { FigureScale } from "./figure-scale.ts";

/** Effects against the one numeric moderator, where that is what the model has. */
export function bubbleFigure(table: TableEffects, fitted: TableFit, scale: FigureScale): string | null {
  if (fitted.kind !== "plain") return null;
  const { fit, used } = fitted;
  const design = fit.model.design;
  const name = design?.names[1];
  if (design?.intercept !== true || design.names.length !== 2 || name === undefined) return null;
  const values = used.map((_, i) => design.matrix.values[2 * i + 1]!);
  if (new Set(values).size < 3 || !Object.hasOwn(table.frame, name)) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const line = Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
  return bubblePlot(
    {
      title: `Effects by ${name}`,
      axis: scale.axis,
      moderatorLabel: name,
      points: used.map(({ label, estimate }, i) => ({
        label,
        moderator: values[i]!,
        estimate: scale.back(estimate),
        weight: fit.weights[i]!,
      })),
      fit: line.map((moderator) => {
        const predicted = predictAt(fit, [1, moderator]);
        return {
          moderator,
          ...scale.read(predicted),
          ...(predicted.newStudy === undefined ? {} : { prediction: scale.bounds(predicted.newStudy) }),
        };
      }),
      fitLabel: "Fitted line, 95% CI",
      predictionLabel: "Prediction interval",
    },
    { standalone: true },
  );
}
