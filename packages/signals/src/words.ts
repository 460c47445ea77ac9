import type { AgeBand, Rater, Series } from "@concord/course";

/** "the client", "the therapist": who speaks through a rating. */
export function chair(rater: Rater): string {
  return rater === "member" ? "a group member" : `the ${rater}`;
}

/** "The client's rating of the alliance", "The therapist's own rating of goals". */
export function ratingOf(series: Pick<Series, "rater" | "construct" | "scale">): string {
  const whose = series.rater === "therapist" ? "The therapist's own" : `${capital(chair(series.rater))}'s`;
  const construct = series.construct.replaceAll("-", " ");
  const what =
    series.scale === "total" ? `the ${construct}` : `${series.scale.replaceAll("-", " ")} (${construct})`;
  return `${whose} rating of ${what}`;
}

/** A rating on the 0–100 metric as a person reads it. */
export function whole(percent: number): string {
  return String(Math.round(percent));
}

/** Set after a finding from a young child's own form. */
export function childCaution(ageBand: AgeBand | undefined, rater: Rater): string {
  return ageBand === "child" && rater === "client"
    ? " At this age a child's own marks say little alone: set them beside the caregiver's view and your own."
    : "";
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "one session", "3 sessions". */
export function sessionsWord(count: number): string {
  return count === 1 ? "one session" : `${count} sessions`;
}

/** "suicide", "harm to others": what a risk item asks about. */
export function spaced(id: string): string {
  return id.replaceAll("-", " ");
}
