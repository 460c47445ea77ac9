import type { Construct, Rater } from "@concord/instruments";
import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { newIdentifier } from "../identifier.ts";
import { token } from "../schema/directory.ts";
import { formRequest } from "../schema/request.ts";
import type { Scope } from "../scope.ts";

/** A form that was asked for. Its token is not here: only the SHA-256 is kept, and even that is not read back. */
export interface FormRequest {
  readonly request: string;
  readonly episode: string;
  readonly session: number;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly construct: Construct;
  readonly rater: Rater;
  /** Staff who will answer, for therapists and observers. */
  readonly respondentStaff: string | null;
  /** Who will answer, in words, where they are not on the staff. */
  readonly respondent: string | null;
  readonly language: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly answeredAt: string | null;
  readonly withdrawnAt: string | null;
  /** The sitting that it belongs to, and its place in it. */
  readonly sitting: string | null;
  readonly position: number | null;
}

export interface NewFormRequest {
  readonly request?: string;
  readonly episode: string;
  readonly session: number;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly construct: Construct;
  readonly rater: Rater;
  readonly respondentStaff?: string;
  readonly respondent?: string;
  readonly language: string;
  readonly expiresAt: string;
  readonly createdAt?: string;
  /** SHA-256 of the link's token; left out where someone signed in will answer, or a sitting has the link. */
  readonly tokenHash?: Buffer;
  readonly sitting?: string;
  readonly position?: number;
}

/** Asks for a form of a session that is recorded, and gives back the request's identifier. */
export async function ask(scope: Scope, given: NewFormRequest): Promise<string> {
  const requestId = given.request ?? newIdentifier();
  const { tokenHash } = given;
  await scope.database.insert(formRequest).values({
    ...rowOf(scope, { ...given, request: requestId }),
    practiceId: scope.practice,
    tokenHash: tokenHash ?? null,
  });
  if (tokenHash !== undefined) {
    await scope.database.insert(token).values({ practiceId: scope.practice, tokenHash, requestId });
  }
  return requestId;
}

/** Adds many requests without tokens at once: what an import or a simulation asked for and got answered. */
export async function askMany(
  scope: Scope,
  given: readonly (Omit<NewFormRequest, "tokenHash"> & {
    readonly request: string;
    readonly answeredAt?: string;
  })[],
): Promise<number> {
  return insertMany(
    scope,
    formRequest,
    given.map((one) => ({ ...rowOf(scope, one), answeredAt: one.answeredAt ?? null, tokenHash: null })),
  );
}

export async function find(scope: Scope, requestId: string): Promise<FormRequest | null> {
  const [row] = await scope.database
    .select()
    .from(formRequest)
    .where(and(eq(formRequest.practiceId, scope.practice), eq(formRequest.requestId, requestId)));
  return row === undefined ? null : requestOf(row);
}

/** Every request of some episodes, in order of session; the withdrawn are in it. */
export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly FormRequest[]> {
  if (episodes.length === 0) return [];
  const rows = await scope.database
    .select()
    .from(formRequest)
    .where(and(eq(formRequest.practiceId, scope.practice), inArray(formRequest.episodeId, [...episodes])))
    .orderBy(asc(formRequest.episodeId), asc(formRequest.session), asc(formRequest.requestId));
  return rows.map(requestOf);
}

/** What one member of staff has been asked to fill in and has not yet, oldest first. */
export async function waitingFor(scope: Scope, staffId: string): Promise<readonly FormRequest[]> {
  const rows = await scope.database
    .select()
    .from(formRequest)
    .where(
      and(
        eq(formRequest.practiceId, scope.practice),
        eq(formRequest.respondentId, staffId),
        isNull(formRequest.answeredAt),
        isNull(formRequest.withdrawnAt),
      ),
    )
    .orderBy(asc(formRequest.createdAt), asc(formRequest.requestId));
  return rows.map(requestOf);
}

/** Returns whether anyone has answered a questionnaire in this practice. */
export async function anyAnswered(scope: Scope): Promise<boolean> {
  const rows = await scope.database
    .select({ request: formRequest.requestId })
    .from(formRequest)
    .where(and(eq(formRequest.practiceId, scope.practice), isNotNull(formRequest.answeredAt)))
    .limit(1);
  return rows.length > 0;
}

/** Returns the questionnaires of a sitting in their order, without those that were withdrawn. */
export async function ofSitting(scope: Scope, sitting: string): Promise<readonly FormRequest[]> {
  const rows = await scope.database
    .select()
    .from(formRequest)
    .where(
      and(
        eq(formRequest.practiceId, scope.practice),
        eq(formRequest.sittingId, sitting),
        isNull(formRequest.withdrawnAt),
      ),
    )
    .orderBy(asc(formRequest.position), asc(formRequest.requestId));
  return rows.map(requestOf);
}

/** Writes when the form was first opened; later openings change nothing. */
export async function opened(scope: Scope, requestId: string, at = scope.now()): Promise<void> {
  await scope.database
    .update(formRequest)
    .set({ openedAt: at })
    .where(
      and(
        eq(formRequest.practiceId, scope.practice),
        eq(formRequest.requestId, requestId),
        isNull(formRequest.openedAt),
      ),
    );
}

/** Takes an unanswered request back: its link opens nothing from now on. False if it was answered already. */
export async function withdraw(scope: Scope, requestId: string, at = scope.now()): Promise<boolean> {
  const rows = await scope.database
    .update(formRequest)
    .set({ withdrawnAt: at })
    .where(
      and(
        eq(formRequest.practiceId, scope.practice),
        eq(formRequest.requestId, requestId),
        isNull(formRequest.answeredAt),
        isNull(formRequest.withdrawnAt),
      ),
    )
    .returning({ request: formRequest.requestId });
  if (rows.length === 0) return false;
  await scope.database
    .delete(token)
    .where(and(eq(token.practiceId, scope.practice), eq(token.requestId, requestId)));
  return true;
}

function rowOf(scope: Scope, given: Omit<NewFormRequest, "tokenHash"> & { readonly request: string }) {
  return {
    requestId: given.request,
    episodeId: given.episode,
    session: given.session,
    instrument: given.instrument,
    instrumentVersion: given.instrumentVersion,
    construct: given.construct,
    rater: given.rater,
    respondentId: given.respondentStaff ?? null,
    respondent: given.respondent ?? null,
    language: given.language,
    createdAt: given.createdAt ?? scope.now(),
    expiresAt: given.expiresAt,
    sittingId: given.sitting ?? null,
    position: given.position ?? null,
    openedAt: null,
    answeredAt: null,
    withdrawnAt: null,
  };
}

function requestOf(row: typeof formRequest.$inferSelect): FormRequest {
  return {
    request: row.requestId,
    episode: row.episodeId,
    session: row.session,
    instrument: row.instrument,
    instrumentVersion: row.instrumentVersion,
    // Written from a value of this type by `ask` and by nothing else.
    construct: row.construct as Construct,
    rater: row.rater,
    respondentStaff: row.respondentId,
    respondent: row.respondent,
    language: row.language,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    openedAt: row.openedAt,
    answeredAt: row.answeredAt,
    withdrawnAt: row.withdrawnAt,
    sitting: row.sittingId,
    position: row.position,
  };
}
