import type { TraceInput } from "./ask.ts";
import type { Phase, PhaseName } from "./course.ts";

/**
 * Engagement is about sessions 1 to 4 (Daly and Mallinckrodt 2009); four is taken, and a hand mark overrules
 * it.
 */
export const lastEngagementSession = 4;

interface Start {
  readonly name: PhaseName;
  readonly from: number;
  readonly by: "rule" | "hand";
}

/**
 * In which phase is each session?
 *
 * By rule: engagement to session 4, then working through; termination only from the session in which the end
 * was agreed (`endingFrom`), because a falling number of sessions left cannot be read off the ratings. A
 * phase set by hand holds from its session until the next mark; the rule speaks only for the sessions before
 * the first mark. An intake form (session 0) belongs to no phase.
 */
export function phasesOf(
  input: Pick<TraceInput, "phases" | "endingFrom">,
  sessions: number,
): readonly Phase[] {
  const marks = [...(input.phases ?? [])]
    .map(({ name, from }): Start => ({ name, from: Math.max(1, from), by: "hand" }))
    .sort((a, b) => a.from - b.from);
  const firstMark = marks[0]?.from ?? Number.POSITIVE_INFINITY;
  const lastMark = marks.at(-1);
  const starts: Start[] = [
    ...rule(input.endingFrom).filter(
      (start) =>
        start.from < firstMark ||
        (start.name === "termination" && start.from > lastMark!.from && lastMark?.name !== "termination"),
    ),
    ...marks,
  ]
    .filter((start) => start.from <= sessions)
    .sort((a, b) => a.from - b.from);
  return starts.map((start, i) => ({
    name: start.name,
    from: start.from,
    to: (starts[i + 1]?.from ?? sessions + 1) - 1,
    by: start.by,
  }));
}

function rule(endingFrom: number | undefined): readonly Start[] {
  const ending = Math.max(1, endingFrom ?? Number.POSITIVE_INFINITY);
  const starts: readonly Start[] = [
    { name: "engagement", from: 1, by: "rule" },
    { name: "working-through", from: lastEngagementSession + 1, by: "rule" },
  ];
  const before = starts.filter((start) => start.from < ending);
  return Number.isFinite(ending) ? [...before, { name: "termination", from: ending, by: "rule" }] : before;
}
