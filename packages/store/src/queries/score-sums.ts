import type { Rater } from "@concord/instruments";
import type { Expression } from "@concord/statistics/formula";
import type { SumsNeeded } from "@concord/statistics/multilevel";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { episode } from "../schema/episode.ts";
import { response } from "../schema/response.ts";
import { score } from "../schema/score.ts";
import type { Scope } from "../scope.ts";

/** Which scores are meant: one scale of one instrument by one rater, of these episodes. */
export interface ScoresMeant {
  readonly instrument: string;
  readonly scale: string;
  readonly rater: Rater;
  readonly episodes: readonly string[];
}

/** Sums of products per combination of groups, and what was taken from each column before. */
export interface ScoreSums {
  /** How many episodes have such scores. */
  readonly episodes: number;
  readonly origins: readonly number[];
  readonly cells: readonly { readonly groups: readonly string[]; readonly sums: readonly number[] }[];
}

/**
 * The sums that a multilevel model needs of a practice's scores, taken where the scores are: one grouped query, whose
 * answer grows with the number of groups and not of scores.
 *
 * The columns of a product may use `outcome` (the score), `percent` of its scale and `session`; groups are `therapist`,
 * `client` and `episode`. The mean of each column is taken off first, so that sums keep their digits.
 */
export async function take(scope: Scope, meant: ScoresMeant, needed: SumsNeeded): Promise<ScoreSums> {
  const base = standing(scope, meant);
  const variables: Variables = new Map<string, SQL>([
    ["outcome", sql`${base.value}`],
    ["percent", sql`${base.percent}`],
    ["session", sql`${base.session}::double precision`],
  ]);
  const groups: Variables = new Map<string, SQL>([
    ["therapist", sql`${base.therapist}::text`],
    ["client", sql`${base.client}::text`],
    ["episode", sql`${base.episode}::text`],
  ]);
  const columns = needed.columns.map(({ parts }) =>
    parts.map((part) => {
      if (part.kind === "number") return arithmetic(part.expression, variables);
      throw new RangeError(
        `sums of scores require numbers as predictors: ${part.level} is a level of a factor`,
      );
    }),
  );
  const products = columns.map((parts) => (parts.length === 0 ? sql`1` : sql.join(parts, sql` * `)));
  const means = products.map((product, i) => (columns[i]!.length === 0 ? sql`0` : sql`avg(${product})`));
  const [middle] = await scope.database
    .select({
      origins: sql<(number | null)[]>`array[${sql.join(means, sql`, `)}]::double precision[]`,
      episodes: sql<number>`count(distinct ${base.episode})::int`,
    })
    .from(base);
  const origins = needed.columns.map((_, i) => middle?.origins[i] ?? 0);
  const centred = products.map((product, i) => sql`(${product} - ${origins[i]!}::double precision)`);
  const sums = needed.products.map(([i, j]) => sql`sum(${centred[i]!} * ${centred[j]!})`);
  const keys = needed.groupBy.map((name) => nameOf(name, groups));
  const rows = await scope.database
    .select({
      groups: sql<string[]>`array[${sql.join(keys, sql`, `)}]`,
      sums: sql<number[]>`array[${sql.join(sums, sql`, `)}]::double precision[]`,
    })
    .from(base)
    .groupBy(...keys)
    .orderBy(...keys);
  return { episodes: middle?.episodes ?? 0, origins, cells: rows };
}

/** The current scores that are numbers, of responses that no correction has replaced. */
function standing(scope: Scope, { instrument, scale, rater, episodes }: ScoresMeant) {
  const correction = alias(response, "correction");
  return scope.database
    .select({
      value: score.value,
      percent: score.percent,
      session: response.session,
      therapist: episode.therapistId,
      client: episode.clientId,
      episode: score.episodeId,
    })
    .from(score)
    .innerJoin(
      response,
      and(eq(response.practiceId, score.practiceId), eq(response.responseId, score.responseId)),
    )
    .innerJoin(episode, and(eq(episode.practiceId, score.practiceId), eq(episode.episodeId, score.episodeId)))
    .leftJoin(
      correction,
      and(eq(correction.practiceId, score.practiceId), eq(correction.corrects, score.responseId)),
    )
    .where(
      and(
        eq(score.practiceId, scope.practice),
        sql`${score.episodeId} = any(${sql.param(episodes)}::uuid[])`,
        eq(score.current, true),
        eq(score.kind, "score"),
        eq(score.scale, scale),
        eq(response.instrument, instrument),
        eq(response.rater, rater),
        isNull(correction.responseId),
      ),
    )
    .as("standing");
}

type Variables = ReadonlyMap<string, SQL>;

/** An expression of a formula in SQL: + − × of numbers and columns, a number below the line, whole powers. */
function arithmetic(expression: Expression, variables: Variables): SQL {
  switch (expression.kind) {
    case "number":
      return sql`${expression.value}::double precision`;
    case "name":
      return nameOf(expression.name, variables);
    case "parentheses":
      return sql`(${arithmetic(expression.inner, variables)})`;
    case "unary":
      if (expression.operator === "-") return sql`(- ${arithmetic(expression.operand, variables)})`;
      break;
    case "call": {
      const [inner] = expression.of;
      if (expression.name === "I" && inner !== undefined && expression.of.length === 1)
        return sql`(${arithmetic(inner, variables)})`;
      break;
    }
    case "binary": {
      const { operator, left, right } = expression;
      const [a, b] = [arithmetic(left, variables), arithmetic(right, variables)];
      if (operator === "+") return sql`(${a} + ${b})`;
      if (operator === "-") return sql`(${a} - ${b})`;
      if (operator === "*") return sql`(${a} * ${b})`;
      if (operator === "/" && right.kind === "number" && right.value !== 0) return sql`(${a} / ${b})`;
      if (operator === "^" && right.kind === "number" && Number.isInteger(right.value) && right.value > 0)
        return sql`power(${a}, ${b})`;
    }
  }
  throw new RangeError(
    "sums of scores know +, −, ×, division by a number and whole powers, as I((session - 1) / 10)",
  );
}

function nameOf(name: string, known: Variables): SQL {
  const found = known.get(name);
  if (found !== undefined) return found;
  throw new RangeError(`sums of scores know ${[...known.keys()].join(", ")}; not ${name}`);
}
