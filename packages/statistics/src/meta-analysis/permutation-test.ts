import {
  arrangements,
  type Chance,
  countArrangements,
  type Matrix,
  shuffled,
  signFlips,
} from "@concord/numerics";
import { omnibusTest } from "./coefficients.ts";
import { estimateBetweenStudyVariance } from "./methods.ts";
import type { FittedMetaAnalysis } from "./model.ts";
import { covarianceOfCoefficients, type Regression } from "./regression.ts";
import { coefficientsOf, inverseVarianceWeights, weightedFit } from "./weighted-fit.ts";

/** Every permutation, or a sample of them (the observed order counted among it). */
export type Permutations =
  | { readonly kind: "exact" }
  | { readonly kind: "sampled"; readonly count: number; readonly chance: Chance };

export interface PermutationTest {
  /** How many different orders were compared, the observed one included. */
  readonly count: number;
  /** How many orders they stand for: more, where rows of moderators repeat. */
  readonly orders: number;
  /** For each coefficient the share of orders with a statistic at least as large. */
  readonly p: readonly number[];
  /** The same for the test of all moderators. */
  readonly omnibusP: number;
  /** Orders under which τ² was not found: they are in no share. */
  readonly unsettled: number;
}

/** Beyond this many orders an exact test is refused: it would run for hours. */
const MOST_EXACT_ORDERS = 5_000_000;

/** Two statistics closer than this are the same order seen twice, not a difference. */
const TIE = Math.sqrt(Number.EPSILON);

/**
 * Could chance alone have ordered the studies like this?
 *
 * Without moderators every effect is as likely to have the other sign, 2ᵏ choices; with moderators every row of them
 * could belong to every study, k! orders, fewer where rows repeat. τ² is estimated again under each. The p of the
 * intercept next to moderators has no meaning of its own.
 *
 * Follmann DA, Proschan MA (1999). Biometrics 55: 732–737; Higgins JPT, Thompson SG (2004). Stat Med 23: 1663–1682.
 */
export function permutationTest(fit: FittedMetaAnalysis, permutations: Permutations): PermutationTest {
  const { regression } = fit;
  const { k } = regression;
  if (fit.model.weights !== undefined || fit.model.betweenStudyVariance !== undefined) {
    throw new RangeError("a permutation test requires inverse-variance weights and an estimated variance");
  }
  if (fit.untested !== undefined) {
    throw new RangeError(`a permutation test requires statistics to compare: ${fit.untested}`);
  }
  const rows = fit.interceptOnly ? [] : rowLabels(fit.model.design!.matrix);
  const available = fit.interceptOnly ? 2 ** k : countArrangements(rows);
  if (permutations.kind === "exact" && available > MOST_EXACT_ORDERS) {
    throw new RangeError(
      `an exact permutation test requires at most ${MOST_EXACT_ORDERS} orders, here ${available}: sample them instead`,
    );
  }
  const observed = statisticsOf(fit, regression);
  if (observed === undefined)
    throw new RangeError("a permutation test requires a fit whose variance was found");
  const atLeast = new Array<number>(observed.size.length).fill(0);
  let omnibusAtLeast = 0;
  let count = 0;
  let unsettled = 0;
  const estimates = new Float64Array(k);
  const variances = new Float64Array(k);
  const working: Regression = { ...regression, estimates, variances };

  const weigh = () => {
    const statistics = statisticsOf(fit, working);
    if (statistics === undefined) {
      unsettled++;
      return;
    }
    count++;
    statistics.size.forEach((size, j) => {
      if (size >= observed.size[j]! - TIE) atLeast[j]! += 1;
    });
    if (statistics.omnibus >= observed.omnibus - TIE) omnibusAtLeast++;
  };

  for (const order of ordersOf(fit, permutations, rows)) {
    for (let i = 0; i < k; i++) {
      if (order.kind === "signs") {
        estimates[i] = order.values[i]! * regression.estimates[i]!;
        variances[i] = regression.variances[i]!;
      } else {
        // Giving rows of moderators to studies is giving studies to rows: the basis stays as it is.
        estimates[i] = regression.estimates[order.values[i]!]!;
        variances[i] = regression.variances[order.values[i]!]!;
      }
    }
    weigh();
  }
  const repeats = permutations.kind === "exact" && !fit.interceptOnly ? factorial(k) / available : 1;
  return {
    count,
    orders: count * repeats,
    p: atLeast.map((times) => times / count),
    omnibusP: omnibusAtLeast / count,
    unsettled,
  };
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

type Order = { readonly kind: "signs" | "studies"; readonly values: readonly number[] };

function* ordersOf(
  fit: FittedMetaAnalysis,
  permutations: Permutations,
  rows: readonly number[],
): Generator<Order> {
  const { k } = fit.regression;
  const kind = fit.interceptOnly ? "signs" : "studies";
  if (permutations.kind === "exact") {
    if (kind === "signs") for (const values of signFlips(k)) yield { kind, values };
    else for (const labels of arrangements(rows)) yield { kind, values: studiesFor(labels, rows) };
    return;
  }
  const identity = Array.from({ length: k }, (_, i) => i);
  yield { kind, values: kind === "signs" ? identity.map(() => 1) : identity };
  for (let i = 1; i < permutations.count; i++) {
    const values =
      kind === "signs"
        ? identity.map(() => (permutations.chance() < 0.5 ? -1 : 1))
        : shuffled(permutations.chance, identity);
    yield { kind, values };
  }
}

/** Which study each row goes to, when study s is given a row with label labels[s]. */
function studiesFor(labels: readonly number[], rows: readonly number[]): readonly number[] {
  const studies = new Array<number>(rows.length);
  const free = new Map<number, number[]>();
  rows.forEach((label, row) => {
    free.set(label, [...(free.get(label) ?? []), row]);
  });
  labels.forEach((label, study) => {
    studies[free.get(label)!.pop()!] = study;
  });
  return studies;
}

/** Equal rows get equal labels. */
function rowLabels(matrix: Matrix): readonly number[] {
  const seen = new Map<string, number>();
  return Array.from({ length: matrix.rows }, (_, i) => {
    const key = matrix.values.subarray(i * matrix.columns, (i + 1) * matrix.columns).join(" ");
    const label = seen.get(key) ?? seen.size;
    seen.set(key, label);
    return label;
  });
}

interface Statistics {
  readonly size: readonly number[];
  readonly omnibus: number;
}

/** |t| of every coefficient and the omnibus statistic, nothing more: this runs thousands of times. */
function statisticsOf(fit: FittedMetaAnalysis, regression: Regression): Statistics | undefined {
  const { k, p } = regression;
  const between = estimateBetweenStudyVariance(regression, fit.method);
  if (between.kind === "unsettled") return undefined;
  const weighted = weightedFit(regression, inverseVarianceWeights(regression, between.value));
  const covariance = covarianceOfCoefficients(regression, weighted.inverse);
  let factor = 1;
  if (fit.test === "knha") factor = weighted.weightedSquares / (k - p);
  if (fit.test === "adhoc") factor = Math.max(1, weighted.weightedSquares / (k - p));
  const beta = coefficientsOf(regression, weighted);
  const size = Array.from(
    beta,
    (value, j) => Math.abs(value) / Math.sqrt(factor * covariance.values[j * p + j]!),
  );
  if (p === 1) return { size, omnibus: size[0]! };
  if (fit.omnibus.tested.length === 1) return { size, omnibus: size[fit.omnibus.tested[0]!]! };
  // Only the order of the statistics counts, so the χ² form serves every test.
  const test = { covariance, degreesOfFreedom: Number.POSITIVE_INFINITY, level: fit.level };
  return { size, omnibus: omnibusTest(beta, fit.omnibus.tested, test).statistic / factor };
}
