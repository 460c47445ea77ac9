import type { AgeBand, Rater } from "@concord/instruments";

/** Whom the form is made for. Each has its own measure, weight and pace in `form.css`. */
export type Variant = "adult" | "adolescent" | "child" | "caregiver" | "therapist";

export function variantOf(rater: Rater, ageBand: AgeBand): Variant {
  switch (rater) {
    case "client":
    case "member":
      return ageBand;
    case "caregiver":
      return "caregiver";
    case "therapist":
    case "observer":
      return "therapist";
  }
}
