import type { AgeBand, Instrument } from "./instrument.ts";

/** Who can see the answers to a form, as the sentence is named that says so to the person who answers. */
export type SeenBy =
  | "adolescent"
  | "adult"
  | "adult-safety"
  | "caregiver"
  | "child"
  | "group"
  | "members"
  | "observer"
  | "only-me"
  | "therapist";

/** Returns which sentence says, before the first question, who will see the answers. */
export function seenByOf(instrument: Instrument, ageBand: AgeBand): SeenBy {
  if (instrument.seenBy === "therapist-only") return "only-me";
  switch (instrument.rater) {
    case "client":
      if (ageBand !== "adult") return ageBand;
      return instrument.seenBy === "pair" ? "adult" : "adult-safety";
    case "member":
      return instrument.about === "each-member" ? "members" : "group";
    case "therapist":
    case "observer":
    case "caregiver":
      return instrument.rater;
  }
}
