import type { ClaimQuery } from "@concord/practice";
import { grades, isOneOf, raters } from "./terms.ts";

/** Reads the address; what it does not know counts as not asked. */
export function claimQueryOf(search: URLSearchParams): ClaimQuery {
  const grade = search.get("grade") ?? "";
  const rater = search.get("rater") ?? "";
  const system = search.get("about") ?? "";
  return {
    search: (search.get("search") ?? "").slice(0, 80),
    system: /^S\d{1,2}$/.test(system) ? system : null,
    grade: isOneOf(grades, grade) ? grade : null,
    rater: isOneOf(raters, rater) ? rater : null,
  };
}
