import {
  chiSquareSurvival,
  crossProduct,
  multiplyVector,
  solveUpper,
  studentTUpperQuantile,
  traceOfProduct,
} from "@concord/numerics";
import { coefficientTested, omnibusTest } from "../coefficients.ts";
import { type Effect, requireUsable } from "../effect.ts";
import { fitsExactly } from "../exact-fit.ts";
import { criteria } from "../fit-statistics.ts";
import { unweightedVariance } from "../hedges-olkin.ts";
import { covarianceOfCoefficients, prepareRegression, type Regression } from "../regression.ts";
import { blockedCovariance } from "./blocked-covariance.ts";
import { type ComponentProblem, likeliestStart, searchComponents } from "./components.ts";
import type { CovarianceStructure } from "./covariance.ts";
import { type ComponentFit, fitComponents } from "./deviance.ts";
import type { MultilevelMetaAnalysis, MultilevelModel } from "./model.ts";
import { nestedCovariance } from "./nested-covariance.ts";

/**
 * What do several effects per study say together? yᵢⱼ = xβ + uⱼ + wᵢⱼ + eᵢⱼ: true effects vary between studies and
 * within them, at as many nested levels as are given.
 *
 * Konstantopoulos S (2011). Res Synth Methods 2: 61–76; Van den Noortgate W et al. (2013). Behav Res Methods 45:
 * 576–594. The components are found by (restricted) maximum likelihood; one that is highest at zero stays there. A
 * moderator that repeats others, or as many coefficients as rows, is named instead of fitted.
 */
export function multilevelMetaAnalysis(
  effects: readonly Effect[],
  model: MultilevelModel,
): MultilevelMetaAnalysis {
  requireUsable(effects);
  requireModel(effects, model);
  const method = model.method ?? "REML";
  const level = model.level ?? 0.95;
  const names = model.design?.names ?? ["(Intercept)"];
  const prepared = prepareRegression(effects, model.design?.matrix);
  if (effects.length <= names.length) {
    const reason = `${names.length} coefficients require more than ${names.length} effects: ${effects.length}`;
    return { kind: "not-estimable", reason };
  }
  if (prepared.kind === "rank-deficient") {
    return { kind: "rank-deficient", redundant: prepared.redundant.map((column) => names[column]!) };
  }
  const { regression } = prepared;
  const { levels } = model;
  const structure =
    model.sampling === undefined
      ? nestedCovariance(Array.from(regression.variances), levels)
      : blockedCovariance(model.sampling, levels);
  const problem: ComponentProblem = { regression, structure, levels, method };
  const search = searchComponents(
    problem,
    model.start ?? likeliestStart(problem, unweightedVariance(regression)),
  );
  if (search.kind === "unsettled") {
    return { kind: "unsettled", components: search.fit.components, steps: search.steps };
  }
  const { fit } = search;
  const covariance = covarianceOfCoefficients(regression, fit.inverse);
  const beta = solveUpper(regression.triangle, {
    rows: regression.p,
    columns: 1,
    values: fit.coordinates,
  }).values;
  const degrees = degreesOfFreedom(model, regression);
  const coefficients = names.map((name, j) =>
    coefficientTested(
      name,
      beta[j]!,
      Math.sqrt(covariance.values[j * regression.p + j]!),
      degrees[j]!,
      studentTUpperQuantile((1 - level) / 2, degrees[j]!),
    ),
  );
  const interceptOnly = regression.p === 1 && (model.design === undefined || model.design.intercept);
  const tested = names.map((_, j) => j).slice(model.design?.intercept === true && regression.p > 1 ? 1 : 0);
  const common = fitComponents(
    regression,
    structure,
    levels.map(() => 0),
  );
  const fitted = multiplyVector(regression.basis, common.coordinates);
  const residuals = regression.estimates.map((estimate, i) => estimate - fitted[i]!);
  const q = fitsExactly(regression.estimates, residuals) ? 0 : common.squares;
  const typical = typicalVariance(regression, structure, common);
  const total = fit.components.reduce((sum, value) => sum + value, 0);
  const residualDegrees = regression.k - regression.p;
  return {
    kind: "fitted",
    method,
    test: model.test?.kind ?? "z",
    level,
    effects,
    coefficients,
    covariance,
    components: levels.map(({ name, groups }, l) => ({
      name,
      groups: groups.length,
      variance: fit.components[l]!,
      atBoundary: fit.components[l] === 0,
      iSquared: (100 * fit.components[l]!) / (total + typical),
    })),
    heterogeneity: {
      q,
      degreesOfFreedom: residualDegrees,
      p: chiSquareSurvival(q, residualDegrees),
      iSquared: (100 * total) / (total + typical),
    },
    omnibus: omnibusTest(beta, tested, {
      covariance,
      degreesOfFreedom: Math.min(...tested.map((j) => degrees[j]!)),
      level,
    }),
    likelihoods: likelihoodsOf(regression, structure, fit, levels.length),
    interceptOnly,
    steps: search.steps,
    problem,
    fit,
    model,
  };
}

function requireModel(effects: readonly Effect[], model: MultilevelModel): void {
  const { levels, design, level, sampling } = model;
  if (levels.length === 0) throw new RangeError("a multilevel model requires one or more levels of groups");
  for (const { name, groupOf, groups } of levels) {
    if (groupOf.length !== effects.length) {
      throw new RangeError(`${name} requires one group per effect: ${groupOf.length} for ${effects.length}`);
    }
    if (groups.length < 2) throw new RangeError(`${name} requires two or more groups: ${groups.length}`);
  }
  if (design !== undefined && design.matrix.rows !== effects.length) {
    throw new RangeError(`a design requires one row per effect: ${design.matrix.rows} for ${effects.length}`);
  }
  if (level !== undefined && !(level > 0 && level < 1)) {
    throw new RangeError(`a level requires a share between 0 and 1, as 0.95: ${level}`);
  }
  if (sampling !== undefined && sampling.size !== effects.length) {
    throw new RangeError(
      `sampling covariances require one row per effect: ${sampling.size} for ${effects.length}`,
    );
  }
  effects.forEach(({ variance }, i) => {
    if (!(variance > 0))
      throw new RangeError(`effect ${i + 1} requires a sampling variance above zero: ${variance}`);
  });
}

/** One value per coefficient; infinite for tests by the normal. */
function degreesOfFreedom(model: MultilevelModel, regression: Regression): readonly number[] {
  const { k, p } = regression;
  const { test, design, levels } = model;
  if (test === undefined || test.kind === "z") return new Array<number>(p).fill(Number.POSITIVE_INFINITY);
  if (test.degrees === "residual") return new Array<number>(p).fill(k - p);
  return Array.from({ length: p }, (_, j) => {
    const column = Array.from({ length: k }, (_, i) =>
      design === undefined ? 1 : design.matrix.values[i * p + j]!,
    );
    const constantWithin = levels.filter(({ groupOf, groups }) => {
      const first = new Array<number | undefined>(groups.length);
      return groupOf.every((group, row) => {
        first[group] ??= column[row]!;
        return first[group] === column[row];
      });
    });
    return Math.max(1, Math.min(k, ...constantWithin.map(({ groups }) => groups.length)) - p);
  });
}

function likelihoodsOf(
  regression: Regression,
  structure: CovarianceStructure,
  fit: ComponentFit,
  components: number,
) {
  const { k, p } = regression;
  const saturated = -0.5 * (k * Math.log(2 * Math.PI) + structure.sampling.logDeterminant);
  const { ML, REML } = fit.logLikelihood;
  return {
    maximum: criteria(ML, 2 * (saturated - ML), k, p + components),
    restricted: criteria(REML, -2 * REML, k - p, p + components),
  };
}

/** (k − p)/tr P without components: Higgins and Thompson's typical sampling variance. */
function typicalVariance(
  regression: Regression,
  structure: CovarianceStructure,
  common: ComponentFit,
): number {
  const projected = crossProduct(common.solvedBasis, common.solvedBasis);
  const trace = structure.sampling.traceOfInverse - traceOfProduct(common.inverse, projected);
  return (regression.k - regression.p) / trace;
}
