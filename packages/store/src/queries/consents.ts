import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { consent } from "../schema/consent.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";

export type ConsentMatter = "measuring" | "supervision" | "research";

export interface Consent {
  readonly consent: string;
  readonly episode: string;
  readonly matter: ConsentMatter;
  readonly state: "given" | "withdrawn";
  readonly givenBy: "client" | "caregiver" | "therapist";
  /** Whom it lets in, for supervision; else null. */
  readonly supervisor: string | null;
  /** The version and language of the text that was read; null where none was. */
  readonly textVersion: string | null;
  readonly language: string | null;
  /** The day on which it was said, where that was before it was recorded. */
  readonly saidOn: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** Writes a consent or its withdrawal. Nothing is ever overwritten: the newest on a matter stands. */
export async function record(
  scope: Scope,
  given: Omit<Consent, "consent" | "recordedAt" | "textVersion" | "language" | "saidOn"> &
    Partial<Pick<Consent, "recordedAt" | "textVersion" | "language" | "saidOn">>,
): Promise<string> {
  const consentId = newIdentifier();
  const [newest] = await scope.database
    .select({ at: consent.recordedAt })
    .from(consent)
    .where(and(eq(consent.practiceId, scope.practice), eq(consent.episodeId, given.episode)))
    .orderBy(desc(consent.recordedAt))
    .limit(1);
  await scope.database.insert(consent).values({
    practiceId: scope.practice,
    consentId,
    episodeId: given.episode,
    matter: given.matter,
    state: given.state,
    givenBy: given.givenBy,
    supervisorId: given.supervisor,
    textVersion: given.textVersion ?? null,
    language: given.language ?? null,
    saidOn: given.saidOn ?? null,
    recordedBy: given.recordedBy,
    recordedAt: given.recordedAt ?? presentAfter(scope.now(), newest?.at),
  });
  return consentId;
}

/** Everything that was said about some episodes, oldest first. */
export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly Consent[]> {
  if (episodes.length === 0) return [];
  const rows = await scope.database
    .select()
    .from(consent)
    .where(and(eq(consent.practiceId, scope.practice), inArray(consent.episodeId, [...episodes])))
    .orderBy(asc(consent.recordedAt), asc(consent.consentId));
  return rows.map(consentOf);
}

/**
 * What stands: of each episode, matter, person asked and person let in, the newest word, where it is a yes.
 * A withdrawal by one of the two is no longer a yes of both; who must agree is for the caller to say.
 */
export async function standing(
  scope: Scope,
  of: {
    readonly episodes?: readonly string[];
    readonly supervisor?: string;
    readonly matter?: ConsentMatter;
  },
): Promise<readonly Consent[]> {
  if (of.episodes?.length === 0) return [];
  const rows = await scope.database
    .selectDistinctOn([consent.episodeId, consent.matter, consent.givenBy, consent.supervisorId])
    .from(consent)
    .where(
      and(
        eq(consent.practiceId, scope.practice),
        of.episodes === undefined ? undefined : inArray(consent.episodeId, [...of.episodes]),
        of.supervisor === undefined ? undefined : eq(consent.supervisorId, of.supervisor),
        of.matter === undefined ? undefined : eq(consent.matter, of.matter),
      ),
    )
    .orderBy(
      consent.episodeId,
      consent.matter,
      consent.givenBy,
      consent.supervisorId,
      desc(consent.recordedAt),
      desc(consent.consentId),
    );
  return rows.filter((row) => row.state === "given").map(consentOf);
}

function consentOf(row: typeof consent.$inferSelect): Consent {
  return {
    consent: row.consentId,
    episode: row.episodeId,
    matter: row.matter,
    state: row.state,
    givenBy: row.givenBy,
    supervisor: row.supervisorId,
    textVersion: row.textVersion,
    language: row.language,
    saidOn: row.saidOn,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt,
  };
}
