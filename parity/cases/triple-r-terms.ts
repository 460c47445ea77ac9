import type { Component, Partition, SocialRelations } from "@concord/statistics";

/** TripleR doubles the p of a covariance or leaves it one-sided; ours is always two-sided. */
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

interface Row {
  readonly estimate: number;
  readonly standardized: number;
  readonly se: number;
  readonly t: number;
  readonly p: number;
}

/** What TripleR erases is undefined here too: tests of a negative variance, and of a covariance that needs it. */
export function rowOf(component: Component, erased: boolean, sides: 1 | 2): Row {
  const { estimate } = component;
  if (component.kind === "boundary" || erased) {
    return { estimate, standardized: Number.NaN, se: Number.NaN, t: Number.NaN, p: Number.NaN };
  }
  const { standardized, standardError, t, p } = component;
  return { estimate, standardized: standardized ?? Number.NaN, se: standardError, t, p: (p * sides) / 2 };
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
    },
    rowOf(partition.actorPartnerCovariance, negative, sides.actorPartner),
    rowOf(partition.relationshipCovariance, partition.relationshipVariance.kind === "boundary", sides.dyadic),
  ];
}

export function columnsOf(rows: readonly Row[]) {
  return {
    type: rows.map((_, i) => NAMES[i % NAMES.length]),
    estimate: rows.map(({ estimate }) => estimate),
    standardized: rows.map(({ standardized }) => standardized),
    se: rows.map(({ se }) => se),
    t: rows.map(({ t }) => t),
    p: rows.map(({ p }) => p),
  };
}

export function relationshipsOf(fit: SocialRelations) {
  const [{ members, relationship } = { members: [], relationship: [] }] = fit.groups;
  const pairs = members.flatMap((_, i) => members.slice(0, i).map((_, j) => [i, j] as const));
  return new Map(
    pairs.flatMap(([i, j]) => [
      [`${members[i]} ${members[j]}`, relationship[i]![j]] as const,
      [`${members[j]} ${members[i]}`, relationship[j]![i]] as const,
    ]),
  );
}

/** A fit in the terms of TripleR. */
export function inTripleRTerms(fit: SocialRelations, name: string) {
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
    varcomp: columnsOf(rowsOf(partition, alone ? single : several)),
    effects: {
      id: people.map(({ id }) => id),
      group: people.map(({ group }) => group),
      name: [`${name}.a`, `${name}.p`, ...(withSelf ? [`${name}.s`] : [])],
      actor: shown(partition.actorVariance, actors),
      partner: shown(partition.partnerVariance, partners),
      self: raw,
      reliability_actor: fit.reliability.actor ?? Number.NaN,
      reliability_partner: fit.reliability.partner ?? Number.NaN,
    },
    effects_plus_group_mean: {
      actor: shown(partition.actorVariance, plus(actors)),
      partner: shown(partition.partnerVariance, plus(partners)),
      self: people.map(({ self, group }) => (self ?? Number.NaN) + (selfMeans.get(group) ?? Number.NaN)),
    },
    group_size: groups[0]!.size,
    n_missing: groups[0]!.missing,
    group_mean_variance: fit.groupMeanVariance,
    ...(fit.unstable === undefined
      ? {}
      : {
          unstable: {
            actor: fit.unstable.actor,
            partner: fit.unstable.partner,
            relationship: fit.unstable.relationship,
            dyadic_cov: fit.unstable.dyadicCovariance,
          },
        }),
    by_group: {
      group: groups.flatMap(({ group }) => NAMES.map(() => group)),
      group_size: groups.flatMap(({ size }) => NAMES.map(() => size)),
      ...columnsOf(groups.flatMap((group) => rowsOf(group.partition, single))),
    },
  };
}
