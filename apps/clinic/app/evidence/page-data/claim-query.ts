import type { Grade, RaterSplit } from "@concord/evidence";
import type { ClaimQuery } from "@concord/practice";

const grades: readonly string[] = ["A", "B", "C"] satisfies readonly Grade[];
const raters: readonly string[] = [
  "client",
  "therapist",
  "observer",
  "mixed",
  "not-applicable",
] satisfies readonly RaterSplit[];

/** Reads the address; what it does not know counts as not asked. */
export function claimQueryOf(search: URLSearchParams): ClaimQuery {
  const grade = search.get("grade") ?? "";
  const rater = search.get("rater") ?? "";
  const system = search.get("about") ?? "";
  return {
    search: (search.get("search") ?? "").slice(0, 80),
    system: /^S\d{1,2}$/.test(system) ? system : null,
    grade: grades.includes(grade) ? (grade as Grade) : null,
    rater: raters.includes(rater) ? (rater as RaterSplit) : null,
  };
}
