import { bilinear, studentTUpperQuantile } from "@concord/numerics";
import type { Prediction } from "../prediction.ts";
import type { FittedMultilevel } from "./model.ts";

/**
 * The fitted mean at these moderator values, and where the true effect of a new group of every level may lie:
 * estimate ± c √(SE² + Σσ²).
 */
export function predictMultilevel(fit: FittedMultilevel, row: readonly number[]): Prediction {
  if (row.length !== fit.coefficients.length) {
    throw new RangeError(
      `a prediction requires one value per coefficient: ${row.length} for ${fit.coefficients.length}`,
    );
  }
  const estimate = row.reduce((total, value, j) => total + value * fit.coefficients[j]!.estimate, 0);
  const variance = bilinear(row, fit.covariance, row);
  const involved = fit.coefficients.filter((_, j) => row[j] !== 0).map((c) => c.degreesOfFreedom);
  const critical = studentTUpperQuantile(
    (1 - fit.level) / 2,
    Math.min(Number.POSITIVE_INFINITY, ...involved),
  );
  const standardError = Math.sqrt(variance);
  const between = fit.components.reduce((total, component) => total + component.variance, 0);
  const reach = critical * Math.sqrt(variance + between);
  return {
    estimate,
    standardError,
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
    newStudy: { lower: estimate - reach, upper: estimate + reach },
  };
}
