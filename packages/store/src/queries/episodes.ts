import type { AgeBand } from "@concord/instruments";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { newIdentifier } from "../identifier.ts";
import { client } from "../schema/client.ts";
import { episode } from "../schema/episode.ts";
import { staff } from "../schema/staff.ts";
import type { Scope } from "../scope.ts";

/** An episode of care with the two people in it. */
export interface Episode {
  readonly episode: string;
  readonly client: { readonly client: string; readonly label: string; readonly ageBand: AgeBand };
  readonly therapist: { readonly staff: string; readonly name: string };
  readonly language: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** The session in which the end was agreed. */
  readonly endingFrom: number | null;
  readonly nextSession: string | null;
  /** Its name in an imported file. */
  readonly reference: string | null;
  readonly simulated: boolean;
}

export interface NewEpisode {
  readonly episode?: string;
  readonly client: string;
  readonly therapist: string;
  readonly openedOn: string;
  readonly closedOn?: string;
  readonly endingFrom?: number;
  readonly nextSession?: string;
  readonly reference?: string;
  readonly simulated?: boolean;
}

/** Opens an episode of care and gives back its identifier. */
export async function open(scope: Scope, given: NewEpisode): Promise<string> {
  const episodeId = given.episode ?? newIdentifier();
  const opened = await openMany(scope, [{ ...given, episode: episodeId }]);
  if (opened === 0) throw new RangeError(`open requires a new reference: ${given.reference ?? episodeId}`);
  return episodeId;
}

/**
 * Opens many at once and says how many; the caller made the identifiers. One whose reference is taken is left
 * out, and the one there is stays as it was.
 */
export async function openMany(
  scope: Scope,
  given: readonly (NewEpisode & { readonly episode: string })[],
): Promise<number> {
  const createdAt = scope.now();
  return insertMany(
    scope,
    episode,
    given.map((one) => ({
      episodeId: one.episode,
      clientId: one.client,
      therapistId: one.therapist,
      openedOn: one.openedOn,
      closedOn: one.closedOn ?? null,
      endingFrom: one.endingFrom ?? null,
      nextSession: one.nextSession ?? null,
      reference: one.reference ?? null,
      simulated: one.simulated ?? false,
      createdAt,
    })),
  );
}

export async function find(scope: Scope, episodeId: string): Promise<Episode | null> {
  const [row] = await select(scope, eq(episode.episodeId, episodeId));
  return row ?? null;
}

/** The episodes that a file calls by these names, by that name. */
export async function byReference(
  scope: Scope,
  references: readonly string[],
): Promise<ReadonlyMap<string, Episode>> {
  if (references.length === 0) return new Map();
  const rows = await select(scope, inArray(episode.reference, [...references]));
  return new Map(rows.map((row) => [row.reference ?? "", row]));
}

/** Episodes by client; of one therapist, some by identifier, or only those open or closed, where asked. */
export async function list(
  scope: Scope,
  of: {
    readonly therapist?: string;
    readonly episodes?: readonly string[];
    readonly state?: "open" | "closed";
  } = {},
): Promise<readonly Episode[]> {
  if (of.episodes?.length === 0) return [];
  return select(
    scope,
    of.therapist === undefined ? undefined : eq(episode.therapistId, of.therapist),
    of.episodes === undefined ? undefined : inArray(episode.episodeId, [...of.episodes]),
    of.state === undefined
      ? undefined
      : of.state === "open"
        ? isNull(episode.closedOn)
        : isNotNull(episode.closedOn),
  );
}

/** How many there are, open and closed. */
export async function count(scope: Scope): Promise<number> {
  return scope.database.$count(episode, eq(episode.practiceId, scope.practice));
}

/** Changes what may change: therapist, dates, the agreed end, the next session. Null takes a date away. */
export async function change(
  scope: Scope,
  episodeId: string,
  changes: {
    readonly therapist?: string;
    readonly openedOn?: string;
    readonly closedOn?: string | null;
    readonly endingFrom?: number | null;
    readonly nextSession?: string | null;
  },
): Promise<void> {
  const { therapist, ...rest } = changes;
  const set = therapist === undefined ? rest : { ...rest, therapistId: therapist };
  if (Object.keys(set).length === 0) return;
  await scope.database
    .update(episode)
    .set(set)
    .where(and(eq(episode.practiceId, scope.practice), eq(episode.episodeId, episodeId)));
}

async function select(scope: Scope, ...conditions: readonly (SQL | undefined)[]): Promise<Episode[]> {
  return scope.database
    .select({
      episode: episode.episodeId,
      client: { client: client.clientId, label: client.label, ageBand: client.ageBand },
      therapist: { staff: staff.staffId, name: staff.name },
      language: client.language,
      openedOn: episode.openedOn,
      closedOn: episode.closedOn,
      endingFrom: episode.endingFrom,
      nextSession: episode.nextSession,
      reference: episode.reference,
      simulated: episode.simulated,
    })
    .from(episode)
    .innerJoin(client, and(eq(client.practiceId, episode.practiceId), eq(client.clientId, episode.clientId)))
    .innerJoin(staff, and(eq(staff.practiceId, episode.practiceId), eq(staff.staffId, episode.therapistId)))
    .where(and(eq(episode.practiceId, scope.practice), ...conditions))
    .orderBy(asc(client.label), asc(episode.episodeId));
}
