import { type Component, covarianceComponent } from "./component.ts";
import { type CrossComponents, crossComponents } from "./cross-components.ts";
import { type GroupMoments, groupMoments } from "./group-moments.ts";
import { pooledDegrees, pooledMoment, type StandardErrors } from "./pooling.ts";
import type { RoundRobin } from "./round-robin.ts";
import { type SocialRelations, socialRelations } from "./social-relations.ts";

export interface BivariatePartition {
  /** Do people who rate others high on the first rate others high on the second? */
  readonly actorActor: Component;
  readonly partnerPartner: Component;
  /** Are people who rate high on the first rated high on the second? */
  readonly actorPartner: Component;
  readonly partnerActor: Component;
  /** Within a relationship, by the same perceiver. */
  readonly intrapersonal: Component;
  /** Within a relationship, across its two sides. */
  readonly interpersonal: Component;
}

export interface BivariateSocialRelations {
  readonly first: SocialRelations;
  readonly second: SocialRelations;
  readonly covariances: BivariatePartition;
}

/**
 * How do two constructs rated by the same people go together, level by level?
 *
 * Each construct may have two indicators; their means are then compared, as what either measures for itself
 * does not reach a covariance with another construct. All tests are two-sided; TripleR's are one-sided in
 * several groups. Both must name the same groups and members in the same order: RangeError.
 *
 * Bond CF, Lashley BR (1996). Psychometrika 61: 303–311. Lashley BR, Bond CF (1997). Psychol Methods 2:
 * 278–291.
 */
export function bivariateSocialRelations(
  first: readonly RoundRobin[],
  second: readonly RoundRobin[],
  errors: StandardErrors = "within",
): BivariateSocialRelations {
  requireSamePeople(first, second);
  const firstMoments = first.map(groupMoments);
  const secondMoments = second.map(groupMoments);
  const crossed = firstMoments.map((moments, i) => across(moments, secondMoments[i]!));
  const sizes = firstMoments.map(({ size }) => size);
  const degrees = pooledDegrees(sizes, errors);
  const fits = { first: socialRelations(first, errors), second: socialRelations(second, errors) };
  const one = fits.first.partition;
  const two = fits.second.partition;
  const component = (name: keyof CrossComponents, left: Component, right: Component) =>
    covarianceComponent(
      pooledMoment(
        crossed.map((components) => components[name]),
        sizes,
        errors,
      ),
      degrees,
      left,
      right,
    );
  return {
    ...fits,
    covariances: {
      actorActor: component("actorActor", one.actorVariance, two.actorVariance),
      partnerPartner: component("partnerPartner", one.partnerVariance, two.partnerVariance),
      actorPartner: component("actorPartner", one.actorVariance, two.partnerVariance),
      partnerActor: component("partnerActor", one.partnerVariance, two.actorVariance),
      intrapersonal: component("intrapersonal", one.relationshipVariance, two.relationshipVariance),
      interpersonal: component("interpersonal", one.relationshipVariance, two.relationshipVariance),
    },
  };
}

function across(first: GroupMoments, second: GroupMoments): CrossComponents {
  return crossComponents(first.effects, second.effects, (i, j) => first.known(i, j) && second.known(i, j));
}

function requireSamePeople(first: readonly RoundRobin[], second: readonly RoundRobin[]): void {
  const names = (groups: readonly RoundRobin[]) =>
    JSON.stringify(groups.map(({ group, members }) => [group, members]));
  if (names(first) !== names(second))
    throw new RangeError(
      "two constructs require the same groups and members: gather them from the same ratings",
    );
}
