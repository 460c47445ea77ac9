import {
  type EndingOutcome,
  type EndingReason,
  type Episode,
  episodeChanges,
  episodes,
  groups,
  type Scope,
  sessions,
} from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { deriveNextSession } from "./appointments/appointment-case.ts";
import { cancelPlanned, restorePlanned } from "./appointments/settle-appointment.ts";
import { checkedDate } from "./checked-date.ts";
import { recordChange } from "./episode-changes.ts";
import { holdCases } from "./lock-case.ts";
import { openCase } from "./open-case.ts";
import { InvalidInput } from "./permit.ts";
import { practiceDay } from "./practice-day.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";

/** The most characters of what is said about an ending. */
const longestWords = 500;

/** How a treatment ended. */
export interface Ending {
  /** Today where it is left out. */
  readonly on?: string;
  readonly reason: EndingReason;
  /** Whether the goals were reached. */
  readonly outcome: EndingOutcome;
  /** Required where the reason is "other". */
  readonly words?: string;
  /** The client leaves the groups that they are in now on the same day. */
  readonly leavesGroups?: boolean;
}

/**
 * Ends a treatment. Nothing is removed; questionnaires that are outstanding can still be answered until they expire.
 * Throws `InvalidInput` for a day before the last session or in the future, and for a treatment that has ended.
 */
export async function closeEpisode(
  context: AppContext,
  actor: Actor,
  episodeId: string,
  ending: Ending,
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "manage-case", episodeId);
    await holdCases(scope, [episodeId]);
    const { episode } = await openCase(scope, actor, "manage-case", episodeId);
    if (episode.closedOn !== null)
      throw new InvalidInput({ id: "refusals.ending.ended-already", values: {} });
    const closedOn = await checkedEnd(context, scope, episode, ending.on);
    const left = ending.leavesGroups === true ? await groups.ofEpisode(scope, episodeId) : [];
    for (const { group } of left) await groups.leave(scope, group, episodeId, closedOn);
    const cancelled = await cancelPlanned(scope, { episode: episodeId });
    await episodes.change(scope, episodeId, { closedOn, nextSession: null });
    await recordChange(scope, actor, {
      episode: episodeId,
      kind: "closed",
      happenedOn: closedOn,
      reason: ending.reason,
      outcome: ending.outcome,
      words: checkedWords(ending),
      before: {
        nextSession: episode.nextSession,
        groups: left.map((one) => one.group),
        appointments: cancelled.map((one) => one.appointment),
      },
    });
    await record(scope, actor, "close-episode", `episode:${episodeId}`);
    await refresh(scope, [episodeId]);
  });
}

/**
 * Resumes a treatment that had ended: it is in the caseload again, with everything it held. A next session that is still
 * to come is kept, appointments that were cancelled with the ending are planned again; on the day of the ending, so are the groups that the client left with it.
 */
export async function reopenEpisode(context: AppContext, actor: Actor, episodeId: string): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "manage-case", episodeId);
    await holdCases(scope, [episodeId]);
    const { episode } = await openCase(scope, actor, "manage-case", episodeId);
    if (episode.closedOn === null) return;
    const { today, earliest } = await practiceDay(scope, context);
    const closed = (await episodeChanges.list(scope, [episodeId])).findLast((one) => one.kind === "closed");
    const next = closed?.before?.nextSession ?? null;
    await episodes.change(scope, episodeId, {
      closedOn: null,
      nextSession: next !== null && next >= earliest ? next : null,
    });
    if (closed?.recordedAt.slice(0, 10) === scope.now().slice(0, 10)) {
      await returnToGroups(scope, episodeId, closed.before?.groups ?? []);
    }
    await restorePlanned(scope, closed?.before?.appointments ?? []);
    await recordChange(scope, actor, { episode: episodeId, kind: "reopened", happenedOn: today });
    await record(scope, actor, "reopen-episode", `episode:${episodeId}`);
    await deriveNextSession(scope, [episodeId]);
  });
}

async function returnToGroups(scope: Scope, episodeId: string, left: readonly string[]): Promise<void> {
  for (const groupId of left) {
    const group = await groups.find(scope, groupId);
    const member = (await groups.members(scope, groupId)).find((one) => one.episode === episodeId);
    if (group === null || group.closedOn !== null || member === undefined) continue;
    await groups.join(scope, groupId, episodeId, member.joinedOn);
  }
}

async function checkedEnd(
  context: AppContext,
  scope: Scope,
  { episode, openedOn }: Episode,
  on: string | undefined,
): Promise<string> {
  const { today, latest } = await practiceDay(scope, context);
  const date = on === undefined ? today : checkedDate(on, "on");
  if (date > latest) throw new InvalidInput({ id: "refusals.ending.future", values: {} }, "on");
  const held = await sessions.list(scope, [episode]);
  const last = held.flatMap((one) => (one.heldOn === null ? [] : [one.heldOn])).reduce(later, openedOn);
  // A treatment whose beginning is still to come may be called off today.
  if (date < last && last <= latest) {
    throw new InvalidInput({ id: "refusals.ending.before-last", values: { day: last } }, "on");
  }
  return date;
}

const later = (one: string, other: string) => (one > other ? one : other);

function checkedWords({ reason, words = "" }: Ending): string | null {
  const said = words.trim();
  if (said.length > longestWords) {
    throw new InvalidInput({ id: "refusals.ending.long", values: { most: longestWords } }, "words");
  }
  if (said === "" && reason === "other") {
    throw new InvalidInput({ id: "refusals.ending.words", values: {} }, "words");
  }
  return said === "" ? null : said;
}
