import {
  type BivariateSocialRelations,
  bivariateSocialRelations,
  type Rating,
  roundRobinsOf,
  type SocialRelations,
  type StandardErrors,
  selfCorrelation,
  socialRelations,
} from "@concord/statistics";
import type { Adapter, LeftOut, ReferenceCase } from "../reference-case.ts";
import { columnsOf, inTripleRTerms, relationshipsOf, rowOf } from "./triple-r-terms.ts";

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

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

const BIVARIATE_NAMES = [
  "actor-actor covariance",
  "partner-partner covariance",
  "actor-partner covariance",
  "partner-actor covariance",
  "intrapersonal relationship covariance",
  "interpersonal relationship covariance",
];

function bivariate(first: readonly string[], second: readonly string[], sides: 1 | 2): Adapter["run"] {
  return ({ input }) => {
    const gathered = (values: readonly string[]) => roundRobinsOf(ratingsOf(input as Columns, values));
    const fit: BivariateSocialRelations = bivariateSocialRelations(gathered(first), gathered(second));
    const { covariances } = fit;
    const rows = [
      covariances.actorActor,
      covariances.partnerPartner,
      covariances.actorPartner,
      covariances.partnerActor,
      covariances.intrapersonal,
      covariances.interpersonal,
    ].map((component) => rowOf(component, false, sides));
    return {
      var1: inTripleRTerms(fit.first, first[0]!),
      var2: inTripleRTerms(fit.second, second[0]!),
      bivariate: { ...columnsOf(rows), type: BIVARIATE_NAMES },
    };
  };
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
  "srm-liking-bivariate": { run: bivariate(["liking_a"], ["metaliking_a"], 2) },
  "srm-liking-bivariate-latent": {
    run: bivariate(["liking_a", "liking_b"], ["metaliking_a", "metaliking_b"], 2),
    leftOut: () => [...latentLeftOut(1e-3, "var1."), ...latentLeftOut(1e-3, "var2.")],
  },
  "srm-multigroup-bivariate": { run: bivariate(["liking_a"], ["metaliking_a"], 1) },
};
