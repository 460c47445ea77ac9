import type { Study } from "./study.ts";

export interface FlowReason {
  readonly reason: string;
  readonly count: number;
}

/** How a body of studies narrowed from the search to the pooled figure, counted from the records alone. */
export interface Flow {
  readonly found: number;
  /** Found and not looked at yet. */
  readonly awaiting: number;
  readonly screened: number;
  readonly excludedAtScreening: readonly FlowReason[];
  /** Read in full. */
  readonly assessed: number;
  readonly excludedAtFullText: readonly FlowReason[];
  /** Passed screening and not yet decided on. */
  readonly undecided: number;
  /** In the review at all: told in words or pooled. */
  readonly included: number;
  readonly narrativeOnly: readonly FlowReason[];
  readonly pooled: number;
}

/** How many studies stand at each step, and why the others left; each step is the one before less those who left. */
export function flow(studies: readonly Study[]): Flow {
  const awaiting = studies.filter(({ stage }) => stage.kind === "found").length;
  const screened = studies.length - awaiting;
  const atScreening = leaving(studies, "screening");
  const atFullText = leaving(studies, "full-text");
  const assessed = screened - total(atScreening);
  const undecided = studies.filter(({ stage }) => stage.kind === "screened").length;
  const included = assessed - total(atFullText) - undecided;
  const narrativeOnly = reasons(
    studies.flatMap(({ stage }) => (stage.kind === "narrative" ? [stage.reason] : [])),
  );
  return {
    found: studies.length,
    awaiting,
    screened,
    excludedAtScreening: atScreening,
    assessed,
    excludedAtFullText: atFullText,
    undecided,
    included,
    narrativeOnly,
    pooled: included - total(narrativeOnly),
  };
}

function leaving(studies: readonly Study[], step: "screening" | "full-text"): readonly FlowReason[] {
  return reasons(
    studies.flatMap(({ stage }) => (stage.kind === "excluded" && stage.at === step ? [stage.reason] : [])),
  );
}

/** Most frequent first, then by the alphabet, so that the order of records does not matter. */
function reasons(given: readonly string[]): readonly FlowReason[] {
  const counts = new Map<string, number>();
  for (const reason of given) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function total(list: readonly FlowReason[]): number {
  return list.reduce((sum, { count }) => sum + count, 0);
}
