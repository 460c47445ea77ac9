import { mean, sampleVariance } from "@concord/numerics";
import type { Partition } from "./component.ts";
import { type GroupMoments, groupMoments, NOTHING_UNSTABLE, type Unstable } from "./group-moments.ts";
import { partitionOf, pooledUnstable, type Reliability, reliabilityOf } from "./partition.ts";
import { pooledComponent, type StandardErrors } from "./pooling.ts";
import type { RoundRobin } from "./round-robin.ts";

/** One person's effects, as deviations from the mean of the group. */
export interface PersonEffects {
  readonly id: string;
  readonly group: string;
  /** Rates others higher than the others do. */
  readonly actor: number;
  /** Is rated higher than the others are. */
  readonly partner: number;
  /** The self-rating against the mean of the group's self-ratings; absent where there is none. */
  readonly self: number | undefined;
}

export interface GroupRelations {
  readonly group: string;
  readonly size: number;
  readonly mean: number;
  readonly missing: number;
  /** The mean of the self-ratings, from which `self` counts; absent where nobody rated himself. */
  readonly selfMean: number | undefined;
  /**
   * Relationship effects in the order of the members; zero on the diagonal, null where the rating is missing.
   */
  readonly relationship: readonly (readonly (number | null)[])[];
  readonly members: readonly string[];
  readonly partition: Partition;
}

export interface SocialRelations {
  readonly partition: Partition;
  readonly unstable: Unstable | undefined;
  readonly reliability: Reliability;
  readonly people: readonly PersonEffects[];
  readonly groups: readonly GroupRelations[];
  /**
   * The variance of group means beyond what the people in them explain; may be negative. Several groups only.
   */
  readonly groupMeanVariance: number | undefined;
  readonly cautions: readonly string[];
}

/**
 * Whose doing is a rating: the perceiver's, the target's, or the relationship's?
 *
 * Kenny DA (1994). Interpersonal Perception. New York: Guilford. People are taken for a sample; effects add
 * up. Groups of fewer than four are a mistake of the caller: RangeError. Negative variances come back as
 * `boundary`.
 */
export function socialRelations(
  roundRobins: readonly RoundRobin[],
  errors: StandardErrors = "within",
): SocialRelations {
  if (roundRobins.length === 0) throw new RangeError("social relations require one or more groups: 0");
  if (errors === "between" && roundRobins.length < 2)
    throw new RangeError(`tests between groups require two or more groups: ${roundRobins.length}`);
  const moments = roundRobins.map(groupMoments);
  if (moments.some(({ unstable }) => (unstable === undefined) !== (moments[0]!.unstable === undefined)))
    throw new RangeError("social relations require the same number of indicators in every group");
  const selves = roundRobins.map(selfRatings);
  return {
    partition: partitionOf(moments, errors),
    unstable: pooledUnstable(moments),
    reliability: reliabilityOf(moments),
    people: roundRobins.flatMap((roundRobin, i) => peopleOf(roundRobin, moments[i]!, selves[i]!)),
    groups: roundRobins.map((roundRobin, i) => groupRelations(roundRobin, moments[i]!, selves[i]!)),
    groupMeanVariance: moments.length < 2 ? undefined : groupMeanVariance(moments),
    cautions: moments.flatMap(cautionsOf),
  };
}

/** Throws a RangeError where all ratings of every group are the same: there is no variance to share out. */
export function requireVariation(roundRobins: readonly RoundRobin[]): void {
  const varies = (indicator: number) =>
    roundRobins.some(({ indicators }) => {
      const given = (indicators[indicator] ?? []).flatMap((row, i) =>
        row.filter((value, j) => i !== j && value !== null),
      );
      return given.some((value) => value !== given[0]);
    });
  const constant = (roundRobins[0]?.indicators ?? []).findIndex((_, i) => !varies(i));
  if (constant < 0) return;
  const [first] = roundRobins[0]!.indicators[constant]!.flat().filter((value) => value !== null);
  const where =
    roundRobins.length === 1 ? `every rating is ${first}` : "all ratings of each group are the same";
  throw new RangeError(
    `social relations require ratings that differ: ${where}, so there is no variance to share out`,
  );
}

function peopleOf(
  roundRobin: RoundRobin,
  { effects }: GroupMoments,
  selves: readonly (number | undefined)[],
): PersonEffects[] {
  const centre = selfMeanOf(selves) ?? 0;
  return roundRobin.members.map((id, i) => {
    const self = selves[i];
    return {
      id,
      group: roundRobin.group,
      actor: effects.actor[i]!,
      partner: effects.partner[i]!,
      self: self === undefined ? undefined : self - centre,
    };
  });
}

/** Means over indicators; undefined where one of them was not answered. */
function selfRatings({ members, indicators }: RoundRobin): readonly (number | undefined)[] {
  return members.map((_, i) => {
    const own = indicators.map((matrix) => matrix[i]![i] ?? null).filter((value) => value !== null);
    return own.length === indicators.length ? mean(own) : undefined;
  });
}

function selfMeanOf(selves: readonly (number | undefined)[]): number | undefined {
  const given = selves.filter((self) => self !== undefined);
  // Counted from the first, so that equal answers are exactly their mean.
  const [first] = given;
  return first === undefined ? undefined : first + mean(given.map((self) => self - first));
}

function groupRelations(
  { group, members, indicators }: RoundRobin,
  moments: GroupMoments,
  selves: readonly (number | undefined)[],
): GroupRelations {
  const { relationship } = moments.effects;
  const given = (i: number, j: number) => i === j || indicators.every((matrix) => matrix[i]![j] !== null);
  return {
    group,
    size: moments.size,
    mean: moments.effects.mean,
    missing: moments.missing,
    selfMean: selfMeanOf(selves),
    relationship:
      moments.missing === 0
        ? relationship
        : relationship.map((row, i) => row.map((value, j) => (given(i, j) ? value : null))),
    members,
    partition: partitionOf([moments], "within"),
  };
}

/** Var(M..) − (σ²ₐ + σ²ᵦ + 2σₐᵦ)/n − (σ²ᵧ + σᵧᵧ)/(n(n−1)), with the components of the ratings as averaged. */
function groupMeanVariance(moments: readonly GroupMoments[]): number {
  const n = mean(moments.map(({ size }) => size));
  const pooled = (component: "actor" | "partner" | "relationship" | "actorPartner" | "dyadic") =>
    pooledComponent(moments, component, "within").estimate;
  const rest = pooledUnstable(moments) ?? NOTHING_UNSTABLE;
  const people = pooled("actor") + pooled("partner") + 2 * pooled("actorPartner");
  const dyads = pooled("relationship") + pooled("dyadic");
  return (
    sampleVariance(moments.map(({ effects }) => effects.mean)) -
    (people + (rest.actor + rest.partner) / 2) / n -
    (dyads + (rest.relationship + rest.dyadicCovariance) / 2) / (n * (n - 1))
  );
}

function cautionsOf({ group, size, missing }: GroupMoments): readonly string[] {
  const share = missing / (size * (size - 1));
  if (missing === 0) return [];
  const place = group === "" ? "" : ` in group ${group}`;
  const advice =
    share > 0.2 || size < 10 ? "; with so many gaps, or so small a group, read the result with doubt" : "";
  return [
    `${missing} of ${size * (size - 1)} ratings${place} are missing and were filled in from row and column means${advice}`,
  ];
}
