import type { Rater } from "@concord/instruments";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { token } from "../schema/directory.ts";
import { sitting } from "../schema/sitting.ts";
import type { Scope } from "../scope.ts";

/** When questionnaires are to be answered in relation to the session. */
export type SittingMoment = (typeof sitting.$inferSelect)["moment"];

/** The questionnaires that one person is to answer at one time, behind one link. */
export interface Sitting {
  readonly sitting: string;
  readonly episode: string;
  readonly session: number;
  readonly moment: SittingMoment;
  readonly rater: Exclude<Rater, "therapist">;
  /** Who answers, in words, where it is not the client. */
  readonly respondent: string | null;
  /** Where messages about it go; null where its link is handed over. */
  readonly contact: string | null;
  readonly language: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly withdrawnAt: string | null;
}

export interface NewSitting {
  readonly episode: string;
  readonly session: number;
  readonly moment: SittingMoment;
  readonly rater: Sitting["rater"];
  readonly respondent?: string;
  readonly contact?: string;
  readonly language: string;
  readonly expiresAt: string;
}

/** Adds a sitting and returns its identifier. */
export async function add(scope: Scope, given: NewSitting): Promise<string> {
  const sittingId = newIdentifier();
  await scope.database.insert(sitting).values({
    practiceId: scope.practice,
    sittingId,
    episodeId: given.episode,
    session: given.session,
    moment: given.moment,
    rater: given.rater,
    respondent: given.respondent ?? null,
    contactId: given.contact ?? null,
    language: given.language,
    createdAt: scope.now(),
    expiresAt: given.expiresAt,
  });
  return sittingId;
}

export async function find(scope: Scope, sittingId: string): Promise<Sitting | null> {
  const [row] = await scope.database
    .select()
    .from(sitting)
    .where(and(eq(sitting.practiceId, scope.practice), eq(sitting.sittingId, sittingId)));
  return row === undefined ? null : sittingOf(row);
}

/** Returns the sittings of some episodes that were not withdrawn, by session and time. */
export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly Sitting[]> {
  if (episodes.length === 0) return [];
  const rows = await scope.database
    .select()
    .from(sitting)
    .where(
      and(
        eq(sitting.practiceId, scope.practice),
        inArray(sitting.episodeId, [...episodes]),
        isNull(sitting.withdrawnAt),
      ),
    )
    .orderBy(asc(sitting.episodeId), asc(sitting.session), asc(sitting.createdAt), asc(sitting.sittingId));
  return rows.map(sittingOf);
}

/** Adds a link to a sitting, by the SHA-256 of its token. A sitting may have several: each message has its own. */
export async function addLink(scope: Scope, sittingId: string, tokenHash: Buffer): Promise<void> {
  await scope.database.insert(token).values({ practiceId: scope.practice, tokenHash, sittingId });
}

/** Removes all links of a sitting: none opens anything any more. */
async function removeLinks(scope: Scope, sittingId: string): Promise<void> {
  await scope.database
    .delete(token)
    .where(and(eq(token.practiceId, scope.practice), eq(token.sittingId, sittingId)));
}

/** Changes until when a sitting can be answered, or where messages about it go. */
export async function change(
  scope: Scope,
  sittingId: string,
  changes: { readonly expiresAt?: string; readonly contact?: string | null },
): Promise<void> {
  const { contact, ...rest } = changes;
  const set = contact === undefined ? rest : { ...rest, contactId: contact };
  if (Object.keys(set).length === 0) return;
  await scope.database
    .update(sitting)
    .set(set)
    .where(and(eq(sitting.practiceId, scope.practice), eq(sitting.sittingId, sittingId)));
}

/** Withdraws a sitting and removes its links. What was answered stays. */
export async function withdraw(scope: Scope, sittingId: string): Promise<void> {
  await scope.database
    .update(sitting)
    .set({ withdrawnAt: scope.now() })
    .where(
      and(
        eq(sitting.practiceId, scope.practice),
        eq(sitting.sittingId, sittingId),
        isNull(sitting.withdrawnAt),
      ),
    );
  await removeLinks(scope, sittingId);
}

/** Returns a row as a sitting. */
export function sittingOf(row: typeof sitting.$inferSelect): Sitting {
  const { practiceId: _, sittingId, episodeId, contactId, ...rest } = row;
  return { sitting: sittingId, episode: episodeId, contact: contactId, ...rest };
}
