import type { Role, TextId } from "@concord/library";
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../scope.ts";

/** One word, or several: in a row where `near` is null, else within that many words of the first in any order. */
export interface SoughtTerm {
  readonly stems: readonly string[];
  readonly near: number | null;
  readonly weight: number;
}

export interface PassageHit {
  readonly text: TextId;
  /** Which passage of the text, from 0. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  readonly chapter: string;
  readonly score: number;
  /** How many of the terms it holds. */
  readonly terms: number;
}

export interface PassageQuery {
  readonly terms: readonly SoughtTerm[];
  /** Only these texts; null for all. */
  readonly texts: readonly TextId[] | null;
  readonly limit: number;
  /** BM25's k₁ and b. */
  readonly saturation: number;
  readonly lengthening: number;
}

/**
 * The passages that answer the terms best, by BM25 over the postings: the score is summed in the database, and only
 * the passages asked for leave it.
 *
 * Σ w · ln(1 + (N − n + ½)/(n + ½)) · f(k₁ + 1)/(f + k₁(1 − b + b·l/l̄)); a phrase has an n of its own. Robertson S,
 * Zaragoza H (2009). Found Trends Inf Retr 3: 333–389, p. 360.
 */
export async function search(scope: Scope, query: PassageQuery): Promise<readonly PassageHit[]> {
  const { saturation: k, lengthening: b, limit } = query;
  const terms = query.terms.filter(({ stems }) => stems.length > 0);
  if (terms.length === 0 || limit < 1) return [];
  const within =
    query.texts === null ? sql`true` : sql`p.text_id = any(${sql.param([...query.texts])}::text[])`;
  const frequency = await frequencies(scope, terms);
  const counted = terms.map(
    (term, at) =>
      sql`select ${at}::int as term, ${term.weight}::float8 as weight, text_id, number, count
        from (${occurrences(scope, term, frequency, within)}) as of_term`,
  );
  const { rows } = await scope.database.execute<{
    text_id: string;
    number: number;
    from_offset: number;
    to_offset: number;
    role: Role;
    chapter: string;
    score: number;
    terms: number;
  }>(sql`
    with size as (
      select sum(passages)::float8 as passages, sum(tokens)::float8 / nullif(sum(passages), 0) as average
      from care.text as p where practice_id = ${scope.practice} and ${within}
    ), hit as (${sql.join(counted, sql` union all `)}
    ), rare as (
      select term, ln(1 + (passages - count(*) + 0.5) / (count(*) + 0.5)) as rarity
      from hit, size group by term, passages
    )
    select p.text_id, p.number, p.from_offset, p.to_offset, p.role, p.chapter,
      sum(weight * rarity * count * (${k}::float8 + 1)
        / (count + ${k}::float8 * (1 - ${b}::float8 + ${b}::float8 * p.tokens / average))) as score,
      count(*)::int as terms
    from hit join rare using (term) cross join size
      join care.passage as p on p.practice_id = ${scope.practice} and p.text_id = hit.text_id and p.number = hit.number
    group by p.text_id, p.number, p.from_offset, p.to_offset, p.role, p.chapter
    order by score desc, p.text_id, p.number
    limit ${limit}`);
  return rows.map((row) => ({
    text: row.text_id,
    number: row.number,
    from: row.from_offset,
    to: row.to_offset,
    role: row.role,
    chapter: row.chapter,
    score: row.score,
    terms: row.terms,
  }));
}

/** How often each stem stands in the library. */
async function frequencies(scope: Scope, terms: readonly SoughtTerm[]): Promise<ReadonlyMap<string, number>> {
  const stems = terms.flatMap((term) => (term.stems.length > 1 ? term.stems : []));
  if (stems.length === 0) return new Map();
  const { rows } = await scope.database.execute<{ stem: string; places: number }>(sql`
    select stem, sum(cardinality(places))::int as places from care.posting
    where practice_id = ${scope.practice} and stem = any(${sql.param([...new Set(stems)])}::text[]) group by stem`);
  return new Map(rows.map(({ stem, places }) => [stem, places]));
}

/** For each passage that holds the term, how often it does. */
function occurrences(
  scope: Scope,
  { stems, near }: SoughtTerm,
  frequency: ReadonlyMap<string, number>,
  within: SQL,
): SQL {
  if (stems.length === 1) {
    return sql`select p.text_id, one.number, one.count
      from care.posting as p cross join lateral unnest(p.passages, p.counts) as one(number, count)
      where p.practice_id = ${scope.practice} and p.stem = ${stems[0]} and ${within}`;
  }
  // From the rarest word, so that "the bond" costs no more than "bond".
  const howOften = stems.map((stem) => frequency.get(stem) ?? 0);
  const rarest = howOften.indexOf(Math.min(...howOften));
  const others = stems.flatMap((stem, at) => (at === rarest ? [] : [{ stem, at, name: `other${at}` }]));
  const joins = others.map(({ stem, at, name }) => {
    const other = sql.identifier(name);
    const meets =
      near === null
        ? sql`${other}.place = rarest.place + ${at - rarest}::int`
        : sql`${other}.place between rarest.place - ${near}::int and rarest.place + ${near}::int`;
    return sql`join (select text_id, unnest(places) as place from care.posting
        where practice_id = ${scope.practice} and stem = ${stem}) as ${other}
      on ${other}.text_id = rarest.text_id and ${meets}`;
  });
  const inside = others.map(({ name }) => {
    const other = sql.identifier(name);
    return sql`${other}.place >= held.first_token and ${other}.place < held.first_token + held.tokens`;
  });
  return sql`select rarest.text_id, held.number, count(distinct rarest.place)::int as count
    from (select p.text_id, unnest(p.places) as place from care.posting as p
      where p.practice_id = ${scope.practice} and p.stem = ${stems[rarest]} and ${within}) as rarest
    ${sql.join(joins, sql` `)}
    join care.passage as held on held.practice_id = ${scope.practice} and held.text_id = rarest.text_id
      and rarest.place >= held.first_token and rarest.place < held.first_token + held.tokens
    where ${sql.join(inside, sql` and `)}
    group by rarest.text_id, held.number`;
}
