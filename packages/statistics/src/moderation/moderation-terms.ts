import { inLmTerms } from "../regression/lm-terms.ts";
import type { CurveExtremum } from "./curve-extremum.ts";
import type { SignificanceRegion } from "./johnson-neyman.ts";
import type { ConditionalEffect, FittedModeration, ProbedSlopes } from "./moderation.ts";
import type { FittedQuadraticEffect } from "./quadratic-effect.ts";
import type { FittedQuadraticModeration } from "./quadratic-moderation.ts";
import type { SimpleSlope } from "./simple-slopes.ts";

const NAMES: Readonly<Record<ProbedSlopes["choice"], string>> = {
  percentiles: "slopes_pct",
  "mean and SD": "slopes_sd",
  values: "slopes",
  levels: "slopes",
};

/** A moderation in the terms of R's `lm` and `anova`, simple slopes as parallel lists. */
export function inModerationTerms(moderation: FittedModeration) {
  const { fit, interaction, effects } = moderation;
  const [first] = effects;
  const blocks = (effect: ConditionalEffect) =>
    Object.fromEntries(
      effect.probes.map(({ choice, slopes }) => [NAMES[choice], slopesInTerms(slopes, effect.region)]),
    );
  return {
    model: inLmTerms(fit),
    ...(effects.length === 1 && first !== undefined
      ? blocks(first)
      : { by_predictor: Object.fromEntries(effects.map((effect) => [effect.predictor, blocks(effect)])) }),
    delta_r2: interaction.rSquaredGain,
    F_interaction: {
      F: interaction.statistic,
      df: [interaction.numeratorDegreesOfFreedom, interaction.denominatorDegreesOfFreedom],
      p: interaction.p,
    },
  };
}

/** Simple slopes, with Johnson and Neyman's bounds where the moderator is a number. */
function slopesInTerms(slopes: readonly SimpleSlope[], region: SignificanceRegion | null) {
  return {
    w: slopes.map(({ at }) => at),
    ...testedSlopes(slopes),
    lb: slopes.map(({ effect }) => effect.lower),
    ub: slopes.map(({ effect }) => effect.upper),
    ...(region === null
      ? {}
      : {
          jn: region.bounds.length === 0 ? null : region.bounds,
          jn_significant_region: region.significant,
        }),
  };
}

function testedSlopes(slopes: readonly SimpleSlope[]) {
  return {
    slope: slopes.map(({ effect }) => effect.estimate),
    se: slopes.map(({ effect }) => effect.standardError),
    t: slopes.map(({ effect }) => effect.statistic),
    p: slopes.map(({ effect }) => effect.p),
  };
}

/** A curve that a moderator bends, in the terms of R's `lm`: slopes along the curve, its turning point, its bounds. */
export function inQuadraticTerms({
  fit,
  slopes,
  extremum,
  slopeAtExtremum,
  bounds,
  quadratic,
}: FittedQuadraticModeration) {
  return {
    model: inLmTerms(fit),
    quad: {
      grid: slopes.map(({ at }) => at),
      ...testedSlopes(slopes),
      vertex: extremum.at,
      vertex_se_delta: extremum.standardError,
      slope_at_vertex: slopeAtExtremum.effect.estimate,
      jn_roots: bounds,
      ...extremumInTerms(extremum),
    },
    F_quadratic: { F: quadratic.statistic, p: quadratic.p },
  };
}

/** A parabola in the terms of R's `lm`, with its turning point. */
export function inQuadraticEffectTerms({ fit, extremum, quadratic }: FittedQuadraticEffect) {
  return {
    model: inLmTerms(fit),
    vertex: extremum.at,
    vertex_se_delta: extremum.standardError,
    ...extremumInTerms(extremum),
    F_quadratic: { F: quadratic.statistic, p: quadratic.p },
  };
}

/** Fieller's interval (null ends where the data set none) and Lind and Mehlum's test. */
function extremumInTerms({ interval, isInside, kind, slopes, p }: CurveExtremum) {
  return {
    vertex_kind: kind,
    vertex_fieller_ci: interval.kind === "bounded" ? [interval.lower, interval.upper] : [null, null],
    vertex_inside_data: isInside,
    utest: {
      slope: [slopes.atLowest.slope, slopes.atHighest.slope],
      t: [slopes.atLowest.t, slopes.atHighest.t],
      p_ends: [slopes.atLowest.p, slopes.atHighest.p],
      p,
    },
  };
}
