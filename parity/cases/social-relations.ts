import {
  bivariateSocialRelations,
  bivariateTripleRTerms,
  type Rating,
  type RawGroupMeans,
  rawGroupMeans,
  relationshipTerms,
  roundRobinsOf,
  type SocialRelations,
  type StandardErrors,
  selfCorrelationTerms,
  socialRelations,
  tripleRTerms,
} from "@concord/statistics";
import type { Adapter } from "../reference-case.ts";

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

function meansOf(columns: Columns, values: readonly string[]): RawGroupMeans {
  return rawGroupMeans(ratingsOf(columns, values));
}

/** The p that TripleR prints in place of ours, which is two-sided for every covariance. */
function withItsP(terms: unknown): unknown {
  if (Array.isArray(terms) || typeof terms !== "object" || terms === null) return terms;
  const entries = Object.entries(terms).map(([name, value]) => [name, withItsP(value)] as const);
  const its = entries.find(([name]) => name === "p_TripleR");
  return Object.fromEntries(its === undefined ? entries : [...entries, ["p", its[1]]]);
}

function univariate(values: readonly string[], errors?: StandardErrors): Adapter["run"] {
  return ({ input }) => {
    const columns = input as Columns;
    return withItsP(tripleRTerms(fitOf(columns, values, errors), values[0]!, meansOf(columns, values)));
  };
}

const withRelationships: Adapter["run"] = ({ input }) => {
  const fit = fitOf(input as Columns, ["liking_a"]);
  const terms = { ...tripleRTerms(fit, "liking_a"), relationship_effects: relationshipTerms(fit) };
  return withItsP(terms);
};

const edge: Adapter = {
  run: ({ input }) =>
    Object.fromEntries(Object.entries(input).map(([name, columns]) => [name, edgeOf(columns as Columns)])),
};

const withSelf: Adapter["run"] = ({ input }) => {
  const fit = fitOf(input as Columns, ["ex"]);
  const terms = tripleRTerms(fit, "ex", meansOf(input as Columns, ["ex"]));
  return { ...(withItsP(terms) as object), self_partial_cor: selfCorrelationTerms(fit) };
};

/** The reference answers a group of three with null; here it is a RangeError. */
function edgeOf(columns: Columns): unknown {
  try {
    return withItsP(tripleRTerms(fitOf(columns, ["y"]), "y"));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function bivariate(first: readonly string[], second: readonly string[]): Adapter["run"] {
  return ({ input }) => {
    const gathered = (values: readonly string[]) => roundRobinsOf(ratingsOf(input as Columns, values));
    const fit = bivariateSocialRelations(gathered(first), gathered(second));
    const rawMeans = {
      first: meansOf(input as Columns, first),
      second: meansOf(input as Columns, second),
    };
    return withItsP(bivariateTripleRTerms(fit, first[0]!, second[0]!, rawMeans));
  };
}

/** Computed without TripleR, from the definition of the components. */
const byTraces: Adapter["run"] = ({ input }) => {
  const { perceiver, target, y } = input as Columns;
  const ratings = perceiver!.map((own, i) => ({
    perceiver: String(own),
    target: String(target![i]),
    values: [y![i]!],
  }));
  const fit = socialRelations(roundRobinsOf(ratings));
  return { ...tripleRTerms(fit, "y"), mean: fit.groups[0]!.mean };
};

export const adapters: Readonly<Record<string, Adapter>> = {
  "srm-simulated": { run: byTraces },
  "srm-liking-single": { run: univariate(["liking_a"]) },
  "srm-subgroup12": { run: withRelationships },
  "srm-missing12": { run: withRelationships },
  "srm-edge": edge,
  "srm-liking-latent": { run: univariate(["liking_a", "liking_b"]) },
  "srm-multigroup-soremo": { run: univariate(["ne"], "between") },
  "srm-multigroup-self": { run: withSelf },
  "srm-multigroup-latent": {
    run: univariate(["liking_a", "liking_b"]),
  },
  "srm-liking-bivariate": { run: bivariate(["liking_a"], ["metaliking_a"]) },
  "srm-liking-bivariate-latent": {
    run: bivariate(["liking_a", "liking_b"], ["metaliking_a", "metaliking_b"]),
  },
  "srm-multigroup-bivariate": { run: bivariate(["liking_a"], ["metaliking_a"]) },
};
