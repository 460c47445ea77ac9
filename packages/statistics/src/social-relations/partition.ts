import { mean } from "@concord/numerics";
import { covarianceComponent, type Partition, varianceComponent } from "./component.ts";
import { type GroupMoments, NOTHING_UNSTABLE, type Unstable } from "./group-moments.ts";
import { pooledComponent, pooledDegrees, pooledMoment, type StandardErrors } from "./pooling.ts";

/** How much of the difference between people's effects is true difference. */
export interface Reliability {
  readonly actor: number | undefined;
  readonly partner: number | undefined;
}

/** The partition of one group, or of several pooled. */
export function partitionOf(groups: readonly GroupMoments[], errors: StandardErrors): Partition {
  const degrees = pooledDegrees(
    groups.map(({ size }) => size),
    errors,
  );
  const actor = pooledComponent(groups, "actor", errors);
  const partner = pooledComponent(groups, "partner", errors);
  const relationship = pooledComponent(groups, "relationship", errors);
  const rest = pooledUnstable(groups);
  const error = rest === undefined ? 0 : errorOf(rest);
  const total = [actor, partner, relationship].reduce(
    (sum, { estimate }) => sum + Math.max(0, estimate),
    error,
  );
  const actorVariance = varianceComponent(actor, degrees, total);
  const partnerVariance = varianceComponent(partner, degrees, total);
  const relationshipVariance = varianceComponent(relationship, degrees, total);
  return {
    actorVariance,
    partnerVariance,
    relationshipVariance,
    ...(rest === undefined ? {} : { errorVariance: error, errorShare: error / total }),
    actorPartnerCovariance: covarianceComponent(
      pooledComponent(groups, "actorPartner", errors),
      degrees,
      actorVariance,
      partnerVariance,
    ),
    relationshipCovariance: covarianceComponent(
      pooledComponent(groups, "dyadic", errors),
      degrees,
      relationshipVariance,
      relationshipVariance,
    ),
  };
}

/** What the indicators do not share, pooled; undefined with one indicator. */
export function pooledUnstable(groups: readonly GroupMoments[]): Unstable | undefined {
  if (groups.some(({ unstable }) => unstable === undefined)) return undefined;
  const sizes = groups.map(({ size }) => size);
  const pooled = (component: keyof Unstable) =>
    pooledMoment(
      groups.map(({ unstable }) => ({ estimate: unstable![component], variance: 0 })),
      sizes,
      "within",
    ).estimate;
  return {
    actor: pooled("actor"),
    partner: pooled("partner"),
    relationship: pooled("relationship"),
    dyadicCovariance: pooled("dyadicCovariance"),
    actorPartnerCovariance: pooled("actorPartnerCovariance"),
  };
}

/**
 * Variance of true effects over variance of estimated effects: σ²ₐ/(σ²ₐ + σ²ᵧ(n−1)/(n(n−2)) + σᵧᵧ/(n(n−2))).
 * The effects of two indicators are means, to which half of the unstable parts belongs. Several groups count
 * with their mean size. Undefined where the variance is not above zero.
 *
 * Bond CF, Lashley BR (1996). Psychometrika 61: 303–311.
 */
export function reliabilityOf(groups: readonly GroupMoments[]): Reliability {
  const n = mean(groups.map(({ size }) => size));
  const pooled = (component: "actor" | "partner" | "relationship" | "dyadic") =>
    pooledComponent(groups, component, "within").estimate;
  const rest = pooledUnstable(groups) ?? NOTHING_UNSTABLE;
  const relationship = pooled("relationship") + Math.max(0, rest.relationship) / 2;
  const dyadic = pooled("dyadic") + rest.dyadicCovariance / 2;
  const noise = (relationship * (n - 1) + dyadic) / (n * (n - 2));
  const share = (stable: number, unstable: number) =>
    stable > 0 ? stable / (stable + Math.max(0, unstable) / 2 + noise) : undefined;
  return { actor: share(pooled("actor"), rest.actor), partner: share(pooled("partner"), rest.partner) };
}

/** Variances below zero count as zero. */
function errorOf({ actor, partner, relationship }: Unstable): number {
  return Math.max(0, actor) + Math.max(0, partner) + Math.max(0, relationship);
}
