import { bilinear, type Matrix, studentTUpperQuantile } from "@concord/numerics";
import type { Frame } from "../formula/frame.ts";
import { quoted } from "../mediation/mediation-model.ts";
import { coefficientTested } from "../meta-analysis/coefficients.ts";
import type { Coefficient } from "../meta-analysis/model.ts";
import { combination } from "../regression/combination.ts";
import { compareLinearModels, type LinearModelComparison } from "../regression/compare-models.ts";
import {
  type FittedLinearModel,
  linearModel,
  type Refused,
  type StandardErrorKind,
} from "../regression/linear-model.ts";
import { type PrincipalAxes, principalAxes } from "./principal-axes.ts";

/** Two ratings of one thing on one scale, and what their agreement may matter for. */
export interface SurfaceModel {
  readonly outcome: string;
  /** The rating on the x axis, such as the client's. */
  readonly x: string;
  /** The rating on the y axis, such as the therapist's. */
  readonly y: string;
  readonly covariates?: readonly string[];
  /** The common point that both ratings are counted from; 0 leaves them as they are. */
  readonly centre?: number | "grand mean";
}

const SURFACE_LINES = ["a1", "a2", "a3", "a4", "a5"] as const;

export interface FittedSurface {
  readonly kind: "fitted";
  readonly model: SurfaceModel;
  /** outcome = b₀ + b₁x + b₂y + b₃x² + b₄xy + b₅y² */
  readonly fit: FittedLinearModel;
  /** What the curved terms explain beyond x and y alone. */
  readonly curvature: LinearModelComparison;
  /**
   * Along agreement (x = y) slope a1 = b₁ + b₂ and curvature a2 = b₃ + b₄ + b₅; along disagreement (x = −y) slope
   * a3 = b₁ − b₂ and curvature a4 = b₃ − b₄ + b₅; a5 = b₃ − b₅.
   */
  readonly lines: readonly Coefficient[];
  readonly axes: PrincipalAxes;
  /** The coefficients b₁ … b₅ and their covariance as maximum likelihood gives it: smaller by df/n. */
  readonly likelihood: {
    readonly coefficients: readonly Coefficient[];
    readonly lines: readonly Coefficient[];
    readonly axes: PrincipalAxes;
  };
  /** What was taken off both ratings. */
  readonly centre: number;
  /** Percent of rows in which x lies half a standard deviation above y, below it, or neither. */
  readonly agreement: { readonly higher: number; readonly equal: number; readonly lower: number };
  readonly range: { readonly low: number; readonly high: number };
}

export type ResponseSurface = FittedSurface | Refused;

/**
 * Is an outcome best where two ratings agree, or where they differ in one direction?
 *
 * Polynomial regression instead of a difference score, read as a surface over both ratings. Both must be on one scale,
 * counted from a common point. An effect of congruence requires a4 < 0 (the surface falls to both sides of agreement)
 * with a3 = 0 and a first principal axis that is the line of agreement (p10 = 0, p11 = 1).
 *
 * Edwards JR, Parry ME (1993), Acad Manage J 36: 1577–1613; Shanock LR et al. (2010), J Bus Psychol 25: 543–554;
 * Humberg S, Nestler S, Back MD (2019), Soc Psychol Personal Sci 10: 409–419.
 */
export function responseSurface(
  model: SurfaceModel,
  frame: Frame,
  { level = 0.95, standardErrors = "classical" as StandardErrorKind } = {},
): ResponseSurface {
  const { outcome, x, y, covariates = [] } = model;
  if (new Set([outcome, x, y]).size < 3)
    throw new RangeError(`a response surface requires three different columns: ${outcome}, ${x}, ${y}`);
  const text = [x, y].find((name) => frame[name]?.some((value) => typeof value === "string"));
  if (text !== undefined)
    return {
      kind: "refused",
      reason: `a response surface requires numbers on both axes: ${text} holds text`,
    };
  const taken = ["x2", "xy", "y2"].filter((name) => [outcome, x, y].includes(name));
  if (taken.length > 0)
    return {
      kind: "refused",
      reason: `x2, xy and y2 are the squares and the product: rename the column ${taken[0]}`,
    };
  const centre = centreOf(model, frame);
  const left = counted(frame[x] ?? [], centre);
  const right = counted(frame[y] ?? [], centre);
  const times = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
    a.map((value, i) => (value === null || b[i] === null ? null : value * b[i]!));
  const curved: Frame = {
    ...frame,
    [x]: left,
    [y]: right,
    x2: times(left, left),
    xy: times(left, right),
    y2: times(right, right),
  };
  const side = (terms: readonly string[]) =>
    `${quoted(outcome)} ~ ${[quoted(x), quoted(y), ...terms, ...covariates].join(" + ")}`;
  const fit = linearModel(side(["x2", "xy", "y2"]), curved, { level, standardErrors });
  if (fit.kind === "refused") return fit;
  const [untested] = fit.untested;
  if (untested !== undefined)
    return {
      kind: "refused",
      reason: `${untested.name} has no robust standard error: ${untested.reason}; take classical errors or leave the row out`,
    };
  const rows = fit.design.kept;
  const flat = linearModel(side([]), curved, { level, standardErrors, rows });
  if (flat.kind === "refused") return flat;
  const places = [quoted(x), quoted(y), "x2", "xy", "y2"].map((name) => fit.design.names.indexOf(name));
  const b = places.map((place) => fit.coefficients[place]!.estimate);
  const own = submatrix(fit.covariance, places);
  const critical = studentTUpperQuantile((1 - level) / 2, fit.degreesOfFreedom);
  const shrink = standardErrors === "classical" ? fit.degreesOfFreedom / fit.n : 1;
  const likely = { ...own, values: own.values.map((value) => value * shrink) };
  const normal = studentTUpperQuantile((1 - level) / 2, Number.POSITIVE_INFINITY);
  const seen = rows.flatMap((row) => [left[row]!, right[row]!]);
  return {
    kind: "fitted",
    model,
    fit,
    curvature: compareLinearModels(flat, fit),
    lines: SURFACE_LINES.map((name) =>
      combination(name, fit, spread(LINES[name], places, fit.coefficients.length)),
    ),
    axes: principalAxes(b, own, fit.degreesOfFreedom, critical),
    likelihood: {
      coefficients: b.map((estimate, i) =>
        coefficientTested(
          `b${i + 1}`,
          estimate,
          Math.sqrt(likely.values[i * 5 + i]!),
          Number.POSITIVE_INFINITY,
          normal,
        ),
      ),
      lines: SURFACE_LINES.map((name) => {
        const weights = LINES[name];
        const estimate = weights.reduce((sum, weight, i) => sum + weight * b[i]!, 0);
        const standardError = Math.sqrt(bilinear(weights, likely, weights));
        return coefficientTested(name, estimate, standardError, Number.POSITIVE_INFINITY, normal);
      }),
      axes: principalAxes(b, likely, Number.POSITIVE_INFINITY, normal),
    },
    centre,
    agreement: agreementOf(
      rows.map((row) => left[row]!),
      rows.map((row) => right[row]!),
    ),
    range: { low: Math.min(...seen), high: Math.max(...seen) },
  };
}

/** Weights of b₁ … b₅. */
const LINES: Readonly<Record<(typeof SURFACE_LINES)[number], readonly number[]>> = {
  a1: [1, 1, 0, 0, 0],
  a2: [0, 0, 1, 1, 1],
  a3: [1, -1, 0, 0, 0],
  a4: [0, 0, 1, -1, 1],
  a5: [0, 0, 1, 0, -1],
};

function centreOf({ x, y, outcome, centre = 0 }: SurfaceModel, frame: Frame): number {
  if (centre !== "grand mean") return centre;
  const both = (frame[x] ?? []).flatMap((value, i) => {
    const other = frame[y]?.[i];
    const isComplete =
      typeof value === "number" && typeof other === "number" && typeof frame[outcome]?.[i] === "number";
    return isComplete ? [value, other] : [];
  });
  return both.reduce((sum, value) => sum + value, 0) / both.length;
}

function counted(column: Frame[string], centre: number): readonly (number | null)[] {
  return column.map((value) => (typeof value === "number" ? value - centre : null));
}

/** Shanock and colleagues' first step: standardised ratings half a unit apart count as different. */
function agreementOf(left: readonly number[], right: readonly number[]) {
  const a = standardised(left);
  const b = standardised(right);
  const percent = (wanted: (difference: number) => boolean) =>
    (100 * a.filter((value, i) => wanted(value - b[i]!)).length) / a.length;
  const higher = percent((difference) => difference > 0.5);
  const lower = percent((difference) => difference < -0.5);
  return { higher, equal: 100 - higher - lower, lower };
}

function standardised(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
  );
  return values.map((value) => (value - mean) / deviation);
}

function submatrix(matrix: Matrix, places: readonly number[]): Matrix {
  const size = places.length;
  const values = new Float64Array(size * size);
  places.forEach((row, i) => {
    places.forEach((column, j) => {
      values[i * size + j] = matrix.values[row * matrix.columns + column]!;
    });
  });
  return { rows: size, columns: size, values };
}

function spread(weights: readonly number[], places: readonly number[], size: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => weights[places.indexOf(i)] ?? 0);
}
