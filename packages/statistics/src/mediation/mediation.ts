import { type Matrix, studentTUpperQuantile } from "@concord/numerics";
import type { Frame } from "../formula/frame.ts";
import { twoSided } from "../meta-analysis/coefficients.ts";
import type { FittedLinearModel, Refused } from "../regression/linear-model.ts";
import { deltaStandardError, effectAt } from "./effect-polynomial.ts";
import { jointCovariance } from "./joint-covariance.ts";
import { type MediatedEffect, mediatedEffects } from "./mediated-effects.ts";
import type { MediationModel } from "./mediation-model.ts";
import { pathEquations } from "./path-equations.ts";

/** An effect with its large-sample standard error; its interval by chance is the bootstrap's or Monte Carlo's. */
export interface EstimatedEffect extends MediatedEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface FittedMediation {
  readonly kind: "fitted";
  readonly model: MediationModel;
  /** One regression for each mediator, in their order, then that of the outcome. */
  readonly equations: readonly FittedLinearModel[];
  readonly total: FittedLinearModel | null;
  readonly effects: readonly EstimatedEffect[];
  /** All coefficients of all equations, one after the other. */
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  /** Where conditional effects are taken; empty without a moderator. */
  readonly moderatorValues: readonly number[];
  readonly n: number;
  readonly rows: readonly number[];
  readonly level: number;
}

export type Mediation = FittedMediation | Refused;

export interface MediationOptions {
  readonly level?: number;
  /** Where to take conditional effects; the mean and one standard deviation to either side if not given. */
  readonly moderatorValues?: readonly number[];
}

/**
 * Through what does a predictor reach an outcome?
 *
 * Each mediator is regressed on the predictor (and on the mediators that lead to it), the outcome on all; an indirect
 * effect is the product of the paths along its way. On the same rows total = direct + Σ indirect, exactly. Standard
 * errors here are the delta method's, normal only in large samples: take intervals from `bootstrapMediation` or
 * `monteCarloEffects`. Assumes straight lines, no unmeasured cause of two of the variables, and the order in time
 * that the model claims; regression cannot show any of them.
 *
 * Baron RM, Kenny DA (1986), J Pers Soc Psychol 51: 1173–1182; Hayes AF (2018), Introduction to Mediation, Moderation,
 * and Conditional Process Analysis, 2nd ed., chapters 3–5 and 11–12.
 */
export function mediation(model: MediationModel, frame: Frame, options: MediationOptions = {}): Mediation {
  const { level = 0.95 } = options;
  const fitted = pathEquations(model, frame, level);
  if (fitted.kind === "refused") return fitted;
  const { equations, total, rows } = fitted;
  const moderatorValues =
    model.moderation === undefined
      ? []
      : (options.moderatorValues ?? meanAndDeviations(numbersAt(frame, model.moderation.moderator, rows)));
  const coefficients = equations.flatMap((equation) => equation.coefficients.map(({ estimate }) => estimate));
  const covariance = jointCovariance(equations);
  const reach = studentTUpperQuantile((1 - level) / 2, Number.POSITIVE_INFINITY);
  const effects = mediatedEffects(model, equations, moderatorValues).map((effect) => {
    const estimate = effectAt(effect.polynomial, coefficients);
    const standardError = deltaStandardError(effect.polynomial, coefficients, covariance);
    const z = estimate / standardError;
    return {
      ...effect,
      estimate,
      standardError,
      z,
      p: twoSided(z, Number.POSITIVE_INFINITY),
      lower: estimate - reach * standardError,
      upper: estimate + reach * standardError,
    };
  });
  return {
    kind: "fitted",
    model,
    equations,
    total,
    effects,
    coefficients,
    covariance,
    moderatorValues,
    n: rows.length,
    rows,
    level,
  };
}

/** Mean − SD, mean, mean + SD. */
export function meanAndDeviations(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
  );
  return [mean - deviation, mean, mean + deviation];
}

function numbersAt(frame: Frame, name: string, rows: readonly number[]): readonly number[] {
  return rows.map((row) => {
    const value = frame[name]![row];
    if (typeof value !== "number")
      throw new RangeError(`a moderator of mediation requires numbers: code ${name} as 0 and 1`);
    return value;
  });
}
