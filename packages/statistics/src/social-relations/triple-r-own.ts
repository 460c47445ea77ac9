import { mean, sampleVariance } from "@concord/numerics";
import type { Component } from "./component.ts";
import type { Unstable } from "./group-moments.ts";
import type { SocialRelations } from "./social-relations.ts";

/**
 * Means of groups as TripleR takes them (`rawGroupMeans`), from which its variance of group means follows.
 */
export type RawGroupMeans = ReadonlyMap<string, number>;

/**
 * TripleR's unstable dyadic covariance, from which its reliabilities with two indicators follow: the mean
 * covariance of actors and partners less the stable dyadic one, where ours is mean dyadic covariance less its
 * stable part.
 */
export function itsDyadicCovariance(
  { partition }: SocialRelations,
  { actorPartnerCovariance }: Unstable,
): number {
  const whole = actorPartnerCovariance + partition.actorPartnerCovariance.estimate;
  return whole - partition.relationshipCovariance.estimate;
}

/** Its reliabilities with two indicators, ours beside them. */
export function reliabilities(fit: SocialRelations) {
  const { unstable, partition, groups } = fit;
  const actor = fit.reliability.actor ?? Number.NaN;
  const partner = fit.reliability.partner ?? Number.NaN;
  if (unstable === undefined) return { reliability_actor: actor, reliability_partner: partner };
  const n = mean(groups.map(({ size }) => size));
  const relationship = partition.relationshipVariance.estimate + Math.max(0, unstable.relationship) / 2;
  const dyadic = partition.relationshipCovariance.estimate + itsDyadicCovariance(fit, unstable) / 2;
  const noise = (relationship * (n - 1) + dyadic) / (n * (n - 2));
  const share = ({ estimate }: Component, rest: number) =>
    estimate > 0 ? estimate / (estimate + Math.max(0, rest) / 2 + noise) : Number.NaN;
  return {
    reliability_actor: share(partition.actorVariance, unstable.actor),
    reliability_partner: share(partition.partnerVariance, unstable.partner),
    reliability_actor_corrected: actor,
    reliability_partner_corrected: partner,
  };
}

/** The variance of its means less what the stable parts of people and dyads add to it. */
export function itsGroupMeanVariance(
  { partition, groups }: SocialRelations,
  rawMeans: RawGroupMeans,
): number {
  const n = mean(groups.map(({ size }) => size));
  const { actorVariance, partnerVariance, actorPartnerCovariance } = partition;
  const people = actorVariance.estimate + partnerVariance.estimate + 2 * actorPartnerCovariance.estimate;
  const dyads = partition.relationshipVariance.estimate + partition.relationshipCovariance.estimate;
  const means = groups.map((group) => rawMeans.get(group.group) ?? group.mean);
  return sampleVariance(means) - people / n - dyads / (n * (n - 1));
}
