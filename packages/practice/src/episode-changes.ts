import {
  type EndingOutcome,
  type EndingReason,
  type Episode,
  type EpisodeChange,
  episodeChanges,
  type Scope,
} from "@concord/store";
import type { Actor } from "./actor.ts";
import type { CaseChange } from "./views.ts";

/** Writes down a change of a treatment and who made it. */
export async function recordChange(
  scope: Scope,
  actor: Actor,
  given: Parameters<typeof episodeChanges.record>[1][number],
): Promise<void> {
  await episodeChanges.record(scope, [
    { ...given, ...(actor.kind === "staff" ? { recordedBy: actor.staff } : {}) },
  ]);
}

/** Returns why a treatment ended and what came of it, as last recorded; nulls while it goes on or where that is not known. */
export function endingOf(
  { closedOn }: Pick<Episode, "closedOn">,
  changes: readonly EpisodeChange[],
): { readonly reason: EndingReason | null; readonly outcome: EndingOutcome | null } {
  const last = closedOn === null ? undefined : changes.findLast((one) => one.kind !== "handed-over");
  return last?.kind === "closed"
    ? { reason: last.reason, outcome: last.outcome }
    : { reason: null, outcome: null };
}

/**
 * Returns the history of a treatment, oldest first. Beginnings and endings from before changes were recorded are added
 * without the person who recorded them.
 */
export function historyOf(
  { openedOn, closedOn }: Pick<Episode, "openedOn" | "closedOn">,
  changes: readonly EpisodeChange[],
  names: ReadonlyMap<string, string>,
): readonly CaseChange[] {
  const nameOf = (staff: string | null) => (staff === null ? null : (names.get(staff) ?? null));
  const known = changes.map(
    ({
      kind,
      happenedOn,
      reason,
      outcome,
      words,
      fromStaff,
      toStaff,
      recordedBy,
      recordedAt,
    }): CaseChange => ({
      kind,
      // The beginning may have been corrected since.
      on: kind === "opened" ? openedOn : happenedOn,
      reason,
      outcome,
      words,
      from: nameOf(fromStaff),
      to: nameOf(toStaff),
      recordedAt,
      by: nameOf(recordedBy),
    }),
  );
  const plain = {
    reason: null,
    outcome: null,
    words: null,
    from: null,
    to: null,
    recordedAt: null,
    by: null,
  };
  const hasBeginning = changes.some((one) => one.kind === "opened");
  const hasEnding = changes.findLast((one) => one.kind !== "handed-over")?.kind === "closed";
  return [
    ...(hasBeginning ? [] : [{ kind: "opened" as const, on: openedOn, ...plain }]),
    ...known,
    ...(closedOn === null || hasEnding ? [] : [{ kind: "closed" as const, on: closedOn, ...plain }]),
  ];
}
