import { findInstrument, type Instrument, score } from "@concord/instruments";
import {
  episodes,
  type Group,
  type GroupMember,
  groups,
  isIdentifier,
  responses,
  type Scope,
  type StoredResponse,
  scores,
  sessions,
  staff,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { findCase, type OpenCase } from "../open-case.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import type { GroupView } from "../views.ts";

export interface GroupLine {
  readonly group: string;
  readonly name: string;
  readonly members: number;
  readonly closedOn: string | null;
}

/** Returns the groups that a therapist leads or leads with somebody, by name; closed ones where asked for. */
export async function listGroups(
  context: AppContext,
  actor: Actor,
  { withClosed = false }: { readonly withClosed?: boolean } = {},
): Promise<readonly GroupLine[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const led = (await groups.list(scope)).filter(
      (one) => actor.kind === "staff" && leads(one, actor.staff) && (withClosed || one.closedOn === null),
    );
    const lines: GroupLine[] = [];
    for (const { group, name, closedOn } of led) {
      const members = (await groups.members(scope, group)).filter((one) => one.leftOn === null);
      lines.push({ group, name, members: members.length, closedOn });
    }
    return lines;
  });
}

/**
 * A group as its leader sees it: cohesion, and how members see each other.
 *
 * A round robin speaks of everyone in it, so whoever looks must be allowed every member's case.
 */
export async function readGroup(context: AppContext, actor: Actor, groupId: string): Promise<GroupView> {
  return within(context, actor, async (scope) => {
    const group = isIdentifier(groupId)
      ? (await groups.list(scope)).find((one) => one.group === groupId)
      : undefined;
    if (group === undefined) throw absent();
    const all = await groups.members(scope, groupId);
    const members = all.filter((one) => one.leftOn === null);
    const found: OpenCase[] = [];
    for (const one of members) {
      const own = await findCase(scope, one.episode);
      if (own !== null) found.push(own);
    }
    if (found.length === 0) permitLeader(actor, group);
    for (const one of found) permit(actor, "read-case", one.subject);
    await record(scope, actor, "read-group", `group:${groupId}`);
    const leader = await staff.find(scope, group.therapist);
    const coLeader = group.coLeader === null ? null : await staff.find(scope, group.coLeader);
    return {
      group: groupId,
      name: group.name,
      therapist: { staff: group.therapist, name: leader?.name ?? "" },
      coLeader: coLeader === null ? null : { staff: coLeader.staff, name: coLeader.name },
      openedOn: group.openedOn,
      closedOn: group.closedOn,
      leads: actor.kind === "staff" && leads(group, actor.staff),
      former: all
        .filter((one) => one.leftOn !== null)
        .map((one) => ({ episode: one.episode, client: one.label, leftOn: one.leftOn ?? "" })),
      members: members.map((one) => ({
        episode: one.episode,
        client: one.label,
        joinedOn: one.joinedOn,
        endedOn: found.find(({ episode }) => episode.episode === one.episode)?.episode.closedOn ?? null,
      })),
      cohesion: await cohesionOf(scope, members),
      rounds: await roundsOf(scope, members),
      simulated: found.some((one) => one.episode.simulated),
    };
  });
}

async function cohesionOf(scope: Scope, members: readonly GroupMember[]): Promise<GroupView["cohesion"]> {
  const ids = members.map((one) => one.episode);
  const kept = (await scores.list(scope, ids)).filter((one) => one.construct === "cohesion");
  const last = Math.max(0, ...kept.map((one) => one.session));
  return ids.map((episode) => {
    const own = new Map(
      kept.flatMap(({ episode: of, session, result }) =>
        of === episode && result.kind === "score" ? [[session, result.percent] as const] : [],
      ),
    );
    const spark = Array.from({ length: last }, (_, index) => own.get(index + 1) ?? null);
    return { episode, spark };
  });
}

async function roundsOf(scope: Scope, members: readonly GroupMember[]): Promise<GroupView["rounds"]> {
  const ids = members.map((one) => one.episode);
  const answered = (await responses.list(scope, ids)).filter(
    (one) => findInstrument(one.instrument)?.about === "each-member",
  );
  const rated = Map.groupBy(
    await responses.membersOf(
      scope,
      answered.map((one) => one.response),
    ),
    (one) => one.response,
  );
  const held = new Map(
    (await sessions.list(scope, ids)).map((one) => [`${one.episode} ${one.session}`, one]),
  );
  const dayOf = ({ episode, session }: StoredResponse) => held.get(`${episode} ${session}`)?.heldOn ?? null;
  // Members who joined later have other session numbers: ratings of one evening have its day in common.
  const byEvening = Map.groupBy(answered, (one) => dayOf(one) ?? `session ${one.session}`);
  return [...byEvening.values()]
    .map((round) => ({ round, session: Math.max(...round.map((one) => one.session)) }))
    .sort((one, two) => one.session - two.session)
    .flatMap(({ round, session }) => {
      const instrument = findInstrument(round[0]?.instrument ?? "");
      if (instrument === null) return [];
      const cells = round
        .flatMap((one) => cellsOf(instrument, one, rated.get(one.response) ?? []))
        .sort(
          (a, b) =>
            ids.indexOf(a.perceiver) - ids.indexOf(b.perceiver) ||
            ids.indexOf(a.target) - ids.indexOf(b.target),
        );
      return [
        {
          session,
          heldOn: round[0] === undefined ? null : dayOf(round[0]),
          scales: instrument.scales.map(({ id, title }) => ({
            scale: id,
            title,
            cells: cells.filter((one) => one.scale === id).map(({ scale: _, ...cell }) => cell),
          })),
        },
      ];
    });
}

/** What one member sees in each of the others, scored like a form of its own. */
function cellsOf(
  instrument: Instrument,
  response: StoredResponse,
  ratings: readonly { readonly member: string; readonly item: string; readonly value: number }[],
) {
  const byTarget = Map.groupBy(ratings, (one) => one.member);
  return [...byTarget].flatMap(([target, own]) => {
    const values = Object.fromEntries(own.map((one) => [one.item, one.value]));
    const version = response.instrumentVersion;
    const scored = score(instrument, {
      kind: "response",
      instrument: instrument.id,
      version,
      values,
      texts: {},
    });
    return scored.scales.flatMap((one) =>
      one.kind === "score"
        ? [{ scale: one.scale, perceiver: response.episode, target, percent: one.percent }]
        : [],
    );
  });
}

/** Returns the open cases of whoever asks, by client: who may join a group. */
export async function listOwnCases(
  context: AppContext,
  actor: Actor,
): Promise<readonly { readonly episode: string; readonly client: string }[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    if (actor.kind !== "staff") return [];
    const own = await episodes.list(scope, { therapist: actor.staff, state: "open" });
    return own.map(({ episode, client }) => ({ episode, client: client.label }));
  });
}

/** Does this member of staff lead the group, alone or with somebody? */
function leads(group: Pick<Group, "therapist" | "coLeader">, staffId: string): boolean {
  return group.therapist === staffId || group.coLeader === staffId;
}

/** Throws a refusal in the words for a group that is not there, unless the actor leads it. */
export function permitLeader(actor: Actor, group: Group): void {
  permit(actor, "read-caseload", { kind: "practice" });
  if (actor.kind !== "staff" || !leads(group, actor.staff)) throw absent();
}
