import { chiSquareQuantile, findRoot } from "@concord/numerics";
import type { FittedMixedModel } from "../fit.ts";
import { fitProblem } from "../fit-multilevel.ts";
import { type DevianceAt, devianceOf } from "../search/deviance.ts";
import {
  hessianOf,
  optimumFrom,
  optimumNear,
  remembering,
  type Smooth,
  type Square,
} from "../search/optimum.ts";
import {
  fixedPartOf,
  loadingsOf,
  placesInBlock,
  type RandomPart,
  slopesInTheta,
  type TermBlock,
  withFixed,
} from "../search/problem.ts";
import { turnedBlock } from "../search/turned-block.ts";

/** A parameter that can be held while the others go to their best. */
export interface ProfiledParameter {
  readonly name: string;
  readonly estimate: number;
  /** About one standard error. */
  readonly scale: number;
  readonly lowest: number;
  readonly highest: number;
  /** The rise of the least deviance over the overall least, from one value to the next; remembers where it was. */
  readonly rise: () => (value: number) => number;
}

/** Standard deviations and correlations of the terms, σ, fixed effects: lme4's order. The fit is by ML. */
function profiledParameters(fit: FittedMixedModel): readonly ProfiledParameter[] {
  const { random, design } = fit.problem;
  const ofTerms = random.blocks.flatMap((block) => {
    const { names, factor } = design.terms[block.term]!;
    const group = design.factors[factor]!.name;
    return placesInBlock(block).map(([row, column]) =>
      row === column
        ? deviationParameter(fit, block, row, `sd_${names[row]}|${group}`)
        : correlationParameter(fit, block, row, column, `cor_${names[row]}.${names[column]}|${group}`),
    );
  });
  return [...ofTerms, residualParameter(fit), ...fit.fixed.map((_, j) => fixedParameter(fit, j))];
}

/** A function to be made least over `free`, for one value of what is held. */
type Held = (value: number) => Smooth;

/** The least over the free parameters, each time from where the last ended. */
function riseOf(held: Held, start: readonly number[], from: number, floor: number) {
  return () => {
    let at = start;
    let hessian: Square | undefined;
    return (value: number): number => {
      const smooth = held(value);
      if (start.length === 0) return smooth.value([]) - floor;
      hessian ??= hessianOf(held(from).slopes, start);
      const near = optimumNear(smooth, at, hessian, 1e-6);
      const best = near ?? optimumFrom(smooth, at);
      if (near !== undefined) {
        at = near.theta;
        hessian = near.hessian;
      }
      return best.value - floor;
    };
  };
}

function scaledMinimum(fit: FittedMixedModel): number {
  const { elimination, fixed, random } = fit.problem;
  return devianceOf(elimination, fixed, "ML").at(loadingsOf(random, fit.optimum.theta)).value;
}

function fixedParameter(fit: FittedMixedModel, j: number): ProfiledParameter {
  const { problem, optimum } = fit;
  const { scaled, design, elimination, random } = problem;
  const place = problem.fixed.kept[j]!;
  // The intercept is held where predictors are zero, not at their means.
  const part = place === 0 ? fixedPartOf(design, scaled, problem.fixed.kept, false) : problem.fixed;
  const unit = scaled.spreads[scaled.size - 1]! / (place === 0 ? 1 : scaled.spreads[place]!);
  const { name, estimate, standardError } = fit.fixed[j]!;
  const held: Held = (value) =>
    smoothIn(random, devianceOf(elimination, withFixed(part, j, value / unit), "ML").at);
  return {
    name,
    estimate,
    scale: standardError,
    lowest: Number.NEGATIVE_INFINITY,
    highest: Number.POSITIVE_INFINITY,
    rise: riseOf(held, optimum.theta, estimate, scaledMinimum(fit)),
  };
}

function residualParameter(fit: FittedMixedModel): ProfiledParameter {
  const { problem, optimum, residualDeviation } = fit;
  const { elimination, fixed, random, scaled } = problem;
  const unit = scaled.spreads[scaled.size - 1]!;
  const { at } = devianceOf(elimination, fixed, "ML");
  return {
    name: "sigma",
    estimate: residualDeviation,
    scale: residualDeviation / Math.sqrt(2 * Math.max(2, fit.observations - fit.parameters)),
    lowest: 0,
    highest: Number.POSITIVE_INFINITY,
    rise: riseOf(
      (value) => smoothIn(random, (loadings) => at(loadings, value / unit)),
      optimum.theta,
      residualDeviation,
      scaledMinimum(fit),
    ),
  };
}

function smoothIn(random: RandomPart, at: (loadings: readonly Float64Array[]) => DevianceAt): Smooth {
  return remembering((theta) => {
    const here = at(loadingsOf(random, theta));
    return { value: here.value, slopes: () => slopesInTheta(random, here.slopes()) };
  });
}

/** Held: the first diagonal of the turned block, s/σ; free: all else of θ, and log σ. */
function deviationParameter(
  fit: FittedMixedModel,
  block: TermBlock,
  effect: number,
  name: string,
): ProfiledParameter {
  const { problem, optimum } = fit;
  const { elimination, fixed, random, scaled } = problem;
  const { at } = devianceOf(elimination, fixed, "ML");
  const view = turnedBlock(random, block, [effect], optimum.theta);
  const unit = scaled.spreads[scaled.size - 1]! * view.lengths[0]!;
  const start = [...view.start.filter((_, i) => i !== block.from), Math.log(optimum.residualDeviation)];
  const held: Held = (value) =>
    remembering((free) => {
      const deviation = Math.exp(free.at(-1)!);
      const own = value / unit / deviation;
      const here = at(
        view.loadings([...free.slice(0, block.from), own, ...free.slice(block.from, -1)]),
        deviation,
      );
      return {
        value: here.value,
        slopes: () => {
          const slopes = view.slopes(here.slopes());
          const inLog = here.inDeviation * deviation - slopes[block.from]! * own;
          return [...slopes.filter((_, i) => i !== block.from), inLog];
        },
      };
    });
  const estimate = unit * optimum.residualDeviation * view.start[block.from]!;
  const { groups } = random.factors[block.factor]!;
  const scale =
    estimate > 0
      ? estimate / Math.sqrt(2 * groups)
      : (0.1 * unit * optimum.residualDeviation) / Math.sqrt(groups);
  return {
    name,
    estimate,
    scale,
    lowest: 0,
    highest: Number.POSITIVE_INFINITY,
    rise: riseOf(held, start, estimate, scaledMinimum(fit)),
  };
}

/** Held: ρ in the second row bρ, b√(1 − ρ²) of the turned block; free: b and all else of θ. */
function correlationParameter(
  fit: FittedMixedModel,
  block: TermBlock,
  row: number,
  column: number,
  name: string,
): ProfiledParameter {
  const { problem, optimum } = fit;
  const { elimination, fixed, random } = problem;
  const { at } = devianceOf(elimination, fixed, "ML");
  const view = turnedBlock(random, block, [column, row], optimum.theta);
  // The second row of the first column, and the diagonal of the second column.
  const low = block.from + 1;
  const diagonal = block.from + block.effects;
  const length = Math.hypot(view.start[low]!, view.start[diagonal]!);
  const start = view.start.map((value, i) => (i === diagonal ? length : value)).filter((_, i) => i !== low);
  const held: Held = (rho) => {
    const rest = Math.sqrt(Math.max(0, 1 - rho * rho));
    return remembering((free) => {
      const theta = [...free.slice(0, low), 0, ...free.slice(low)];
      theta[low] = rho * theta[diagonal]!;
      theta[diagonal]! *= rest;
      const here = at(view.loadings(theta));
      return {
        value: here.value,
        slopes: () => {
          const slopes = view.slopes(here.slopes());
          slopes[diagonal] = rho * slopes[low]! + rest * slopes[diagonal]!;
          return slopes.filter((_, i) => i !== low);
        },
      };
    });
  };
  const isThere = length > 1e-8 && view.start[block.from]! > 1e-8;
  const estimate = isThere ? view.start[low]! / length : Number.NaN;
  return {
    name,
    estimate,
    scale: Math.max(0.02, (1 - estimate ** 2) / Math.sqrt(random.factors[block.factor]!.groups)),
    lowest: -1,
    highest: 1,
    rise: riseOf(held, start, estimate, scaledMinimum(fit)),
  };
}

export interface MixedProfileInterval {
  /** As lme4 names it: `sd_(Intercept)|Subject`, `cor_Days.(Intercept)|Subject`, `sigma`, `Days`. */
  readonly name: string;
  readonly estimate: number;
  /** NaN where the parameter has no meaning, as the correlation with an effect that does not vary. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Which values of each parameter do the data not speak against? Those at which the deviance, at its least over all
 * other parameters, exceeds the overall least by no more than the χ²₁ quantile.
 *
 * By maximum likelihood whatever the fit, as lme4's `confint`. A standard deviation whose bound is not met above zero
 * ends at 0, a correlation at −1 or 1. Bates D et al. (2015). J Stat Softw 67(1), section 5.1. Names narrow the choice.
 */
export function profileIntervals(
  fit: FittedMixedModel,
  level = 0.95,
  names?: readonly string[],
): readonly MixedProfileInterval[] {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`an interval requires a level between 0 and 1, as 0.95: ${level}`);
  }
  const likeliest = fit.method === "ML" ? fit : fitProblem(fit.problem, "ML");
  if (likeliest.kind === "refused") {
    throw new RangeError(`profile intervals require a fit by ML: ${likeliest.reason}`);
  }
  const allowed = chiSquareQuantile(level, 1);
  const all = profiledParameters(likeliest);
  const unknown = names?.filter((name) => all.every((parameter) => parameter.name !== name)) ?? [];
  if (unknown.length > 0) {
    throw new RangeError(
      `a profile requires a parameter of the model: not ${unknown.join(", ")}; there are ${all.map(({ name }) => name).join(", ")}`,
    );
  }
  return all
    .filter(({ name }) => names === undefined || names.includes(name))
    .map((parameter) => ({
      name: parameter.name,
      estimate: parameter.estimate,
      lower: boundOf(parameter, allowed, -1),
      upper: boundOf(parameter, allowed, 1),
    }));
}

/** Where the deviance has risen by `allowed` on one side. */
function boundOf(parameter: ProfiledParameter, allowed: number, side: -1 | 1): number {
  const { estimate, scale, lowest, highest } = parameter;
  if (Number.isNaN(estimate)) return Number.NaN;
  const rise = parameter.rise();
  // The root of the rise is close to a straight line.
  const distance = (value: number) => Math.sqrt(Math.max(0, rise(value))) - Math.sqrt(allowed);
  const limit = side < 0 ? lowest : highest;
  let near = estimate;
  let reach = scale * Math.sqrt(allowed);
  for (let attempt = 0; attempt < 60; attempt++) {
    let far = near + side * reach;
    const isAtLimit = side < 0 ? far <= limit : far >= limit;
    if (isAtLimit) far = limit;
    const value = distance(far);
    if (Number.isNaN(value)) return Number.NaN;
    if (value > 0) {
      const root = findRoot(distance, Math.min(near, far), Math.max(near, far), 1e-7);
      return root.kind === "root" ? root.at : Number.NaN;
    }
    if (isAtLimit) return limit;
    near = far;
    reach *= 1.5;
  }
  return Number.NaN;
}
