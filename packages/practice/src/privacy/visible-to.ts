import type { AgeBand, Instrument } from "@concord/instruments";
import { consents, type Episode, groups, type Scope, staff } from "@concord/store";
import type { PracticeSettings } from "../settings.ts";
import { agreesToResearch, grantAccess } from "../supervision.ts";
import type { SeenBySentence, Viewers, VisibleTo } from "../views.ts";

/** Returns who can see what is answered about a client, from settings, consents, groups and roles as they are now. */
export async function viewersOf(
  scope: Scope,
  { episode, therapist }: Pick<Episode, "episode" | "therapist">,
  { duty }: Pick<PracticeSettings, "duty">,
): Promise<Viewers> {
  const everyone = new Map((await staff.list(scope)).map((one) => [one.staff, one]));
  const said = await consents.list(scope, [episode]);
  const named = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const member = everyone.get(id);
      return member?.active === true && id !== therapist.staff ? [member.name] : [];
    });
  const supervisors = grantAccess(said).filter((id) => everyone.get(id)?.roles.includes("supervisor"));
  return {
    therapist: therapist.name,
    leaders: named(await groups.leadersOf(scope, episode)),
    supervisors: named(supervisors),
    onCall: duty === null ? null : (named([duty])[0] ?? null),
    research: agreesToResearch(said),
  };
}

/** Returns who can see the answers to a questionnaire, of those who can see what concerns the client at all. */
export function visibleTo(
  instrument: Pick<Instrument, "seenBy" | "rater" | "about" | "riskItems">,
  ageBand: AgeBand,
  viewers: Viewers,
): VisibleTo {
  if (instrument.seenBy === "therapist-only")
    return { sentence: "only-me", supervisors: [], leaders: [], onCall: null, research: false };
  const { supervisors, leaders, research } = viewers;
  return {
    sentence: sentenceFor(instrument, ageBand),
    supervisors,
    // The sentences to members of a group name its leaders already.
    leaders: instrument.rater === "member" ? [] : leaders,
    onCall: instrument.riskItems.length > 0 ? viewers.onCall : null,
    research,
  };
}

function sentenceFor(
  { rater, seenBy, about }: Pick<Instrument, "seenBy" | "rater" | "about">,
  ageBand: AgeBand,
): SeenBySentence {
  switch (rater) {
    case "client":
      if (ageBand !== "adult") return ageBand;
      return seenBy === "pair" ? "adult" : "adult-safety";
    case "member":
      return about === "each-member" ? "members" : "group";
    case "therapist":
    case "observer":
    case "caregiver":
      return rater;
  }
}
