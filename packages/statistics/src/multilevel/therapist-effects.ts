import { chiSquareSurvival, normalUpperQuantile } from "@concord/numerics";
import { conditionalModes } from "./conditional-modes.ts";
import type { FittedMixedModel } from "./fit.ts";
import { type IntraclassInterval, intraclassInterval } from "./intraclass-interval.ts";

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
