import { entry, studentTUpperQuantile } from "@concord/numerics";
import { coefficientTested } from "../meta-analysis/coefficients.ts";
import type { Coefficient } from "../meta-analysis/model.ts";
import { fiellerInterval, type RatioInterval, ratioStandardError } from "../moderation/fieller.ts";
import type { Refused } from "../regression/linear-model.ts";
import type { PairedRow } from "./pair-sums.ts";
import { type FittedPairs, pairedRegression } from "./paired-regression.ts";
import type { Pairs } from "./pairs.ts";

/** Partner effect over actor effect, and what it says about the dyad. */
export interface PatternRatio {
  readonly role: string;
  /** k = p/a */
  readonly value: number;
  readonly standardError: number;
  /** Fieller's. */
  readonly interval: RatioInterval;
  /** Patterns that the interval does not exclude: k = 0, 1 and −1. */
  readonly possible: readonly DyadicPattern[];
}

export type DyadicPattern = "actor only" | "couple" | "contrast";

export interface FittedActorPartner {
  readonly kind: "fitted";
  readonly roles: readonly [string, string];
  /** Each role with its own intercept, actor and partner effect: the two-intercept model. */
  readonly distinguishable: FittedPairs;
  /** One intercept, actor and partner effect for both. */
  readonly indistinguishable: FittedPairs;
  /** k for each role. */
  readonly ratios: readonly [PatternRatio, PatternRatio];
  /** k where members are not told apart. */
  readonly pooledRatio: PatternRatio;
  /** The first role's effect less the second's: actor, then partner. */
  readonly differences: readonly [Coefficient, Coefficient];
  readonly dyads: number;
  /** Dyads without both predictors, or without any outcome. */
  readonly leftOut: number;
}

export type ActorPartner = FittedActorPartner | Refused;

/** One intercept, actor and partner effect for members whose order means nothing. */
export interface FittedPooledActorPartner {
  readonly kind: "fitted";
  readonly pooled: FittedPairs;
  readonly ratio: PatternRatio;
  readonly dyads: number;
  /** Dyads without both predictors, or without any outcome. */
  readonly leftOut: number;
}

/**
 * Does what one member brings matter for the outcome of both?
 *
 * Each member's outcome on their own predictor (actor effect a) and on the other's (partner effect p), the residuals of
 * a dyad correlated. k = p/a tells the pattern: 0 actor only, 1 couple, −1 contrast; it says little where a is near
 * nought, and its interval then has no end. With more than one observation of a dyad use a multilevel model.
 *
 * Kenny DA, Kashy DA, Cook WL (2006), Dyadic Data Analysis, chapter 7; Kenny DA, Ledermann T (2010), J Fam Psychol 24:
 * 359–366.
 */
export function actorPartner(pairs: Pairs, { level = 0.95 } = {}): ActorPartner {
  const { dyads, members } = membersOf(pairs);
  const byRole: readonly PairedRow[] = members.map(({ actor, partner, ...row }) => {
    const [own, other] = row.place === 0 ? [1, 0] : [0, 1];
    return {
      ...row,
      predictors: [own!, other!, own! * actor, other! * actor, own! * partner, other! * partner],
    };
  });
  const [first, second] = pairs.roles;
  const names = ["", ":actor", ":partner"].flatMap((effect) =>
    [first, second].map((role) => `role${role}${effect}`),
  );
  const distinguishable = pairedRegression(names, byRole, { structure: "distinguishable", level });
  if (distinguishable.kind === "refused") return distinguishable;
  const indistinguishable = pooledRegression(members, level);
  if (indistinguishable.kind === "refused") return indistinguishable;
  return {
    kind: "fitted",
    roles: pairs.roles,
    distinguishable,
    indistinguishable,
    ratios: [ratioOf(first, distinguishable, 2, 4, level), ratioOf(second, distinguishable, 3, 5, level)],
    pooledRatio: ratioOf("both", indistinguishable, 1, 2, level),
    differences: [
      difference(`actor: ${first} − ${second}`, distinguishable, 2, 3, level),
      difference(`partner: ${first} − ${second}`, distinguishable, 4, 5, level),
    ],
    dyads,
    leftOut: pairs.x[0].length - dyads,
  };
}

/**
 * Returns actor and partner effects of members that cannot be told apart, such as twins or friends.
 *
 * The residuals of a dyad have one variance and one covariance, so that no result depends on which member's row comes
 * first. Kenny DA, Kashy DA, Cook WL (2006), Dyadic Data Analysis, chapter 7.
 */
export function pooledActorPartner(pairs: Pairs, { level = 0.95 } = {}): FittedPooledActorPartner | Refused {
  const { dyads, members } = membersOf(pairs);
  const pooled = pooledRegression(members, level);
  if (pooled.kind === "refused") return pooled;
  return {
    kind: "fitted",
    pooled,
    ratio: ratioOf("both", pooled, 1, 2, level),
    dyads,
    leftOut: pairs.x[0].length - dyads,
  };
}

interface Member {
  readonly dyad: number;
  readonly place: 0 | 1;
  readonly response: number;
  readonly actor: number;
  readonly partner: number;
}

/** The members with an outcome, of dyads with both predictors. */
function membersOf(pairs: Pairs): { readonly dyads: number; readonly members: readonly Member[] } {
  const usable = pairs.x[0].flatMap((own, i) => {
    const isKnown = own !== null && pairs.x[1][i] !== null;
    return isKnown && (pairs.y[0][i] !== null || pairs.y[1][i] !== null) ? [i] : [];
  });
  const members: readonly Member[] = usable.flatMap((dyad) =>
    ([0, 1] as const).flatMap((place) => {
      const response = pairs.y[place][dyad]!;
      return response === null
        ? []
        : [{ dyad, place, response, actor: pairs.x[place][dyad]!, partner: pairs.x[1 - place]![dyad]! }];
    }),
  );
  return { dyads: usable.length, members };
}

function pooledRegression(members: readonly Member[], level: number) {
  const together: readonly PairedRow[] = members.map(({ actor, partner, ...row }) => ({
    ...row,
    predictors: [1, actor, partner],
  }));
  return pairedRegression(["(Intercept)", "actor", "partner"], together, {
    structure: "indistinguishable",
    level,
  });
}

function ratioOf(
  role: string,
  fit: FittedPairs,
  actor: number,
  partner: number,
  level: number,
): PatternRatio {
  const ratio = {
    numerator: fit.coefficients[partner]!.estimate,
    denominator: fit.coefficients[actor]!.estimate,
    numeratorVariance: entry(fit.covariance, partner, partner),
    denominatorVariance: entry(fit.covariance, actor, actor),
    covariance: entry(fit.covariance, actor, partner),
  };
  const interval = fiellerInterval(ratio, studentTUpperQuantile((1 - level) / 2, fit.degreesOfFreedom));
  const holds = (value: number): boolean => {
    if (interval.kind === "bounded") return value >= interval.lower && value <= interval.upper;
    return interval.excluded === null || value <= interval.excluded[0] || value >= interval.excluded[1];
  };
  const patterns: readonly (readonly [DyadicPattern, number])[] = [
    ["actor only", 0],
    ["couple", 1],
    ["contrast", -1],
  ];
  return {
    role,
    value: ratio.numerator / ratio.denominator,
    standardError: ratioStandardError(ratio),
    interval,
    possible: patterns.flatMap(([pattern, value]) => (holds(value) ? [pattern] : [])),
  };
}

function difference(name: string, fit: FittedPairs, i: number, j: number, level: number): Coefficient {
  const { coefficients, covariance, degreesOfFreedom } = fit;
  const variance = entry(covariance, i, i) + entry(covariance, j, j) - 2 * entry(covariance, i, j);
  const estimate = coefficients[i]!.estimate - coefficients[j]!.estimate;
  const critical = studentTUpperQuantile((1 - level) / 2, degreesOfFreedom);
  return coefficientTested(name, estimate, Math.sqrt(variance), degreesOfFreedom, critical);
}
