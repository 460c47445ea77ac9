import type { RiskMark } from "@concord/course";
import { riskPractice, selfHarmItem } from "../basis.ts";
import { detector } from "../rule.ts";
import { capital, chair, spaced } from "../words.ts";

/**
 * Every answer at or over a risk item's threshold, one signal each: never averaged, never outweighed, never
 * taken back by a later form.
 */
export const risk = detector({
  id: "risk",
  version: "1.0.0",
  kind: "risk",
  title: "An answer about risk",
  question: "Was a question about suicide, harm or safety answered at or over its threshold?",
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
      sentence: sentenceOf(mark),
      figures: { value: mark.value },
    })),
});

function sentenceOf({ rater, about, value, session }: RiskMark): string {
  const when = session === 0 ? "at intake" : `at session ${session}`;
  return (
    `${capital(chair(rater))} answered the question about ${spaced(about)} with ${value} ${when}: ` +
    "please read the answer and speak with them now; one answer alone cannot say how serious it is."
  );
}
