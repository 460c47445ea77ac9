import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { session } from "../schema/session.ts";
import type { Scope } from "../scope.ts";

export interface Session {
  readonly episode: string;
  readonly session: number;
  readonly heldOn: string | null;
  readonly attended: boolean;
}

export interface NewSession {
  readonly episode: string;
  readonly session: number;
  readonly heldOn?: string;
  readonly attended?: boolean;
  /** Questionnaires are sent before it; whether it takes place is recorded later. */
  readonly planned?: boolean;
}

/** Writes that a session took place or was missed; saying it again corrects it. */
export async function record(scope: Scope, given: NewSession): Promise<void> {
  const attended = given.attended ?? true;
  const planned = given.planned ?? false;
  await scope.database
    .insert(session)
    .values({
      practiceId: scope.practice,
      episodeId: given.episode,
      number: given.session,
      heldOn: given.heldOn ?? null,
      attended,
      planned,
    })
    .onConflictDoUpdate({
      target: [session.practiceId, session.episodeId, session.number],
      set: { attended, planned, heldOn: sql`coalesce(excluded.held_on, ${session.heldOn})` },
    });
}

/** Adds many at once and leaves those that are there as they are. */
export async function recordMany(scope: Scope, given: readonly NewSession[]): Promise<number> {
  return insertMany(
    scope,
    session,
    given.map((one) => ({
      episodeId: one.episode,
      number: one.session,
      heldOn: one.heldOn ?? null,
      attended: one.attended ?? true,
      planned: one.planned ?? false,
    })),
  );
}

/** Returns the sessions of some episodes that are recorded, in order; those to come only where they are asked for. */
export async function list(
  scope: Scope,
  episodes: readonly string[],
  { withPlanned = false }: { readonly withPlanned?: boolean } = {},
): Promise<readonly Session[]> {
  if (episodes.length === 0) return [];
  return scope.database
    .select({
      episode: session.episodeId,
      session: session.number,
      heldOn: session.heldOn,
      attended: session.attended,
    })
    .from(session)
    .where(
      and(
        eq(session.practiceId, scope.practice),
        inArray(session.episodeId, [...episodes]),
        withPlanned ? undefined : eq(session.planned, false),
      ),
    )
    .orderBy(asc(session.episodeId), asc(session.number));
}
