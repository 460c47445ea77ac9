import type { Focus } from "@concord/charts";

export const focuses: readonly Focus[] = ["total", "bond", "tasks", "goals"];

/** Which scale the large panel shows, as the address asks. */
export function focusOf(search: URLSearchParams): Focus {
  return focuses.find((focus) => focus === search.get("focus")) ?? "total";
}
