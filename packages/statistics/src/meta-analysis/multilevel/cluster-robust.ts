import {
  addScaled,
  bilinear,
  cholesky,
  inverseFromCholesky,
  type Matrix,
  multiply,
  multiplyVector,
  rowsAt,
  studentTUpperQuantile,
  symmetricPower,
  transpose,
  zeros,
} from "@concord/numerics";
import {
  clustersDeciding,
  type DecisiveCluster,
  directionsOfCluster,
} from "../../regression/decisive-clusters.ts";
import { coefficientTested, coefficientUntested } from "../coefficients.ts";
import type { Coefficient } from "../model.ts";
import type { FittedMultilevel } from "./model.ts";

/** How residuals of a cluster are enlarged: not at all; by a factor; or so that the working model is unbiased. */
export type RobustKind = "CR0" | "CR1" | "CR1p" | "CR1S" | "CR2";

/** Degrees of freedom by Satterthwaite's matching of moments, or clusters less coefficients. */
export type RobustDegrees = "Satterthwaite" | "clusters";

export interface ClusterRobust {
  readonly kind: RobustKind;
  readonly clusters: number;
  /** NaN in all but the estimate where there is no test. */
  readonly coefficients: readonly Coefficient[];
  /** Coefficients without a test, and why. */
  readonly untested: readonly UntestedCoefficient[];
  /** Coefficients whose test is that of clubSandwich and says little, and why. */
  readonly doubtful: readonly UntestedCoefficient[];
  readonly covariance: Matrix;
  /** What each cluster brings to each test; `jointTest` reads it. */
  readonly parts: readonly ClusterPart[];
  /** (X′WX)⁻¹. */
  readonly bread: Matrix;
}

export interface UntestedCoefficient {
  readonly name: string;
  readonly reason: string;
}

/** One cluster: X′WAAWX… reduced to what tests need. */
export interface ClusterPart {
  /** A W X (X′WX)⁻¹: p columns over the rows of the cluster. */
  readonly pull: Matrix;
  /** X′ times the pull. */
  readonly onDesign: Matrix;
  /** pull′ Φ pull with the working covariance Φ. */
  readonly spread: Matrix;
}

/**
 * How sure are the coefficients when effects of a cluster hang together in ways the model does not know?
 *
 * The sandwich estimator with working weights W = M⁻¹. CR1 multiplies by m/(m − 1), CR1p by m/(m − p), CR1S by
 * m(N − 1)/((m − 1)(N − p)); CR2 enlarges the residuals of each cluster so that the result is unbiased under the
 * working model. Tests take t with Satterthwaite's degrees of freedom.
 *
 * A coefficient that could not be estimated without one of the clusters has an estimate and no test: the residual of that
 * cluster is zero whatever it says. Where only some rows of the cluster decide it, so that it is compared within the
 * cluster, it has clubSandwich's test and is named as doubtful. Nor is there one where clusters less coefficients leave no degree of freedom.
 *
 * Pustejovsky JE, Tipton E (2018). J Bus Econ Stat 36: 672–683. Below about four degrees of freedom the p-values are
 * not to be trusted (Tipton E 2015, Psychol Methods 20: 375–393). CR2 costs the cube of a cluster's size.
 */
export function clusterRobust(
  fit: FittedMultilevel,
  clusterOf: readonly (string | number)[],
  kind: RobustKind = "CR2",
  degrees: RobustDegrees = "Satterthwaite",
): ClusterRobust {
  const rows = rowsOfClusters(fit, clusterOf);
  const p = fit.coefficients.length;
  const bread = fit.covariance;
  const design = fit.model.design?.matrix ?? onesOf(fit.effects.length);
  const beta = fit.coefficients.map(({ estimate }) => estimate);
  const parts: ClusterPart[] = [];
  const decisive: DecisiveCluster[] = [];
  const partly: DecisiveCluster[] = [];
  let covariance = zeros(p, p);
  for (const [cluster, at] of rows) {
    const x = rowsAt(design, at);
    const working = fit.problem.structure.block(fit.fit.components, at);
    const factored = cholesky(working);
    if (factored.kind === "not-positive-definite")
      throw new RangeError("a cluster's covariance is not positive definite");
    const weight = inverseFromCholesky(factored.factor);
    const weighted = multiply(weight, multiply(x, bread));
    const information = multiply(transpose(x), multiply(weight, x));
    const directions = directionsOfCluster(bread, information);
    const ofWhole = directions.filter((u) => isOfEveryRow(multiplyVector(x, u)));
    if (ofWhole.length > 0) decisive.push({ cluster, directions: ofWhole });
    if (ofWhole.length < directions.length) partly.push({ cluster, directions });
    const pull =
      kind === "CR2" ? multiply(adjustment(working, factored.factor, x, bread), weighted) : weighted;
    const residuals = at.map((row, i) => fit.effects[row]!.estimate - rowTimes(x, i, beta));
    const score = multiplyVector(transpose(pull), residuals);
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++) covariance.values[a * p + b]! += score[a]! * score[b]!;
    parts.push({
      pull,
      onDesign: multiply(transpose(x), pull),
      spread: multiply(transpose(pull), multiply(working, pull)),
    });
  }
  covariance = scaled(covariance, factorOf(kind, rows.length, fit.effects.length, p));
  const untested: UntestedCoefficient[] = [];
  const coefficients = fit.coefficients.map(({ name, estimate }, j): Coefficient => {
    const c = unit(p, j);
    const deciding = clustersDeciding(decisive, bread, c);
    const df = degrees === "clusters" ? rows.length - p : satterthwaite(parts, bread, c);
    const variance = covariance.values[j * p + j]!;
    const reason =
      deciding.length > 0
        ? `it rests on one cluster (${deciding.slice(0, 3).join("; ")}), whose residual is zero whatever it says`
        : !(df > 1 - 1e-6)
          ? `${rows.length} clusters leave no degree of freedom for it`
          : !(variance > 1e-16 * bread.values[j * p + j]!)
            ? "no cluster differs from the model, so that there is nothing to judge it by"
            : undefined;
    if (reason === undefined) {
      const critical = studentTUpperQuantile((1 - fit.level) / 2, df);
      return coefficientTested(name, estimate, Math.sqrt(variance), df, critical);
    }
    untested.push({ name, reason });
    return coefficientUntested(name, estimate);
  });
  const known = new Set(untested.map(({ name }) => name));
  const doubtful = fit.coefficients.flatMap(({ name }, j) => {
    const deciding = clustersDeciding(partly, bread, unit(p, j));
    if (known.has(name) || deciding.length === 0) return [];
    return [{ name, reason: `it rests on a comparison within one cluster (${deciding.join("; ")})` }];
  });
  return { kind, clusters: rows.length, coefficients, untested, doubtful, covariance, parts, bread };
}

/** Whether a direction of the coefficients moves all rows of a cluster, not some against the others. */
function isOfEveryRow(moved: Float64Array): boolean {
  const largest = moved.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return moved.every((value) => Math.abs(value) > 1e-6 * largest);
}

/**
 * Satterthwaite's degrees of freedom of c′b: twice the squared mean over the variance of its variance estimate, both
 * under the working model. With H_ij = δ_ij s_i − g_i′Gg_j they are (Σ H_ii)²/ΣΣ H_ij².
 */
function satterthwaite(parts: readonly ClusterPart[], bread: Matrix, c: readonly number[]): number {
  const p = c.length;
  let mean = 0;
  let squares = 0;
  const outer = zeros(p, p);
  for (const { onDesign, spread } of parts) {
    const own = bilinear(c, spread, c);
    const g = multiplyVector(onDesign, c);
    const shared = bilinear(g, bread, g);
    mean += own - shared;
    squares += own * own - 2 * own * shared;
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) outer.values[a * p + b]! += g[a]! * g[b]!;
  }
  const both = multiply(bread, outer);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) squares += both.values[a * p + b]! * both.values[b * p + a]!;
  }
  return (mean * mean) / squares;
}

/** A = D′(D(Φ − XGX′)D′)^(−½)D with Φ = D′D: the adjustment of CR2, by the pseudo-inverse where that is singular. */
function adjustment(working: Matrix, lower: Matrix, x: Matrix, bread: Matrix): Matrix {
  const left = addScaled(working, multiply(x, multiply(bread, transpose(x))), -1);
  const upper = transpose(lower);
  const inner = symmetrized(multiply(upper, multiply(left, lower)));
  return multiply(lower, multiply(symmetricPower(inner, -0.5), upper));
}

function rowsOfClusters(
  fit: FittedMultilevel,
  clusterOf: readonly (string | number)[],
): readonly (readonly [string | number, readonly number[]])[] {
  if (clusterOf.length !== fit.effects.length) {
    throw new RangeError(
      `robust tests require one cluster per effect: ${clusterOf.length} for ${fit.effects.length}`,
    );
  }
  const outermost = fit.model.levels[0]!;
  const clusters = new Map<string | number, number[]>();
  const clusterOfGroup = new Map<number, string | number>();
  clusterOf.forEach((cluster, row) => {
    const group = outermost.groupOf[row]!;
    const known = clusterOfGroup.get(group);
    if (known !== undefined && known !== cluster) {
      throw new RangeError(
        `clusters require whole groups of ${outermost.name}: ${outermost.groups[group]} lies in two`,
      );
    }
    clusterOfGroup.set(group, cluster);
    const rows = clusters.get(cluster);
    if (rows === undefined) clusters.set(cluster, [row]);
    else rows.push(row);
  });
  if (clusters.size < 2) throw new RangeError(`robust tests require two or more clusters: ${clusters.size}`);
  return [...clusters];
}

function factorOf(kind: RobustKind, clusters: number, rows: number, p: number): number {
  switch (kind) {
    case "CR0":
    case "CR2":
      return 1;
    case "CR1":
      return clusters / (clusters - 1);
    case "CR1p":
      return clusters / (clusters - p);
    case "CR1S":
      return (clusters * (rows - 1)) / ((clusters - 1) * (rows - p));
  }
}

function onesOf(rows: number): Matrix {
  return { rows, columns: 1, values: new Float64Array(rows).fill(1) };
}

function rowTimes(x: Matrix, row: number, beta: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < beta.length; j++) total += x.values[row * x.columns + j]! * beta[j]!;
  return total;
}

function scaled(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, values: matrix.values.map((value) => value * factor) };
}

function symmetrized(matrix: Matrix): Matrix {
  const n = matrix.rows;
  const values = Float64Array.from(matrix.values, (value, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    return 0.5 * (value + matrix.values[j * n + i]!);
  });
  return { rows: n, columns: n, values };
}

function unit(size: number, place: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => (i === place ? 1 : 0));
}
