import type { PhaseName } from "@concord/course";
import type { AgeBand } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import type { Weight } from "@concord/signals";
import { and, asc, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { headlineFromText } from "../earlier-texts.ts";
import { fold } from "../fold.ts";
import { type Awaited, caseDigest } from "../schema/digest.ts";
import { episode } from "../schema/episode.ts";
import type { Scope } from "../scope.ts";

/** One line of the caseload as it is kept. */
export interface Digest {
  readonly episode: string;
  readonly therapistId: string;
  readonly therapist: string;
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly phase: PhaseName | null;
  readonly sessions: number;
  readonly lastSession: string | null;
  readonly nextSession: string | null;
  readonly weight: Weight | null;
  /** The one sentence that says why. */
  readonly headline: StaffMessage;
  readonly signals: number;
  readonly spark: readonly (number | null)[];
  readonly awaiting: readonly Awaited[];
  readonly openTasks: number;
  readonly closed: boolean;
}

export type DigestSort = "attention" | "client" | "last-session" | "next-session" | "sessions";
/** `all`: every open case. `attention`: a signal or an open task. `awaiting`: a form is out. `closed`: the rest. */
export type DigestFilter = "all" | "attention" | "awaiting" | "closed";

export interface DigestQuery {
  readonly sort: DigestSort;
  readonly descending: boolean;
  readonly filter: DigestFilter;
  /** Every word must occur in client, therapist or headline (in any language of staff); accents and case do not matter. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** Only this therapist's cases. */
  readonly therapist?: string;
  /** Only these cases, e.g. those a supervisor was let into. With `therapist`, either is enough. */
  readonly episodes?: readonly string[];
}

export interface DigestPage {
  readonly rows: readonly Digest[];
  /** Of the filter, before paging. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Of each filter, with the same search and reader. */
  readonly counts: Readonly<Record<DigestFilter, number>>;
}

const rank: Readonly<Record<Weight, number>> = { urgent: 4, persistent: 3, credible: 2, note: 1 };

/** A line as it is written, with the texts of its headline that can be searched. */
export interface NewDigest extends Digest {
  readonly headlineTexts: readonly string[];
}

/** Writes lines of the caseload, new or again. */
export async function put(scope: Scope, given: readonly NewDigest[]): Promise<void> {
  if (given.length === 0) return;
  const updatedAt = scope.now();
  await insertMany(
    scope,
    caseDigest,
    given.map((one) => ({
      episodeId: one.episode,
      therapistId: one.therapistId,
      therapist: one.therapist,
      client: one.client,
      clientKey: fold(one.client),
      ageBand: one.ageBand,
      phase: one.phase,
      sessions: one.sessions,
      lastSession: one.lastSession,
      nextSession: one.nextSession,
      weight: one.weight,
      rank: one.weight === null ? 0 : rank[one.weight],
      headline: null,
      message: one.headline,
      signals: one.signals,
      spark: one.spark,
      awaiting: one.awaiting,
      awaitingCount: one.awaiting.length,
      openTasks: one.openTasks,
      closed: one.closed,
      search: fold([one.client, one.therapist, ...one.headlineTexts].join(" ")),
      updatedAt,
    })),
    "is-replaced",
  );
}

export async function find(scope: Scope, episodeId: string): Promise<Digest | null> {
  const [row] = await scope.database
    .select()
    .from(caseDigest)
    .where(and(eq(caseDigest.practiceId, scope.practice), eq(caseDigest.episodeId, episodeId)));
  return row === undefined ? null : digestOf(row);
}

/** Cases whose line was written before a moment, or never: what is left to do when all are made anew. */
export async function olderThan(scope: Scope, moment: string): Promise<readonly string[]> {
  const rows = await scope.database
    .select({ episode: episode.episodeId })
    .from(episode)
    .leftJoin(
      caseDigest,
      and(eq(caseDigest.practiceId, episode.practiceId), eq(caseDigest.episodeId, episode.episodeId)),
    )
    .where(
      and(
        eq(episode.practiceId, scope.practice),
        or(isNull(caseDigest.updatedAt), lt(caseDigest.updatedAt, moment)),
      ),
    )
    .orderBy(asc(episode.episodeId));
  return rows.map((row) => row.episode);
}

/**
 * One page of the caseload, with the counts beside the filters.
 *
 * The order is total (ties go by episode), so turning pages shows every case once. Missing dates come last in
 * both directions. A page past the end gives the last one.
 */
export async function page(scope: Scope, query: DigestQuery): Promise<DigestPage> {
  const visible = and(eq(caseDigest.practiceId, scope.practice), readable(query), matching(query.search));
  const [counted] = await scope.database
    .select({
      all: sql<number>`count(*) filter (where not ${caseDigest.closed})::int`,
      attention: sql<number>`count(*) filter (where ${conditions.attention})::int`,
      awaiting: sql<number>`count(*) filter (where ${conditions.awaiting})::int`,
      closed: sql<number>`count(*) filter (where ${caseDigest.closed})::int`,
    })
    .from(caseDigest)
    .where(visible);
  const counts = counted ?? { all: 0, attention: 0, awaiting: 0, closed: 0 };
  const total = counts[query.filter];
  const perPage = Math.max(1, Math.floor(query.perPage));
  const pages = Math.max(1, Math.ceil(total / perPage));
  const wanted = Math.min(Math.max(1, Math.floor(query.page)), pages);
  const order = orders[query.sort](query.descending);
  // The page is chosen by identifiers alone and read afterwards: sorting ten thousand whole lines costs more.
  const chosen = scope.database
    .select({ episodeId: caseDigest.episodeId })
    .from(caseDigest)
    .where(and(visible, conditions[query.filter]))
    .orderBy(...order)
    .limit(perPage)
    .offset((wanted - 1) * perPage);
  const rows = await scope.database
    .select()
    .from(caseDigest)
    .where(and(eq(caseDigest.practiceId, scope.practice), inArray(caseDigest.episodeId, chosen)))
    .orderBy(...order);
  return { rows: rows.map(digestOf), total, page: wanted, pages, counts };
}

const conditions: Readonly<Record<DigestFilter, SQL>> = {
  all: sql`not ${caseDigest.closed}`,
  attention: sql`not ${caseDigest.closed} and (${caseDigest.rank} > 0 or ${caseDigest.openTasks} > 0)`,
  awaiting: sql`not ${caseDigest.closed} and ${gt(caseDigest.awaitingCount, 0)}`,
  closed: sql`${caseDigest.closed}`,
};

const orders: Readonly<Record<DigestSort, (descending: boolean) => readonly SQL[]>> = {
  attention: (descending) => {
    const by = descending ? desc : asc;
    return [by(caseDigest.rank), by(caseDigest.signals), by(caseDigest.episodeId)];
  },
  client: (descending) => {
    const by = descending ? desc : asc;
    return [by(sql`${caseDigest.clientKey} collate "C"`), by(caseDigest.episodeId)];
  },
  "last-session": (descending) => dated(caseDigest.lastSession, descending),
  "next-session": (descending) => dated(caseDigest.nextSession, descending),
  sessions: (descending) => {
    const by = descending ? desc : asc;
    return [by(caseDigest.sessions), by(caseDigest.episodeId)];
  },
};

function dated(
  column: typeof caseDigest.lastSession | typeof caseDigest.nextSession,
  descending: boolean,
): readonly SQL[] {
  const by = descending ? desc : asc;
  return [asc(sql`${column} is null`), by(column), by(caseDigest.episodeId)];
}

function readable(query: DigestQuery): SQL | undefined {
  const { therapist, episodes } = query;
  if (therapist === undefined && episodes === undefined) return undefined;
  const own = therapist === undefined ? sql`false` : eq(caseDigest.therapistId, therapist);
  const given =
    episodes === undefined || episodes.length === 0
      ? sql`false`
      : inArray(caseDigest.episodeId, [...episodes]);
  return sql`(${own} or ${given})`;
}

function matching(search: string): SQL | undefined {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  return and(...words.map((word) => sql`position(${word} in ${caseDigest.search}) > 0`));
}

function digestOf(row: typeof caseDigest.$inferSelect): Digest {
  return {
    episode: row.episodeId,
    therapistId: row.therapistId,
    therapist: row.therapist,
    client: row.client,
    ageBand: row.ageBand,
    phase: row.phase,
    sessions: row.sessions,
    lastSession: row.lastSession,
    nextSession: row.nextSession,
    weight: row.weight,
    headline: row.message ?? headlineFromText(row.headline ?? ""),
    signals: row.signals,
    spark: row.spark,
    awaiting: row.awaiting,
    openTasks: row.openTasks,
    closed: row.closed,
  };
}
