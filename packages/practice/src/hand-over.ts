import { episodes, groups, isIdentifier, type Scope, staff } from "@concord/store";
import { newcomerDays, newcomersOf } from "./access/second-person.ts";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { recordChange } from "./episode-changes.ts";
import { openCase } from "./open-case.ts";
import { absent, InvalidInput, permit } from "./permit.ts";
import { practiceDay } from "./practice-day.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";

/**
 * Makes another therapist the one who treats the client of this case. The client's consents stay as they are; private
 * notes stay with their author. Its therapist and a supervisor who may see the case may do this.
 */
export async function handOver(
  context: AppContext,
  actor: Actor,
  episode: string,
  to: string,
): Promise<void> {
  await within(context, actor, async (scope) => {
    const found = await openCase(scope, actor, "hand-over", episode);
    const from = found.episode.therapist.staff;
    await requireTherapist(scope, actor, to, from);
    await transfer(context, scope, actor, { episode, from, to });
    await refresh(scope, [episode]);
  });
}

/**
 * Hands every open case and group of one therapist to another, and returns how many cases there were. For those who run the practice,
 * who see no case: when somebody has left. A therapist who works here hands over their own cases, and nobody is handed
 * the cases of others who joined a few days ago: an administrator could have made that account for themselves.
 */
export async function handOverAll(
  context: AppContext,
  actor: Actor,
  from: string,
  to: string,
): Promise<number> {
  return within(context, actor, async (scope) => {
    permit(actor, "hand-over", { kind: "practice" });
    await requireTherapist(scope, actor, to, from);
    if (actor.kind !== "staff" || actor.staff !== from) await requireLeft(scope, actor, from, to);
    const open = isIdentifier(from) ? await episodes.list(scope, { therapist: from, state: "open" }) : [];
    for (const { episode } of open) {
      await transfer(context, scope, actor, { episode, from, to });
    }
    await handOverGroups(scope, actor, from, to);
    await refresh(
      scope,
      open.map(({ episode }) => episode),
    );
    return open.length;
  });
}

/** The groups that a leaver led get the other as leader; where both led one, the other leads it alone. */
async function handOverGroups(scope: Scope, actor: Actor, from: string, to: string): Promise<void> {
  for (const one of await groups.list(scope)) {
    if (one.closedOn !== null || (one.therapist !== from && one.coLeader !== from)) continue;
    const therapist = one.therapist === from ? to : one.therapist;
    const coLeader = one.coLeader === from || one.coLeader === therapist ? null : one.coLeader;
    await groups.change(scope, one.group, { therapist, coLeader });
    await record(scope, actor, `hand-over staff:${from} staff:${to}`, `group:${one.group}`);
  }
}

/** Another therapist treats the client from today on. */
export async function transfer(
  context: AppContext,
  scope: Scope,
  actor: Actor,
  given: { readonly episode: string; readonly from: string; readonly to: string },
): Promise<void> {
  const { episode, from, to } = given;
  await episodes.change(scope, episode, { therapist: to });
  await recordChange(scope, actor, {
    episode,
    kind: "handed-over",
    happenedOn: (await practiceDay(scope, context)).today,
    fromStaff: from,
    toStaff: to,
  });
  await record(scope, actor, `hand-over staff:${from} staff:${to}`, `episode:${episode}`);
}

async function requireLeft(scope: Scope, actor: Actor, from: string, to: string): Promise<void> {
  const member = isIdentifier(from) ? await staff.find(scope, from) : null;
  if (member === null) throw absent();
  if (member.active && member.user !== null)
    throw new InvalidInput({ id: "refusals.hand-over.still-works", values: { name: member.name } }, "to");
  const newcomers = await newcomersOf(scope);
  if (actor.kind === "staff" && newcomers.has(actor.staff))
    throw new InvalidInput({ id: "refusals.hand-over.you-are-new", values: { days: newcomerDays } }, "to");
  if (newcomers.has(to))
    throw new InvalidInput({ id: "refusals.hand-over.they-are-new", values: { days: newcomerDays } }, "to");
}

/** Returns whom a case may be handed to, by name. */
export async function listTherapists(
  context: AppContext,
  actor: Actor,
): Promise<readonly { readonly staff: string; readonly name: string }[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    return (await staff.list(scope))
      .filter((one) => one.active && one.roles.includes("therapist"))
      .map((one) => ({ staff: one.staff, name: one.name }));
  });
}

/** Nobody gives themselves a colleague’s case: handing over opens it. */
export async function requireTherapist(scope: Scope, actor: Actor, to: string, from: string): Promise<void> {
  if (actor.kind === "staff" && actor.staff === to && to !== from) {
    throw new InvalidInput({ id: "refusals.hand-over.to-yourself", values: {} }, "to");
  }
  const member = isIdentifier(to) ? await staff.find(scope, to) : null;
  if (member === null || !member.active || !member.roles.includes("therapist")) {
    throw new InvalidInput({ id: "refusals.case.therapist", values: {} }, "to");
  }
  if (to === from)
    throw new InvalidInput({ id: "refusals.hand-over.same", values: { name: member.name } }, "to");
}
