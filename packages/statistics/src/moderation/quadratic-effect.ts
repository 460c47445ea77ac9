import type { Frame } from "../formula/frame.ts";
import { quoted } from "../mediation/mediation-model.ts";
import { compareLinearModels, type LinearModelComparison } from "../regression/compare-models.ts";
import { type FittedLinearModel, linearModel, type Refused } from "../regression/linear-model.ts";
import { type CurveExtremum, curveExtremum } from "./curve-extremum.ts";
import type { ModerationOptions } from "./moderation.ts";
import { requireTerm } from "./simple-slopes.ts";

export interface FittedQuadraticEffect {
  readonly kind: "fitted";
  readonly fit: FittedLinearModel;
  /** What x² explains beyond x. */
  readonly quadratic: LinearModelComparison;
  readonly extremum: CurveExtremum;
  readonly range: readonly [number, number];
}

export type QuadraticEffect = FittedQuadraticEffect | Refused;

/**
 * Is too much as bad as too little: does y rise and then fall along x?
 *
 * y = b₀ + b₁x + b₂x² + covariates, with the turning point, its interval, and the test of Lind and Mehlum that it lies
 * between the values seen.
 */
export function quadraticEffect(
  model: { readonly outcome: string; readonly predictor: string; readonly covariates?: readonly string[] },
  frame: Frame,
  { level = 0.95, standardErrors = "classical" }: ModerationOptions = {},
): QuadraticEffect {
  const { outcome, predictor, covariates = [] } = model;
  const x = quoted(predictor);
  const side = (parts: readonly string[]) => `${quoted(outcome)} ~ ${[...parts, ...covariates].join(" + ")}`;
  if (frame[predictor]?.some((value) => typeof value === "string"))
    return { kind: "refused", reason: `a curve requires numbers along it: ${predictor} holds text` };
  const fit = linearModel(side([x, `I(${x}^2)`]), frame, { level, standardErrors });
  if (fit.kind === "refused") return fit;
  const [untested] = fit.untested;
  if (untested !== undefined)
    return {
      kind: "refused",
      reason: `${untested.name} has no robust standard error: ${untested.reason}; take classical errors or leave the row out`,
    };
  const rows = fit.design.kept;
  const straight = linearModel(side([x]), frame, { level, standardErrors, rows });
  if (straight.kind === "refused") return straight;
  const seen = Float64Array.from(rows, (row) => Number(frame[predictor]![row])).sort();
  const range = [seen[0]!, seen.at(-1)!] as const;
  const extremum = curveExtremum({
    linear: requireTerm(fit, x),
    quadratic: requireTerm(fit, `I(${x}^2)`),
    coefficients: fit.coefficients.map(({ estimate }) => estimate),
    covariance: fit.covariance,
    degreesOfFreedom: fit.degreesOfFreedom,
    range,
    level,
  });
  return { kind: "fitted", fit, quadratic: compareLinearModels(straight, fit), extremum, range };
}
