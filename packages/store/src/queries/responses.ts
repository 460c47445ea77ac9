import type { Rater } from "@concord/instruments";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { insertMany } from "../bulk.ts";
import { newIdentifier } from "../identifier.ts";
import { formRequest } from "../schema/request.ts";
import { response } from "../schema/response.ts";
import type { Scope } from "../scope.ts";
import { type MemberRating, rateMembers } from "./member-ratings.ts";

export { type MemberRating, membersOf, rateMembersMany } from "./member-ratings.ts";

/** What someone answered, as it is kept. */
export interface StoredResponse {
  readonly response: string;
  readonly request: string | null;
  readonly episode: string;
  readonly session: number;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly rater: Rater;
  readonly respondent: string | null;
  readonly source: "form" | "staff" | "import" | "simulation";
  readonly values: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly answeredOn: string | null;
  readonly receivedAt: string;
  readonly corrects: string | null;
}

export interface Submitted {
  readonly request: string;
  readonly values: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  /** Made when the form was opened and sent with every try to submit it. */
  readonly idempotencyKey: string;
  readonly receivedAt: string;
  readonly members?: readonly MemberRating[];
}

/** `again`: this very submission came before and is kept once. `closed`: nothing was written, and why. */
export type Received =
  | { readonly kind: "received"; readonly response: StoredResponse }
  | { readonly kind: "again"; readonly response: StoredResponse }
  | { readonly kind: "closed"; readonly reason: "answered" | "expired" | "unknown" };

/**
 * Takes the answers to a form that was asked for, once.
 *
 * The request's row is locked, so of two submissions at the same moment one is received and the other sees
 * it. When the transaction has committed the answers are on disk; only then may anyone be thanked.
 */
export async function receive(scope: Scope, given: Submitted): Promise<Received> {
  const [asked] = await scope.database
    .select()
    .from(formRequest)
    .where(and(eq(formRequest.practiceId, scope.practice), eq(formRequest.requestId, given.request)))
    .for("update");
  if (asked === undefined || asked.withdrawnAt !== null) return { kind: "closed", reason: "unknown" };
  const [before] = await scope.database
    .select()
    .from(response)
    .where(
      and(
        eq(response.practiceId, scope.practice),
        eq(response.requestId, given.request),
        isNull(response.corrects),
      ),
    );
  if (before !== undefined) {
    return before.idempotencyKey === given.idempotencyKey
      ? { kind: "again", response: keptOf(before) }
      : { kind: "closed", reason: "answered" };
  }
  if (asked.expiresAt < given.receivedAt) return { kind: "closed", reason: "expired" };
  const row = {
    practiceId: scope.practice,
    responseId: newIdentifier(),
    requestId: asked.requestId,
    episodeId: asked.episodeId,
    session: asked.session,
    instrument: asked.instrument,
    instrumentVersion: asked.instrumentVersion,
    rater: asked.rater,
    respondent: asked.respondent,
    source: asked.respondentId === null ? ("form" as const) : ("staff" as const),
    values: given.values,
    texts: given.texts,
    answeredOn: null,
    receivedAt: given.receivedAt,
    idempotencyKey: given.idempotencyKey,
    corrects: null,
  };
  await scope.database.insert(response).values(row);
  await rateMembers(scope, row.responseId, given.members ?? []);
  await scope.database
    .update(formRequest)
    .set({ answeredAt: given.receivedAt })
    .where(and(eq(formRequest.practiceId, scope.practice), eq(formRequest.requestId, given.request)));
  return { kind: "received", response: keptOf(row) };
}

/**
 * Corrects a response by a new one that names it; the old one stays as it was given. Null where there is no
 * such response or it was corrected already (the newest one is then the one to correct).
 */
export async function correct(
  scope: Scope,
  responseId: string,
  given: {
    readonly values: Readonly<Record<string, number>>;
    readonly texts: Readonly<Record<string, string>>;
    readonly receivedAt: string;
    readonly members?: readonly MemberRating[];
  },
): Promise<StoredResponse | null> {
  const old = await find(scope, responseId);
  if (old === null) return null;
  const [row] = await scope.database
    .insert(response)
    .values({
      practiceId: scope.practice,
      responseId: newIdentifier(),
      requestId: old.request,
      episodeId: old.episode,
      session: old.session,
      instrument: old.instrument,
      instrumentVersion: old.instrumentVersion,
      rater: old.rater,
      respondent: old.respondent,
      source: "staff",
      values: given.values,
      texts: given.texts,
      answeredOn: old.answeredOn,
      receivedAt: given.receivedAt,
      corrects: old.response,
    })
    .onConflictDoNothing({ target: [response.practiceId, response.corrects] })
    .returning();
  if (row === undefined) return null;
  await rateMembers(scope, row.responseId, given.members ?? []);
  return keptOf(row);
}

export interface NewResponse {
  readonly response: string;
  readonly request?: string;
  readonly episode: string;
  readonly session: number;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly rater: Rater;
  readonly respondent?: string;
  readonly source: "import" | "simulation";
  readonly values: Readonly<Record<string, number>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly answeredOn?: string;
  readonly receivedAt: string;
}

/** Adds many at once, for imports and simulations; the caller made the identifiers. */
export async function addMany(scope: Scope, given: readonly NewResponse[]): Promise<number> {
  return insertMany(
    scope,
    response,
    given.map((one) => ({
      responseId: one.response,
      requestId: one.request ?? null,
      episodeId: one.episode,
      session: one.session,
      instrument: one.instrument,
      instrumentVersion: one.instrumentVersion,
      rater: one.rater,
      respondent: one.respondent ?? null,
      source: one.source,
      values: one.values,
      texts: one.texts ?? {},
      answeredOn: one.answeredOn ?? null,
      receivedAt: one.receivedAt,
      idempotencyKey: null,
      corrects: null,
    })),
  );
}

export async function find(scope: Scope, responseId: string): Promise<StoredResponse | null> {
  const [row] = await scope.database
    .select()
    .from(response)
    .where(and(eq(response.practiceId, scope.practice), eq(response.responseId, responseId)));
  return row === undefined ? null : keptOf(row);
}

/** The responses that stand, of some episodes: a corrected one gives way to its correction. */
export async function list(
  scope: Scope,
  episodes: readonly string[],
  instrument?: string,
): Promise<readonly StoredResponse[]> {
  if (episodes.length === 0) return [];
  const correction = alias(response, "correction");
  const rows = await scope.database
    .select({ kept: response })
    .from(response)
    .leftJoin(
      correction,
      and(eq(correction.practiceId, response.practiceId), eq(correction.corrects, response.responseId)),
    )
    .where(
      and(
        eq(response.practiceId, scope.practice),
        inArray(response.episodeId, [...episodes]),
        isNull(correction.responseId),
        instrument === undefined ? undefined : eq(response.instrument, instrument),
      ),
    )
    .orderBy(
      asc(response.episodeId),
      asc(response.session),
      asc(response.receivedAt),
      asc(response.responseId),
    );
  return rows.map((row) => keptOf(row.kept));
}

function keptOf(row: typeof response.$inferSelect): StoredResponse {
  return {
    response: row.responseId,
    request: row.requestId,
    episode: row.episodeId,
    session: row.session,
    instrument: row.instrument,
    instrumentVersion: row.instrumentVersion,
    rater: row.rater,
    respondent: row.respondent,
    source: row.source,
    values: row.values,
    texts: row.texts,
    answeredOn: row.answeredOn,
    receivedAt: row.receivedAt,
    corrects: row.corrects,
  };
}
