import type { RiskMark } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import { riskPractice, selfHarmItem } from "../basis.ts";
import { detector } from "../rule.ts";
import { choiceOf, spaced } from "../words.ts";

/**
 * Every answer at or over a risk item's threshold, one signal each: never averaged, never outweighed, never
 * taken back by a later form.
 */
export const risk = detector({
  id: "risk",
  version: "1.0.0",
  kind: "risk",
  parameters: {},
  provisional: false,
  basis: [selfHarmItem, riskPractice],
  because: ["self-harm-item-needs-assessment"],
  find: (course) =>
    course.risks.map((mark) => ({
      weight: "urgent",
      session: mark.session,
      rater: mark.rater,
      construct:
        course.series.find((series) => series.instrument === mark.instrument)?.construct ?? "outcome",
      scale: mark.item,
      instrument: mark.instrument,
      about: mark.about,
      message: messageOf(mark),
      figures: { value: mark.value },
    })),
});

function messageOf({ rater, about, value, session }: RiskMark): StaffMessage {
  return {
    id: "signals.risk.found",
    values: { rater, topic: choiceOf(about), topicName: spaced(about), value, session },
  };
}
