import { chiSquareSurvival, normalUpperQuantile } from "@concord/numerics";
import type { FittedMixedModel } from "../fit.ts";
import { conditionalModes } from "./conditional-modes.ts";
import { type IntraclassInterval, intraclassInterval } from "./intraclass-interval.ts";

/** How much data a question about therapists needs. */
export interface TherapistPlan {
  /** How surely the mean of one therapist's clients tells that therapist's effect: between 0 and 1. */
  readonly reliability: number;
  /** Therapists with as many clients each for which the interval of the share of variance has the wanted width. */
  readonly therapists: number;
}

/**
 * How many therapists, with how many clients each?
 *
 * The mean of n clients tells a therapist's effect with reliability nρ / (1 + (n − 1)ρ), the same by which effects are
 * shrunken. For an interval of the share ρ that is w wide, about
 * 8z²(1 − ρ)²(1 + (n − 1)ρ)² / (n(n − 1)w²) + 1 therapists are needed.
 *
 * Spearman–Brown; Bonett DG (2002). Stat Med 21: 1331–1335.
 */
export function therapistPlan(share: number, clientsEach: number, width = 0.1, level = 0.95): TherapistPlan {
  if (!(share >= 0 && share < 1)) throw new RangeError(`a share of variance requires 0 to below 1: ${share}`);
  if (!(clientsEach >= 2)) throw new RangeError(`a plan requires two or more clients each: ${clientsEach}`);
  if (!(width > 0 && width < 1)) throw new RangeError(`a plan requires a width between 0 and 1: ${width}`);
  const design = 1 + (clientsEach - 1) * share;
  const z = normalUpperQuantile((1 - level) / 2);
  const spread =
    (8 * z ** 2 * (1 - share) ** 2 * design ** 2) / (clientsEach * (clientsEach - 1) * width ** 2);
  return { reliability: (clientsEach * share) / design, therapists: Math.ceil(spread + 1) };
}

/** How one therapist's clients fare beside the average therapist's, shrunken towards that average. */
export interface TherapistEffect {
  readonly therapist: string;
  readonly clients: number;
  readonly estimate: number;
  readonly conditionalDeviation: number;
  readonly lower: number;
  readonly upper: number;
}

export interface TherapistEffects {
  readonly therapists: number;
  /** Of the therapist effects. */
  readonly deviation: number;
  /** The share of variance that lies between therapists. */
  readonly share: IntraclassInterval;
  /** Against the same model without therapists. */
  readonly test: TherapistTest;
  /** How surely an effect is known on average: 1 less the conditional variance over the variance. NaN without any. */
  readonly reliability: number;
  /** In the order of their names, never of their effects. */
  readonly effects: readonly TherapistEffect[];
  /** Therapists with too few clients to say anything of. */
  readonly hidden: number;
}

/** Does letting therapists differ raise the likelihood, restricted where the fits are? */
export interface TherapistTest {
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  /** Of χ²₁, which is too large at the edge of a variance's range. */
  readonly p: number;
  /** Half of χ²₀ and half of χ²₁: what holds for a variance that may be zero. */
  readonly boundaryP: number;
}

/** Below this many clients a therapist's effect says more about the clients. */
const FEWEST_CLIENTS = 5;

/**
 * Does it matter who the therapist is, and what may be said of each?
 *
 * The share of variance between therapists comes with its profile interval, and the difference it makes with the test
 * against a model without it. Each therapist's effect is the best linear unbiased prediction, drawn towards the average
 * the more the fewer clients it rests on, with its interval; therapists with fewer than five clients are counted, not
 * shown. The test compares restricted likelihoods where the fit is by REML: with and without therapists the fixed effects are
 * the same (for the edge Stram DO, Lee JW 1994, Biometrics 50: 1171–1177). Overlapping intervals forbid a ranking: effects come in the order of names.
 *
 * Baldwin SA, Imel ZE (2013), in Lambert MJ (ed.), Bergin and Garfield's Handbook, 6th ed., 258–297; Goldstein H,
 * Spiegelhalter DJ (1996). J R Stat Soc A 159: 385–443.
 */
export function therapistEffects(
  fit: FittedMixedModel,
  factor: string,
  clients: ReadonlyMap<string, number>,
  options: { readonly level?: number; readonly fewest?: number } = {},
): TherapistEffects {
  const { level = 0.95, fewest = FEWEST_CLIENTS } = options;
  const own = conditionalModes(fit).find((modes) => modes.factor === factor);
  const intercepts = own?.effects.find(({ name }) => name === "(Intercept)");
  const share = intraclassInterval(fit, factor, level);
  const component = fit.components.find(
    ({ group, first, second }) => group === factor && first === "(Intercept)" && second === undefined,
  );
  if (own === undefined || intercepts === undefined || share === undefined || component === undefined)
    throw new RangeError(
      `therapist effects require a varying intercept, as (1 | ${factor}): ${fit.model.formula}`,
    );
  const reach = normalUpperQuantile((1 - level) / 2);
  const all = own.groups.map((therapist, i): TherapistEffect => {
    const estimate = intercepts.modes[i]!;
    const conditionalDeviation = intercepts.deviations[i]!;
    const [lower, upper] = [-1, 1].map((side) => estimate + side * reach * conditionalDeviation);
    const count = clients.get(therapist) ?? 0;
    return { therapist, clients: count, estimate, conditionalDeviation, lower: lower!, upper: upper! };
  });
  const effects = all.filter((effect) => effect.clients >= fewest);
  return {
    therapists: all.length,
    deviation: component.deviation,
    share,
    test: testOf(share),
    reliability:
      1 -
      all.reduce((total, effect) => total + effect.conditionalDeviation ** 2, 0) /
        (all.length * component.covariance),
    effects,
    hidden: all.length - effects.length,
  };
}

function testOf({ riseAtZero: statistic }: IntraclassInterval): TherapistTest {
  const p = chiSquareSurvival(statistic, 1);
  return { statistic, degreesOfFreedom: 1, p, boundaryP: statistic > 0 ? p / 2 : 1 };
}

/** How many different clients, or rows where none are named, stand beside each therapist in the rows that were used. */
export function clientsPerTherapist(
  rows: readonly { readonly therapist: string; readonly client?: string }[],
): ReadonlyMap<string, number> {
  const seen = new Map<string, Set<string>>();
  rows.forEach(({ therapist, client }, row) => {
    const own = seen.get(therapist) ?? new Set<string>();
    own.add(client ?? `row ${row}`);
    seen.set(therapist, own);
  });
  return new Map([...seen].map(([therapist, own]) => [therapist, own.size]));
}
