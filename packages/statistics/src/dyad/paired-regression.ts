import {
  addScaled,
  cholesky,
  diagonalOf,
  inverseFromCholesky,
  leastSquares,
  type Matrix,
  matrixOf,
  minimizeWithinBounds,
  orthogonalBasis,
  solveCholesky,
  solveUpper,
  transpose,
  zeros,
} from "@concord/numerics";
import { coefficientsTested } from "../meta-analysis/coefficients.ts";
import type { Coefficient } from "../meta-analysis/model.ts";
import type { Refused } from "../regression/linear-model.ts";
import { type PairedRow, type PairSums, sumsOf } from "./pair-sums.ts";

/** Members with a residual variance each, or one for both. */
export type ResidualStructure = "distinguishable" | "indistinguishable";

export interface FittedPairs {
  readonly kind: "fitted";
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Matrix;
  readonly degreesOfFreedom: number;
  /** Residual standard deviation in the first place. */
  readonly residualDeviation: number;
  /** That in the second place over that in the first; null where both are the same. */
  readonly deviationRatio: number | null;
  /** ρ: how alike the residuals of two members are. */
  readonly residualCorrelation: number;
  readonly logLikelihood: number;
  readonly method: "REML" | "ML";
  readonly rows: number;
  readonly dyads: number;
  /** Dyads with one member's response only: they inform the coefficients, not ρ. */
  readonly singles: number;
}

export type PairedRegression = FittedPairs | Refused;

export interface PairedOptions {
  readonly structure: ResidualStructure;
  readonly method?: "REML" | "ML";
  readonly level?: number;
}

/**
 * Regression for members of dyads, whose residuals go together.
 *
 * y = Xβ + e with Var(e₁) = σ², Var(e₂) = (σδ)², Cor(e₁, e₂) = ρ by restricted maximum likelihood: nlme's `gls` with
 * compound symmetry and, for distinguishable members, a variance for each role. The likelihood needs the data only
 * through Σxx′ within and across places, so its search costs nothing in rows. t tests have N − p degrees of freedom, N
 * counting members. Kenny DA, Kashy DA, Cook WL (2006), Dyadic Data Analysis, chapter 7; Pinheiro JC, Bates DM (2000),
 * Mixed-Effects Models in S and S-PLUS, section 5.1.
 */
export function pairedRegression(
  names: readonly string[],
  rows: readonly PairedRow[],
  { structure, method = "REML", level = 0.95 }: PairedOptions,
): PairedRegression {
  const p = names.length;
  const prepared = orthogonal(rows, p);
  if (prepared.kind === "rank-deficient") {
    const repeated = prepared.redundant.map((column) => names[column]!).join(", ");
    return refused(
      `the model cannot tell ${repeated} from the other predictors: constant or repeated columns must be left out`,
    );
  }
  const left = prepared.rows.reduce((sum, { response }) => sum + response ** 2, 0);
  if (!(left > 1e-24 * rows.reduce((sum, { response }) => sum + response ** 2, 0)))
    return refused("the model fits every row exactly: no scatter is left to judge its effects by");
  const sums = sumsOf(prepared.rows, p);
  const total = rows.length;
  if (sums.pairs < 2 || total <= p + 2)
    return refused(
      `dyads require more complete pairs than that: ${sums.pairs} with both members for ${p} coefficients; add dyads`,
    );
  const counted = method === "REML" ? total - p : total;
  const isDistinct = structure === "distinguishable";
  const at = (parameters: readonly number[]) =>
    solved(sums, p, Math.tanh(parameters[0]!), isDistinct ? Math.exp(parameters[1]!) : 1);
  const deviance = (parameters: readonly number[]): number => {
    const solution = at(parameters);
    if (solution.kind !== "solved") return Number.POSITIVE_INFINITY;
    const penalty = method === "REML" ? solution.logDeterminant + prepared.logDeterminant : 0;
    return solution.logVolume + penalty + counted * Math.log(solution.squares / counted);
  };
  const start = isDistinct ? [0.1, 0] : [0.1];
  const bound = isDistinct ? [8, 12] : [8];
  const minimum = minimizeWithinBounds(
    { value: deviance, start, lower: bound.map((value) => -value), upper: bound },
    { slopeTolerance: 1e-9 },
  );
  const solution = at(minimum.at);
  if (solution.kind !== "solved" || !(solution.squares > 0))
    return refused("residuals of the dyads have no likelihood: the model fits every row exactly");
  const rho = Math.tanh(minimum.at[0]!);
  if (Math.abs(rho) > 0.99999)
    return refused(
      "residuals of both members are the same throughout: look for one person's answers standing in both places",
    );
  const variance = solution.squares / counted;
  const half = solveUpper(prepared.triangle, solution.inverse);
  const covariance = addScaled(zeros(p, p), solveUpper(prepared.triangle, transpose(half)), variance);
  const departure = solveUpper(prepared.triangle, { rows: p, columns: 1, values: solution.coordinates });
  const beta = prepared.beta.map((value, i) => value + departure.values[i]!);
  const degreesOfFreedom = total - p;
  return {
    kind: "fitted",
    coefficients: coefficientsTested(names, beta, { covariance, degreesOfFreedom, level }),
    covariance,
    degreesOfFreedom,
    residualDeviation: Math.sqrt(variance),
    deviationRatio: isDistinct ? Math.exp(minimum.at[1]!) : null,
    residualCorrelation: rho,
    logLikelihood: -0.5 * (deviance(minimum.at) + counted * (1 + Math.log(2 * Math.PI))),
    method,
    rows: total,
    dyads: sums.pairs + sums.singles[0] + sums.singles[1],
    singles: sums.singles[0] + sums.singles[1],
  };
}

/** The same regression on an orthonormal basis of its predictors, the response less its least squares fit. */
function orthogonal(rows: readonly PairedRow[], p: number) {
  const design = matrixOf(rows.map(({ predictors }) => predictors));
  const fit = leastSquares(
    design,
    rows.map(({ response }) => response),
  );
  const decomposition = orthogonalBasis(design);
  if (fit.kind === "rank-deficient") return fit;
  if (decomposition.kind === "rank-deficient") return decomposition;
  const { basis, triangle } = decomposition;
  return {
    kind: "prepared" as const,
    rows: rows.map((row, i) => ({
      ...row,
      response: fit.residuals[i]!,
      predictors: Array.from(basis.values.subarray(i * p, (i + 1) * p)),
    })),
    beta: fit.coefficients,
    triangle,
    /** log |X′X| */
    logDeterminant: diagonalOf(triangle).reduce((sum, value) => sum + 2 * Math.log(Math.abs(value)), 0),
  };
}

type Solution =
  | {
      readonly kind: "solved";
      readonly coordinates: Float64Array;
      /** (X′R⁻¹X)⁻¹ */
      readonly inverse: Matrix;
      /** log |X′R⁻¹X| */
      readonly logDeterminant: number;
      /** log |R| */
      readonly logVolume: number;
      /** e′R⁻¹e */
      readonly squares: number;
    }
  | { readonly kind: "not-positive-definite" };

function solved(sums: PairSums, p: number, rho: number, ratio: number): Solution {
  const { pairs, singles, within, across, alone } = sums;
  const rest = 1 - rho * rho;
  const second = ratio ** 2;
  const size = p + 1;
  const a = zeros(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const at = i * size + j;
      const crossed = across.values[at]! + across.values[j * size + i]!;
      const both = within[0].values[at]! + within[1].values[at]! / second - (rho / ratio) * crossed;
      a.values[at] = both / rest + alone[0].values[at]! + alone[1].values[at]! / second;
    }
  }
  const design = zeros(p, p);
  const target = zeros(p, 1);
  for (let i = 0; i < p; i++) {
    design.values.set(a.values.subarray(i * size, i * size + p), i * p);
    target.values[i] = a.values[i * size + p]!;
  }
  const factored = cholesky(design);
  if (factored.kind === "not-positive-definite") return factored;
  const coordinates = solveCholesky(factored.factor, target).values;
  const explained = coordinates.reduce((sum, value, i) => sum + value * target.values[i]!, 0);
  return {
    kind: "solved",
    coordinates,
    inverse: inverseFromCholesky(factored.factor),
    logDeterminant: factored.logDeterminant,
    logVolume: pairs * Math.log(second * rest) + singles[1] * Math.log(second),
    squares: a.values[p * size + p]! - explained,
  };
}

function refused(reason: string): Refused {
  return { kind: "refused", reason };
}
