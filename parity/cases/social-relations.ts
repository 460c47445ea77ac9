import {
  type Component,
  type Partition,
  type Rating,
  roundRobinsOf,
  type SocialRelations,
  type StandardErrors,
  selfCorrelation,
  socialRelations,
} from "@concord/statistics";
import type { Adapter, LeftOut, ReferenceCase } from "../reference-case.ts";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

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

function ratingsOf(columns: Columns, values: readonly string[]): readonly Rating[] {
  const perceivers = columns["perceiver.id"] ?? columns.a!;
  const targets = columns["target.id"] ?? columns.p!;
  const groups = columns["group.id"];
  return perceivers.map((perceiver, i) => ({
    perceiver: String(perceiver),
    target: String(targets[i]),
    ...(groups === undefined ? {} : { group: String(groups[i]) }),
    values: values.map((name) => columns[name]![i] ?? null),
  }));
}

function fitOf(columns: Columns, values: readonly string[], errors?: StandardErrors): SocialRelations {
  return socialRelations(roundRobinsOf(ratingsOf(columns, values)), errors);
}

interface Row {
  readonly estimate: number;
  readonly standardized: number;
  readonly se: number;
  readonly t: number;
  readonly p: number;
}

/** What TripleR erases is undefined here too: tests of a negative variance, and of a covariance that needs it. */
function rowOf(component: Component, erased: boolean, sides: 1 | 2): Row {
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

function columnsOf(rows: readonly Row[]) {
  return {
    type: rows.map((_, i) => NAMES[i % NAMES.length]),
    estimate: rows.map(({ estimate }) => estimate),
    standardized: rows.map(({ standardized }) => standardized),
    se: rows.map(({ se }) => se),
    t: rows.map(({ t }) => t),
    p: rows.map(({ p }) => p),
  };
}

function relationshipsOf(fit: SocialRelations) {
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
function inTripleRTerms(fit: SocialRelations, name: string) {
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

/** Relationship effects in the order of the reference. */
function relationshipColumns({ expected }: ReferenceCase, fit: SocialRelations) {
  const listed = (expected as { relationship_effects: Readonly<Record<string, readonly string[]>> })
    .relationship_effects;
  const own = relationshipsOf(fit);
  const actors = listed["actor.id"]!;
  const partners = listed["partner.id"]!;
  return {
    "actor.id": actors,
    "partner.id": partners,
    dyad: listed.dyad,
    relationship: actors.map((actor, i) => own.get(`${actor} ${partners[i]}`)),
  };
}

function univariate(values: readonly string[], errors?: StandardErrors): Adapter["run"] {
  return ({ input }) => inTripleRTerms(fitOf(input as Columns, values, errors), values[0]!);
}

const withRelationships: Adapter = {
  run: (reference) => {
    const fit = fitOf(reference.input as Columns, ["liking_a"]);
    return { ...inTripleRTerms(fit, "liking_a"), relationship_effects: relationshipColumns(reference, fit) };
  },
  leftOut: () =>
    ["actor.id", "partner.id", "dyad"].map((column) => ({
      path: `relationship_effects.${column}`,
      reason: "the order in which the reference lists dyads; each effect is compared by its two names",
    })),
};

const edge: Adapter = {
  run: ({ input }) =>
    Object.fromEntries(Object.entries(input).map(([name, columns]) => [name, edgeOf(columns as Columns)])),
};

const withSelf: Adapter["run"] = ({ input }) => {
  const fit = fitOf(input as Columns, ["ex"]);
  const tests = (["actor", "partner"] as const).map((effect) => selfCorrelation(fit.people, effect));
  return {
    ...inTripleRTerms(fit, "ex"),
    self_partial_cor: {
      r: tests.map((test) => test?.r),
      t: tests.map((test) => test?.t),
      df: tests.map((test) => test?.degrees),
      p: tests.map((test) => test?.p),
    },
  };
};

const groupMeansOfAllRows: LeftOut = {
  path: "group_mean_variance",
  reason:
    "TripleR's group means include self-ratings and people without effects; ours are those of the model, without them",
};

/** The reference answers a group of three with null; here it is a RangeError. */
function edgeOf(columns: Columns): unknown {
  try {
    return inTripleRTerms(fitOf(columns, ["y"]), "y");
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** TripleR subtracts the stable relationship covariance from the mean actor-partner covariance. */
function latentLeftOut(rel = 1e-3, prefix = ""): readonly LeftOut[] {
  const reason =
    "TripleR takes the unstable dyadic covariance from the actor-partner covariance; ours is mean dyadic covariance less its stable part";
  return [
    { path: `${prefix}unstable.dyadic_cov`, reason },
    { path: `${prefix}effects.reliability_actor`, reason, within: { rel, abs: 0 } },
    { path: `${prefix}effects.reliability_partner`, reason, within: { rel, abs: 0 } },
  ];
}

export const adapters: Readonly<Record<string, Adapter>> = {
  "srm-liking-single": { run: univariate(["liking_a"]) },
  "srm-subgroup12": withRelationships,
  "srm-missing12": withRelationships,
  "srm-edge": edge,
  "srm-liking-latent": { run: univariate(["liking_a", "liking_b"]), leftOut: () => latentLeftOut() },
  "srm-multigroup-soremo": { run: univariate(["ne"], "between"), leftOut: () => [groupMeansOfAllRows] },
  "srm-multigroup-self": { run: withSelf, leftOut: () => [groupMeansOfAllRows] },
  "srm-multigroup-latent": {
    run: univariate(["liking_a", "liking_b"]),
    leftOut: () => [
      ...latentLeftOut(1e-2),
      {
        path: "group_mean_variance",
        reason: "TripleR takes the means of the first indicator only; ours are the means of both",
      },
    ],
  },
};
