import { entry, studentTUpperQuantile } from "@concord/numerics";
import type { Frame } from "../formula/frame.ts";
import { quantileType7 } from "../mediation/bootstrap-interval.ts";
import { quoted } from "../mediation/mediation-model.ts";
import { combination } from "../regression/combination.ts";
import { compareLinearModels, type LinearModelComparison } from "../regression/compare-models.ts";
import { type FittedLinearModel, linearModel, type Refused } from "../regression/linear-model.ts";
import { type CurveExtremum, curveExtremum } from "./curve-extremum.ts";
import type { ModerationModel, ModerationOptions } from "./moderation.ts";
import { realRoots } from "./real-roots.ts";
import { requireTerm, type SimpleSlope } from "./simple-slopes.ts";

export interface FittedQuadraticModeration {
  readonly kind: "fitted";
  readonly model: ModerationModel;
  readonly fit: FittedLinearModel;
  /** What x·w² explains beyond x·w and w². */
  readonly quadratic: LinearModelComparison;
  readonly slopes: readonly SimpleSlope[];
  /** Where the effect of x is strongest (a peak) or weakest (a trough), and whether it turns inside the data. */
  readonly extremum: CurveExtremum;
  readonly slopeAtExtremum: SimpleSlope;
  /** Values of w at which the effect of x crosses the bound of significance: up to four. */
  readonly bounds: readonly number[];
  readonly range: readonly [number, number];
}

export type QuadraticModeration = FittedQuadraticModeration | Refused;

/**
 * Is an effect strongest at moderate values of a moderator?
 *
 * y = … + b₁x + b₂w + b₃w² + b₄xw + b₅xw²: the effect of x at w is the curve b₁ + b₄w + b₅w², which turns at
 * −b₄/(2b₅). The model asks for a bend; only Lind and Mehlum's test says that the effect rises and then falls within
 * the values seen. The region of significance has up to four bounds, the roots of slope² = t²·variance.
 *
 * Cohen J, Cohen P, West SG, Aiken LS (2003), Applied Multiple Regression, 3rd ed., section 7.8; Blatt SJ et al. (1996),
 * J Consult Clin Psychol 64: 162–171, for a perceived relationship that helped at moderate perfectionism.
 */
export function quadraticModeration(
  model: ModerationModel,
  frame: Frame,
  { level = 0.95, standardErrors = "classical", values = [] }: ModerationOptions = {},
): QuadraticModeration {
  const { outcome, predictor, moderator, covariates = [] } = model;
  const column = frame[moderator];
  const text = [moderator, predictor].find((name) => frame[name]?.some((value) => typeof value === "string"));
  if (text !== undefined)
    return {
      kind: "refused",
      reason: `a curve requires numbers along it and an effect of one column: ${text} holds text`,
    };
  const squareName = nameOfSquare(moderator, frame);
  const square = column?.map((value) => (typeof value === "number" ? value * value : null)) ?? [];
  const extended: Frame = { ...frame, [squareName]: square };
  const [x, w, w2] = [predictor, moderator, squareName].map(quoted) as [string, string, string];
  const side = (parts: string) => `${quoted(outcome)} ~ ${[parts, ...covariates].join(" + ")}`;
  const fit = linearModel(side(`${x} * ${w} + ${x} * ${w2}`), extended, { level, standardErrors });
  if (fit.kind === "refused") return fit;
  const [untested] = fit.untested;
  if (untested !== undefined)
    return {
      kind: "refused",
      reason: `${untested.name} has no robust standard error: ${untested.reason}; take classical errors or leave the row out`,
    };
  const rows = fit.design.kept;
  const straight = linearModel(side(`${x} * ${w} + ${w2}`), extended, { level, standardErrors, rows });
  if (straight.kind === "refused") return straight;
  const seen = Float64Array.from(rows, (row) => Number(column![row])).sort();
  const range = [seen[0]!, seen.at(-1)!] as const;
  const places = [x, `${x}:${w}`, `${x}:${w2}`].map((name) => requireTerm(fit, name));
  const slopeAt = (at: number): SimpleSlope => {
    const weights = fit.coefficients.map((_, i) => [1, at, at * at][places.indexOf(i)] ?? 0);
    return { at, effect: combination(`${predictor} at ${moderator} = ${at}`, fit, weights) };
  };
  const extremum = curveExtremum({
    linear: places[1]!,
    quadratic: places[2]!,
    coefficients: fit.coefficients.map(({ estimate }) => estimate),
    covariance: fit.covariance,
    degreesOfFreedom: fit.degreesOfFreedom,
    range,
    level,
  });
  const grid =
    values.length > 0 ? values : [0.05, 0.16, 0.5, 0.84, 0.95].map((share) => quantileType7(seen, share));
  return {
    kind: "fitted",
    model,
    fit,
    quadratic: compareLinearModels(straight, fit),
    slopes: grid.map(slopeAt),
    extremum,
    slopeAtExtremum: slopeAt(extremum.at),
    bounds: significanceBounds(fit, places, level),
    range,
  };
}

/** The real roots of (b₁ + b₄w + b₅w²)² − t²·Var. */
function significanceBounds(
  fit: FittedLinearModel,
  places: readonly number[],
  level: number,
): readonly number[] {
  const critical = studentTUpperQuantile((1 - level) / 2, fit.degreesOfFreedom);
  const square = critical * critical;
  const b = places.map((place) => fit.coefficients[place]!.estimate) as [number, number, number];
  const v = (i: number, j: number) => square * entry(fit.covariance, places[i]!, places[j]!);
  return realRoots([
    b[0] * b[0] - v(0, 0),
    2 * (b[0] * b[1] - v(0, 1)),
    b[1] * b[1] + 2 * b[0] * b[2] - v(1, 1) - 2 * v(0, 2),
    2 * (b[1] * b[2] - v(1, 2)),
    b[2] * b[2] - v(2, 2),
  ]);
}

/** `w2`, or `w_squared` where the file has a w2 already. */
function nameOfSquare(moderator: string, frame: Frame): string {
  return Object.hasOwn(frame, `${moderator}2`) ? `${moderator}_squared` : `${moderator}2`;
}
