import type { BivariateSocialRelations } from "./bivariate.ts";
import type { Component, Partition } from "./component.ts";
import { selfCorrelation } from "./self-correlation.ts";
import type { GroupRelations, SocialRelations } from "./social-relations.ts";
import {
  itsDyadicCovariance,
  itsGroupMeanVariance,
  type RawGroupMeans,
  reliabilities,
} from "./triple-r-own.ts";

/**
 * How many sides TripleR 1.5.4 gives the p of a covariance; ours is always two-sided. In a single group it
 * leaves that of the relationship covariance one-sided, in bivariate analyses of several groups all of them.
 */
interface Sides {
  readonly actorPartner: 1 | 2;
  readonly dyadic: 1 | 2;
}

const single: Sides = { actorPartner: 2, dyadic: 1 };
const several: Sides = { actorPartner: 2, dyadic: 2 };

const NAMES = [
  "actor variance",
  "partner variance",
  "relationship variance",
  "error variance",
  "actor-partner covariance",
  "relationship covariance",
];

const BIVARIATE_NAMES = [
  "actor-actor covariance",
  "partner-partner covariance",
  "actor-partner covariance",
  "partner-actor covariance",
  "intrapersonal relationship covariance",
  "interpersonal relationship covariance",
];

/**
 * A fit under the names of TripleR.
 *
 * Estimates are that program's. Where ours differ they stand beside with `_corrected` behind the name: what
 * follows from its unstable dyadic covariance, and the variance of group means, which it takes from all
 * ratings. The p of a covariance is two-sided throughout; what that program prints is `p_TripleR`.
 */
export function tripleRTerms(fit: SocialRelations, name: string, rawMeans?: RawGroupMeans) {
  const { partition, people, groups } = fit;
  const alone = groups.length === 1;
  const shown = (component: Component, values: readonly number[]) =>
    component.kind === "boundary" ? values.map(() => null) : values;
  const means = new Map(groups.map((group) => [group.group, group.mean]));
  const selfMeans = new Map(groups.map((group) => [group.group, group.selfMean]));
  const actors = people.map(({ actor }) => actor);
  const partners = people.map(({ partner }) => partner);
  const plus = (values: readonly number[]) => values.map((value, i) => value + means.get(people[i]!.group)!);
  const raw = people.map(({ self }) => self ?? null);
  const withSelf = raw.some((self) => self !== null);
  return {
    varcomp: columnsOf(NAMES, rowsOf(partition, alone ? single : several)),
    effects: {
      id: people.map(({ id }) => id),
      ...(alone ? {} : { group: people.map(({ group }) => group) }),
      name: [`${name}.a`, `${name}.p`, ...(withSelf ? [`${name}.s`] : [])],
      actor: shown(partition.actorVariance, actors),
      partner: shown(partition.partnerVariance, partners),
      ...(withSelf ? { self: raw } : {}),
      ...reliabilities(fit),
    },
    effects_plus_group_mean: {
      actor: shown(partition.actorVariance, plus(actors)),
      partner: shown(partition.partnerVariance, plus(partners)),
      ...(withSelf
        ? {
            self: people.map(
              ({ self, group }) => (self ?? Number.NaN) + (selfMeans.get(group) ?? Number.NaN),
            ),
          }
        : {}),
    },
    ...(alone ? { group_size: groups[0]!.size, n_missing: groups[0]!.missing } : {}),
    ...(fit.unstable === undefined
      ? {}
      : {
          unstable: {
            actor: fit.unstable.actor,
            partner: fit.unstable.partner,
            relationship: fit.unstable.relationship,
            dyadic_cov: itsDyadicCovariance(fit, fit.unstable),
            dyadic_cov_corrected: fit.unstable.dyadicCovariance,
          },
        }),
    ...(alone
      ? {}
      : {
          group_mean_variance:
            rawMeans === undefined ? fit.groupMeanVariance : itsGroupMeanVariance(fit, rawMeans),
          group_mean_variance_corrected: fit.groupMeanVariance,
          by_group: {
            group: groups.flatMap(({ group }) => NAMES.map(() => group)),
            group_size: groups.flatMap(({ size }) => NAMES.map(() => size)),
            ...columnsOf(
              NAMES,
              groups.flatMap((group) => rowsOf(group.partition, single)),
            ),
          },
        }),
  };
}

/** Two constructs under the names of TripleR. */
export function bivariateTripleRTerms(
  fit: BivariateSocialRelations,
  firstName: string,
  secondName: string,
  rawMeans?: { readonly first: RawGroupMeans; readonly second: RawGroupMeans },
) {
  const { actorActor, partnerPartner, actorPartner, partnerActor, intrapersonal, interpersonal } =
    fit.covariances;
  const sides = fit.first.groups.length === 1 ? 2 : 1;
  const rows = [actorActor, partnerPartner, actorPartner, partnerActor, intrapersonal, interpersonal].map(
    (component) => rowOf(component, false, sides),
  );
  return {
    var1: tripleRTerms(fit.first, firstName, rawMeans?.first),
    var2: tripleRTerms(fit.second, secondName, rawMeans?.second),
    bivariate: columnsOf(BIVARIATE_NAMES, rows),
  };
}

/** `selfCor` of TripleR: self-ratings with how people see and are seen, groups held constant. */
export function selfCorrelationTerms({ people }: SocialRelations) {
  const tests = (["actor", "partner"] as const).map((effect) => selfCorrelation(people, effect));
  return {
    r: tests.map((test) => test?.r ?? null),
    t: tests.map((test) => test?.t ?? null),
    df: tests.map((test) => test?.degrees ?? null),
    p: tests.map((test) => test?.p ?? null),
  };
}

/**
 * Relationship effects in TripleR's order: dyads by their two names put together, numbered within the group;
 * the two sides of each dyad after another.
 */
export function relationshipTerms({ groups }: SocialRelations) {
  const alone = groups.length === 1;
  const rows = groups.flatMap((group) => relationshipsOf(group, alone ? "1" : group.group));
  return {
    "actor.id": rows.map(({ actor }) => actor),
    "partner.id": rows.map(({ partner }) => partner),
    dyad: rows.map(({ dyad }) => dyad),
    relationship: rows.map(({ effect }) => effect),
  };
}

function relationshipsOf({ members, relationship }: GroupRelations, group: string) {
  const dyads = members
    .flatMap((first, i) => members.slice(i + 1).map((second, k) => ({ first, second, i, j: i + 1 + k })))
    .map((dyad) => ({ ...dyad, key: `${dyad.first}_${dyad.second}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const width = Math.max(2, String(dyads.length).length);
  return dyads.flatMap(({ first, second, i, j }, at) => {
    const dyad = `${group}_${String(at + 1).padStart(width, "0")}`;
    const sides = [
      { actor: first, partner: second, dyad, effect: relationship[i]![j] ?? null },
      { actor: second, partner: first, dyad, effect: relationship[j]![i] ?? null },
    ];
    // Members stand by code point, in which 10 comes before 2; sides of a dyad stand by number.
    return Number(first) > Number(second) ? sides.reverse() : sides;
  });
}

interface Row {
  readonly estimate: number;
  readonly standardized: number;
  readonly se: number;
  readonly t: number;
  readonly p: number;
  readonly sides: 1 | 2;
}

/**
 * What TripleR erases is undefined here too: tests of a negative variance, and of a covariance that needs it.
 */
function rowOf(component: Component, erased: boolean, sides: 1 | 2): Row {
  const { estimate } = component;
  if (component.kind === "boundary" || erased) {
    return { estimate, standardized: Number.NaN, se: Number.NaN, t: Number.NaN, p: Number.NaN, sides };
  }
  const { standardized, standardError, t, p } = component;
  return { estimate, standardized: standardized ?? Number.NaN, se: standardError, t, p, sides };
}

function rowsOf(partition: Partition, sides: Sides): readonly Row[] {
  const people = [partition.actorVariance, partition.partnerVariance];
  // With two indicators the covariance keeps its test.
  const negative = partition.errorVariance === undefined && people.some(({ kind }) => kind === "boundary");
  const none = Number.NaN;
  return [
    rowOf(partition.actorVariance, false, 2),
    rowOf(partition.partnerVariance, false, 2),
    rowOf(partition.relationshipVariance, false, 2),
    {
      estimate: partition.errorVariance ?? none,
      standardized: partition.errorShare ?? none,
      se: none,
      t: none,
      p: none,
      sides: 2,
    },
    rowOf(partition.actorPartnerCovariance, negative, sides.actorPartner),
    rowOf(partition.relationshipCovariance, partition.relationshipVariance.kind === "boundary", sides.dyadic),
  ];
}

function columnsOf(names: readonly string[], rows: readonly Row[]) {
  return {
    type: rows.map((_, i) => names[i % names.length]!),
    estimate: rows.map(({ estimate }) => estimate),
    standardized: rows.map(({ standardized }) => standardized),
    se: rows.map(({ se }) => se),
    t: rows.map(({ t }) => t),
    p: rows.map(({ p }) => p),
    p_TripleR: rows.map(({ p, sides }) => (p * sides) / 2),
  };
}
