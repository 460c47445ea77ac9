import type { AgeBand, Instrument } from "./instrument.ts";

/** Who will see these answers? Said on the form, to the person who fills it in, before the first question. */
export function seenBySentence(instrument: Instrument, ageBand: AgeBand): string {
  if (instrument.seenBy === "therapist-only") {
    return "Only you can read these answers. Nobody else in the practice is shown them.";
  }
  switch (instrument.rater) {
    case "client":
      return ofClient(instrument.seenBy, ageBand);
    case "therapist":
      return "You see your answers, and your client does when you look at them together. A supervisor sees them only by consent; the management never does.";
    case "observer":
      return "The therapist and the supervisor who asked you see this rating.";
    case "caregiver":
      return "The therapist sees your answers. They are not shown to your child unless you want that.";
    case "member":
      return ofMember(instrument);
  }
}

function ofClient(seenBy: "pair" | "care-team", ageBand: AgeBand): string {
  switch (ageBand) {
    case "child":
      return "Your helper reads this, and you can look at it together. If someone could get hurt, your helper tells a grown-up who keeps you safe.";
    case "adolescent":
      return "You and your therapist see this. Your parents or carers do not, unless you want them to. Only if someone is not safe may your therapist have to tell others, and will talk with you about it first whenever possible.";
    case "adult":
      return seenBy === "pair"
        ? "You and your therapist see your answers and can look at them together. A supervisor sees them only if you have agreed."
        : "Your therapist sees your answers. If an answer is about safety, the person on duty in the practice sees it too.";
  }
}

function ofMember(instrument: Instrument): string {
  return instrument.about === "each-member"
    ? "Only the leaders of the group see how members see each other. The members you rate do not see it."
    : "You and the leaders of the group see your answers. The other members do not.";
}
