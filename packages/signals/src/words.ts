import type { AgeBand, Rater, Series } from "@concord/course";
import type { Message, Text } from "@concord/messages";

/** Returns an id as the name of a choice in a message: hyphens are not allowed there. */
export function choiceOf(id: string): string {
  return id.replaceAll("-", "_");
}

/** Returns an id as words, for what no message has a choice for: a scale of an imported questionnaire. */
export function spaced(id: string): string {
  return id.replaceAll("-", " ");
}

/** Returns whose rating of what a line is: "The client’s alliance rating". */
export function ratingOf({
  rater,
  construct,
  scale,
}: Pick<Series, "rater" | "construct" | "scale">): Message<"signals.rating"> {
  const measure = scale === "total" ? construct : scale;
  return {
    id: "signals.rating",
    values: { rater, measure: choiceOf(measure), measureName: spaced(measure) },
  };
}

/** Returns the scale with most of a decrease as the values of a message. */
export function partOf(scale: string | null): { readonly part: string; readonly partName: string } {
  return scale === null ? { part: "none", partName: "" } : { part: choiceOf(scale), partName: spaced(scale) };
}

/** Returns the sentence that follows a finding from a young child's own rating, nothing for others. */
export function childCaution(ageBand: AgeBand | undefined, rater: Rater): Text {
  return ageBand === "child" && rater === "client" ? { id: "signals.caution.child", values: {} } : "";
}

/** Returns the sentence that a rating recovered in a session, nothing where it has not. */
export function recoveryIn(session: number | undefined): Text {
  return session === undefined ? "" : { id: "signals.recovery", values: { session } };
}

/** Returns a rating on the 0–100 metric as a person reads it. */
export function whole(percent: number): number {
  return Math.round(percent);
}
