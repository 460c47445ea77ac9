import { and, asc, eq, isNull } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { client } from "../schema/client.ts";
import { episode } from "../schema/episode.ts";
import { groupMember, therapyGroup } from "../schema/group.ts";
import type { Scope } from "../scope.ts";

/** A therapy group, a couple, or a family. */
export type GroupKind = "group" | "couple" | "family";

export interface Group {
  readonly group: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly therapist: string;
  /** A second leader. */
  readonly coLeader: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

export interface GroupMember {
  readonly group: string;
  readonly episode: string;
  readonly client: string;
  readonly label: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
}

/** Opens a therapy group and gives back its identifier. */
export async function open(
  scope: Scope,
  given: {
    readonly kind?: GroupKind;
    readonly name: string;
    readonly therapist: string;
    readonly coLeader?: string;
    readonly openedOn: string;
  },
): Promise<string> {
  const groupId = newIdentifier();
  await scope.database.insert(therapyGroup).values({
    practiceId: scope.practice,
    groupId,
    kind: given.kind ?? "group",
    name: given.name,
    therapistId: given.therapist,
    coLeaderId: given.coLeader ?? null,
    openedOn: given.openedOn,
    createdAt: scope.now(),
  });
  return groupId;
}

/** Takes an episode of care into the group; coming back after leaving starts a new membership. */
export async function join(
  scope: Scope,
  groupId: string,
  episodeId: string,
  joinedOn: string,
): Promise<void> {
  await scope.database
    .insert(groupMember)
    .values({ practiceId: scope.practice, groupId, episodeId, joinedOn })
    .onConflictDoUpdate({
      target: [groupMember.practiceId, groupMember.groupId, groupMember.episodeId],
      set: { joinedOn, leftOn: null },
    });
}

export async function leave(scope: Scope, groupId: string, episodeId: string, leftOn: string): Promise<void> {
  await scope.database
    .update(groupMember)
    .set({ leftOn })
    .where(
      and(
        eq(groupMember.practiceId, scope.practice),
        eq(groupMember.groupId, groupId),
        eq(groupMember.episodeId, episodeId),
      ),
    );
}

/** Changes name, leaders or the day on which it ended; null takes a co-leader or that day away. */
export async function change(
  scope: Scope,
  groupId: string,
  changes: {
    readonly name?: string;
    readonly therapist?: string;
    readonly coLeader?: string | null;
    readonly closedOn?: string | null;
  },
): Promise<void> {
  const { therapist, coLeader, ...rest } = changes;
  const set = {
    ...rest,
    ...(therapist === undefined ? {} : { therapistId: therapist }),
    ...(coLeader === undefined ? {} : { coLeaderId: coLeader }),
  };
  if (Object.keys(set).length === 0) return;
  await scope.database
    .update(therapyGroup)
    .set(set)
    .where(and(eq(therapyGroup.practiceId, scope.practice), eq(therapyGroup.groupId, groupId)));
}

/** Returns who leads a group, with its therapist, that this episode of care is in now. */
export async function leadersOf(scope: Scope, episodeId: string): Promise<readonly string[]> {
  const rows = await scope.database
    .select({ coLeader: therapyGroup.coLeaderId, therapist: therapyGroup.therapistId })
    .from(groupMember)
    .innerJoin(
      therapyGroup,
      and(
        eq(therapyGroup.practiceId, groupMember.practiceId),
        eq(therapyGroup.groupId, groupMember.groupId),
        isNull(therapyGroup.closedOn),
      ),
    )
    .where(
      and(
        eq(groupMember.practiceId, scope.practice),
        eq(groupMember.episodeId, episodeId),
        isNull(groupMember.leftOn),
      ),
    );
  return rows.flatMap((row) => [row.therapist, ...(row.coLeader === null ? [] : [row.coLeader])]);
}

export async function find(scope: Scope, groupId: string): Promise<Group | null> {
  const [row] = await scope.database
    .select()
    .from(therapyGroup)
    .where(and(eq(therapyGroup.practiceId, scope.practice), eq(therapyGroup.groupId, groupId)));
  return row === undefined ? null : groupOf(row);
}

export async function list(scope: Scope): Promise<readonly Group[]> {
  const rows = await scope.database
    .select()
    .from(therapyGroup)
    .where(eq(therapyGroup.practiceId, scope.practice))
    .orderBy(asc(therapyGroup.name), asc(therapyGroup.groupId));
  return rows.map(groupOf);
}

function groupOf(row: typeof therapyGroup.$inferSelect): Group {
  return {
    group: row.groupId,
    kind: row.kind,
    name: row.name,
    therapist: row.therapistId,
    coLeader: row.coLeaderId,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
  };
}

/** Everyone who is or was in the group, by what the practice calls them. */
export async function members(scope: Scope, groupId: string): Promise<readonly GroupMember[]> {
  return scope.database
    .select({
      group: groupMember.groupId,
      episode: groupMember.episodeId,
      client: client.clientId,
      label: client.label,
      joinedOn: groupMember.joinedOn,
      leftOn: groupMember.leftOn,
    })
    .from(groupMember)
    .innerJoin(
      episode,
      and(eq(episode.practiceId, groupMember.practiceId), eq(episode.episodeId, groupMember.episodeId)),
    )
    .innerJoin(client, and(eq(client.practiceId, episode.practiceId), eq(client.clientId, episode.clientId)))
    .where(and(eq(groupMember.practiceId, scope.practice), eq(groupMember.groupId, groupId)))
    .orderBy(asc(client.label), asc(groupMember.episodeId));
}

/** Returns the groups this episode belongs to now. */
export async function ofEpisode(scope: Scope, episodeId: string): Promise<readonly Group[]> {
  const rows = await scope.database
    .select({ group: therapyGroup })
    .from(groupMember)
    .innerJoin(
      therapyGroup,
      and(eq(therapyGroup.practiceId, groupMember.practiceId), eq(therapyGroup.groupId, groupMember.groupId)),
    )
    .where(
      and(
        eq(groupMember.practiceId, scope.practice),
        eq(groupMember.episodeId, episodeId),
        isNull(groupMember.leftOn),
      ),
    )
    .orderBy(asc(groupMember.groupId));
  return rows.map((row) => groupOf(row.group));
}
