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
} from "@concord/statistics/social-relations";
import type { Ask, Command } from "../question.ts";
import { type Argument, NotUnderstood, NULL, ofResult, type Value, vector } from "../r/value.ts";
import {
  at,
  columnsNamed,
  type Family,
  flag,
  formulaText,
  frameOf,
  modelOf,
  parameters,
  remembered,
  text,
} from "./reading.ts";

interface RoundRobin {
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly perceiver: string;
  readonly target: string;
  readonly group: string | null;
  /** Indicators of the first construct, and of a second. */
  readonly first: readonly string[];
  readonly second: readonly string[] | null;
  readonly errors: StandardErrors | undefined;
}

/** TripleR's RR. */
export const socialRelationsFamily = (ask: Ask): Family => {
  const terms = remembered((request: RoundRobin): unknown =>
    ask({ ours: () => ours(request), command: { ...command(request), pick: withItsP } }),
  );
  return {
    ofValues: {
      RR: (given) => {
        const request = roundRobin(given);
        // R answers a single group of fewer than four with NULL.
        const people = new Set([...request.columns[request.perceiver]!, ...request.columns[request.target]!]);
        if (request.group === null && people.size < 4 && refuses(request)) return NULL;
        return { kind: "model", family: "RR", request };
      },
      x_rr: (given) => {
        const request = modelOf<RoundRobin>(given[0]?.value, "RR");
        const block = terms(request);
        return ofResult(block);
      },
      selfCor: (given) => {
        const request = modelOf<RoundRobin>(given[0]?.value, "RR");
        const measure = text(given.find(({ name }) => name === "measure")?.value, "behavior");
        void measure;
        return ofResult(at(terms(request), "self_partial_cor"));
      },
      "capture.output": (given) => given[0]?.value ?? NULL,
    },
    fields: { RR: (_model, name) => (name === "error" ? NULL : fail(`$${name} of RR()`)) },
  };
};

function fail(reason: string): never {
  throw new NotUnderstood(reason);
}

function roundRobin(given: readonly Argument[]): RoundRobin {
  const own = parameters("RR", ["formula", "data", "na.rm", "se", "minVar", "index"], given, [
    "verbose",
    "mode",
    "g.id",
  ]);
  const formula = formulaText(own.formula).replaceAll("`", "");
  const parts = /^(.+?)~(.+?)\*([^|]+)(?:\|(.+))?$/.exec(formula);
  if (parts === null) throw new NotUnderstood(`RR(${formula}): y ~ perceiver * target | group is expected`);
  const [, left, perceiver, target, group] = parts.map((one) => one?.trim());
  const constructs = left!.split("+").map((one) => one.split("/").map((name) => name.trim()));
  if (constructs.length > 2 || constructs.some((one) => one.length > 2))
    throw new NotUnderstood(`RR(${formula}): more than two indicators or constructs`);
  const columns = frameOf(own.data);
  for (const name of [perceiver!, target!, ...(group === undefined ? [] : [group]), ...constructs.flat()])
    if (!Object.hasOwn(columns, name)) throw new NotUnderstood(`RR(${formula}): there is no column ${name}`);
  return {
    columns,
    perceiver: perceiver!,
    target: target!,
    group: group ?? null,
    first: constructs[0]!,
    second: constructs[1] ?? null,
    errors: text(own.se, "") === "SOREMO" ? "between" : undefined,
  };
}

function ratingsOf(
  { columns, perceiver, target, group }: RoundRobin,
  values: readonly string[],
): readonly Rating[] {
  const targets = columns[target]!;
  const groups = group === null ? undefined : columns[group]!;
  return columns[perceiver]!.map((own, i) => ({
    perceiver: String(own),
    target: String(targets[i]),
    ...(groups === undefined ? {} : { group: String(groups[i]) }),
    values: values.map((name) => (columns[name]![i] ?? null) as number | null),
  }));
}

function fitOf(request: RoundRobin): SocialRelations {
  return socialRelations(roundRobinsOf(ratingsOf(request, request.first)), request.errors);
}

function refuses(request: RoundRobin): boolean {
  try {
    fitOf(request);
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function ours(request: RoundRobin): unknown {
  const { first, second } = request;
  const means = (names: readonly string[]): RawGroupMeans => rawGroupMeans(ratingsOf(request, names));
  if (second !== null) {
    const robins = (names: readonly string[]) => roundRobinsOf(ratingsOf(request, names));
    const fit = bivariateSocialRelations(robins(first), robins(second));
    return withItsP(
      bivariateTripleRTerms(fit, first[0]!, second[0]!, { first: means(first), second: means(second) }),
    );
  }
  const fit = fitOf(request);
  const own = withItsP(tripleRTerms(fit, first[0]!, means(first))) as object;
  return {
    ...own,
    ...further(() => ({ self_partial_cor: selfCorrelationTerms(fit) })),
    ...further(() => ({ relationship_effects: relationshipTerms(fit) })),
  };
}

function further(of: () => object): object {
  try {
    return of();
  } catch {
    return {};
  }
}

/** The p that TripleR prints in place of ours, which is two-sided for every covariance. */
function withItsP(terms: unknown): unknown {
  if (Array.isArray(terms) || typeof terms !== "object" || terms === null) return terms;
  const entries = Object.entries(terms).map(([name, value]) => [name, withItsP(value)] as const);
  const its = entries.find(([name]) => name === "p_TripleR");
  return Object.fromEntries(its === undefined ? entries : [...entries, ["p", its[1]]]);
}

/** TripleR prints variances of zero, with NaN for shares, tests and effects, which says as much and looks like a result. */
const equalRatings = {
  says: /every rating is .*no variance to share out/,
  reason: "ratings that are all the same: concord srm refuses them, where TripleR prints 0 and NaN",
};

function command(request: RoundRobin): Command {
  const { perceiver, target, group, first, second, errors, columns } = request;
  const isLatent = first.length === 2;
  const own = columns[perceiver]!.some(
    (one, i) => String(one) === String(columns[target]![i]) && columns[first[0]!]![i] !== null,
  );
  const words = [
    "srm",
    "FILE",
    "--perceiver",
    perceiver,
    "--target",
    target,
    "--value",
    first.join(","),
    ...(group === null ? [] : ["--group", group]),
    ...(second === null ? [] : ["--value2", second.join(",")]),
    ...(isLatent ? ["--latent"] : []),
    ...(errors === undefined ? [] : ["--errors", errors]),
    ...(second === null && !isLatent ? ["--relationships", ...(own ? ["--self"] : [])] : []),
  ];
  const ratings = [...first, ...(second ?? [])].map((name) =>
    columns[name]!.filter((_, i) => String(columns[perceiver]![i]) !== String(columns[target]![i])),
  );
  const isConstant = ratings.some((own) => new Set(own.filter((value) => value !== null)).size < 2);
  return {
    words,
    ...(isConstant && { refusal: equalRatings }),
    columns: columnsNamed(columns, perceiver, target, group ?? "", ...first, ...(second ?? [])),
  };
}

export const unused: Value = vector([]);
void flag;
