import { type Matrix, multiply, transpose } from "@concord/numerics";
import type { Frame } from "../formula/frame.ts";
import type { CrossProducts, MixedDesign } from "./design.ts";
import type {
  FittedMixedModel,
  FixedEffect,
  MultilevelFit,
  MultilevelOptions,
  RefusedMixedModel,
} from "./fit.ts";
import {
  componentsOf,
  intraclassOf,
  singularitiesOf,
  thetaAsWas,
  thetaNamesOf,
} from "./inference/components.ts";
import { type MultilevelMethod, mixedModelOf } from "./model.ts";
import { modelColumns } from "./nested-models.ts";
import { devianceOf, type FixedSolution, profiledDeviance, solveFixed } from "./search/deviance.ts";
import { type Optimum, optimumNear } from "./search/optimum.ts";
import {
  backTransform,
  type MultilevelProblem,
  placesInBlock,
  problemOf,
  type RandomPart,
  type ScaledFixedPart,
  totalOf,
} from "./search/problem.ts";
import { coarseStart, searchedWidely } from "./search/start.ts";
import { tidied } from "./search/turned-block.ts";
import type { ScaledSums } from "./sums/scaled-sums.ts";
import { sumsOfRows } from "./sums/sums-of-rows.ts";

/** Why a problem cannot be fitted, or undefined. The rules are lme4's. */
function refusalOf({
  design,
  products,
  scaled,
  fixed,
  random,
}: MultilevelProblem): RefusedMixedModel | undefined {
  const { rows } = products;
  const outcome = design.columns.at(-1)!.name;
  for (const { name, count } of products.factors) {
    if (count < 2) {
      return refused("too-few-groups", `${name} requires two or more groups: ${count}`);
    }
    if (count >= rows) {
      return refused(
        "one-row-per-group",
        `${name} has as many groups as rows (${rows}), so that groups and residuals cannot be told apart: leave it out`,
      );
    }
  }
  if (fixed.effects >= rows) {
    return refused(
      "not-enough-rows",
      `${fixed.effects} fixed effects require more than ${fixed.effects} complete rows: ${rows}`,
    );
  }
  if (isConstant(scaled.sums, scaled.size, scaled.cells)) {
    return refused("constant-outcome", `${outcome} has the same value in every row, so that nothing varies`);
  }
  if (explainsAll(fixed, scaled)) {
    return refused(
      "no-residual-variance",
      `the predictors fit ${outcome} exactly in every row, so that nothing is left to vary`,
    );
  }
  for (const block of random.blocks) {
    const { groups } = random.factors[block.factor]!;
    if (groups * block.effects < rows) continue;
    const names = design.terms[block.term]!.names.join(", ");
    return refused(
      "too-many-effects",
      `${groups * block.effects} random effects (${names} per ${block.group}) require more rows than that: ${rows}; ` +
        "let fewer effects vary",
    );
  }
  return undefined;
}

function refused(because: RefusedMixedModel["because"], reason: string): RefusedMixedModel {
  return { kind: "refused", because, reason };
}

/** Whether least squares leaves nothing. */
function explainsAll(fixed: ScaledFixedPart, scaled: ScaledSums): boolean {
  const solution = solveFixed(fixed, totalOf(scaled));
  return solution !== undefined && !(solution.residualSum > 1e-12 * scaled.rows);
}

function isConstant(sums: Float64Array, size: number, cells: number): boolean {
  const triangle = (size * (size + 1)) / 2;
  for (let cell = 0; cell < cells; cell++) if (sums[(cell + 1) * triangle - 1]! > 0) return false;
  return true;
}

/**
 * How much does an outcome vary between groups and within them, and how does it depend on predictors?
 *
 * y = Xβ + Zb + e by restricted or full maximum likelihood, as R's `lmer`: effects that vary over groups nested to any
 * depth or crossed, `y ~ x + (1 + x | therapist/client)`. Assumes normal effects and residuals, independent given the
 * groups. Rows with a missing value are left out and counted; a fixed effect that repeats others is left out and named;
 * a fit on the boundary says what lies there. Bates D, Mächler M, Bolker B, Walker S (2015). J Stat Softw 67(1).
 */
export function fitMultilevel(formula: string, frame: Frame, options: MultilevelOptions = {}): MultilevelFit {
  const model = mixedModelOf(formula);
  const { design, products, rowsUsed } = sumsOfRows(model, frame);
  const fit = fitFromCrossProducts(design, products, options);
  if (fit.kind === "refused") return fit;
  return { ...fit, columns: () => modelColumns(model, frame, rowsUsed()) };
}

/** The same from sums of products per cell, wherever they were taken. */
export function fitFromCrossProducts(
  design: MixedDesign,
  products: CrossProducts,
  options: MultilevelOptions = {},
): MultilevelFit {
  if (products.columns.length !== design.columns.length) {
    throw new RangeError(
      `sums require the columns of their design: ${products.columns.length} for ${design.columns.length}`,
    );
  }
  if (products.rows === 0) {
    const why = products.leftOut > 0 ? `; ${products.leftOut} have a missing value` : "";
    return refused("no-rows", `a multilevel model requires rows without missing values: none${why}`);
  }
  return fitProblem(problemOf(design, products), options.method ?? "REML");
}

/** The fit of a problem that stands, by another method perhaps. */
export function fitProblem(problem: MultilevelProblem, method: MultilevelMethod): MultilevelFit {
  const refusal = refusalOf(problem);
  if (refusal !== undefined) return refusal;
  const deviance = devianceOf(problem.elimination, problem.fixed, method);
  const profiled = profiledDeviance(deviance, problem.random);
  const start = startOf(problem.random);
  const coarse = coarseStart(problem, method, start);
  const near = coarse === undefined ? undefined : optimumNear(profiled, coarse.theta, coarse.hessian);
  const optimum = tidied(profiled, problem.random, near ?? searchedWidely(profiled, problem.random, start));
  const { solution } = profiled.at(optimum.theta);
  if (solution === undefined || !Number.isFinite(optimum.value)) {
    return refused("not-settled", "the search left the places where the likelihood has a value");
  }
  if (!(solution.residualSum > 1e-12 * problem.scaled.rows)) {
    return refused(
      "no-residual-variance",
      "groups and predictors fit every row exactly, so that no residual variance is left: let fewer effects vary",
    );
  }
  if (!(optimum.distance < 1e-3 || optimum.remaining < 1e-7)) {
    return refused(
      "not-settled",
      `the search did not settle: the largest slope left is ${Math.max(...optimum.gradient.map(Math.abs))}`,
    );
  }
  return fitted(problem, method, optimum, solution, deviance.evaluations());
}

/** Diagonals of one: groups that differ as much as residuals do. */
function startOf({ blocks }: RandomPart): readonly number[] {
  return blocks.flatMap((block) => placesInBlock(block).map(([row, column]) => (row === column ? 1 : 0)));
}

function fitted(
  problem: MultilevelProblem,
  method: MultilevelMethod,
  optimum: Optimum,
  solution: FixedSolution,
  evaluations: number,
): FittedMixedModel {
  const { design, products, scaled, fixed, random } = problem;
  const outcomeSpread = scaled.spreads[scaled.size - 1]!;
  const degrees = method === "REML" ? scaled.rows - fixed.effects : scaled.rows;
  const scaledDeviation = Math.sqrt(solution.residualSum / degrees);
  const residualDeviation = scaledDeviation * outcomeSpread;
  const { linear, constant } = backTransform(fixed, scaled);
  const back: Matrix = { rows: fixed.effects, columns: fixed.effects, values: linear };
  const estimates = multiply(back, {
    rows: fixed.effects,
    columns: 1,
    values: solution.coefficients,
  }).values.map((value, j) => value + constant[j]!);
  const relative = multiply(multiply(back, solution.inverse), transpose(back));
  const covariance = { ...relative, values: relative.values.map((value) => value * scaledDeviation ** 2) };
  const effects = fixed.kept.map((place, j): FixedEffect => {
    const standardError = Math.sqrt(covariance.values[j * fixed.effects + j]!);
    const estimate = estimates[j]!;
    return { name: design.columns[place]!.name, estimate, standardError, t: estimate / standardError };
  });
  const theta = thetaAsWas(problem, optimum.theta);
  const components = componentsOf(problem, optimum.theta, residualDeviation);
  const criterion = optimum.value + criterionShift(problem, method);
  const parameters = fixed.effects + random.parameters + 1;
  return {
    kind: "fitted",
    model: design.model,
    method,
    observations: products.rows,
    leftOut: products.leftOut,
    groups: groupsOf(problem),
    fixed: effects,
    covariance,
    components,
    residualDeviation,
    theta,
    thetaNames: thetaNamesOf(problem),
    logLikelihood: -criterion / 2,
    parameters,
    aic: criterion + 2 * parameters,
    bic: criterion + Math.log(products.rows) * parameters,
    criterion,
    intraclass: intraclassOf(components),
    singular: singularitiesOf(problem, optimum.theta),
    dropped: fixed.dropped.map((place) => design.columns[place]!.name),
    convergence: {
      evaluations,
      gradient: optimum.gradient,
      distance: optimum.distance,
      remaining: optimum.remaining,
      elimination: problem.elimination.kind,
    },
    optimum: { theta: optimum.theta, residualDeviation: scaledDeviation, residual: solution.residual },
    problem,
  };
}

/** What the scale of the computation takes from −2 log-likelihood. */
function criterionShift({ scaled, fixed }: MultilevelProblem, method: MultilevelMethod): number {
  const outcome = Math.log(scaled.spreads[scaled.size - 1]!);
  if (method === "ML") return 2 * scaled.rows * outcome;
  const predictors = fixed.kept.reduce(
    (sum, place) => sum + (place === 0 ? 0 : Math.log(scaled.spreads[place]!)),
    0,
  );
  return 2 * (scaled.rows - fixed.effects) * outcome + 2 * predictors;
}

function groupsOf({ random, design, products }: MultilevelProblem) {
  const places = [...new Set(random.blocks.map(({ factor }) => factor))];
  return places.map((place) => ({
    name: design.factors[place]!.name,
    count: products.factors[place]!.count,
  }));
}
